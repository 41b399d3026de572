#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "manual_clock.hpp"
#include "memory_log.hpp"
#include "rooms/room_writer.hpp"
#include "small_programme.hpp"

namespace rostrum::rooms {

/// Records what is published.
class RecordingAudience : public Audience {
public:
    void publish(const Room& room) override { published.push_back(room.revision); }
    std::vector<Revision> published;
};

/// A room writer whose room is founded and whose meeting is open: revision 2.
struct RoomWriterFixture {
    RoomWriterFixture() {
        submit("founding", FoundRoom{small_programme()});
        port.write();
        submit("opening1", OpenMeeting{MeetingId{"cuba"}});
        port.write();
        audience.published.clear();
    }

    void submit(const std::string& id, Command command, Role role = Role::secretariat) {
        const std::size_t place = answers.size();
        answers.emplace_back();
        writer->submit({role, "Laptop"}, CommandId{id}, std::move(command),
                       [this, place](Answer answer) {
                           if (answers[place]) throw std::logic_error("Answered twice.");
                           answers[place] = std::move(answer);
                       });
    }
    /// The answer to the command submitted last, or `back` commands before it.
    [[nodiscard]] const std::optional<Answer>& answer(std::size_t back = 0) const {
        return answers[answers.size() - 1 - back];
    }
    [[nodiscard]] std::optional<RefusalCode> refusal(std::size_t back = 0) const {
        const auto* refused = answer(back) ? std::get_if<Refusal>(&*answer(back)) : nullptr;
        return refused != nullptr ? std::optional(refused->code) : std::nullopt;
    }
    /// Another server writes the next act.
    void write_elsewhere(const std::string& id, std::vector<Event> events, CommandKind kind) {
        Act act;
        act.revision = Revision{log.head().value + 1};
        act.at = clock.time;
        act.actor = {Role::secretariat, "Laptop"};
        act.command = CommandId{id};
        act.kind = kind;
        act.events = std::move(events);
        log.write(log.head(), std::vector{std::move(act)});
    }
    void restart() {
        writer.reset();
        writer.emplace(RoomId{"xx"}, clock, port, audience, note);
    }

    ManualClock clock{nine_o_clock};
    MemoryLog log;
    LogPort port{log};
    RecordingAudience audience;
    std::vector<std::string> problems;
    RoomWriter::ReportProblem note = [this](const std::string& sentence) {
        problems.push_back(sentence);
    };
    std::vector<std::optional<Answer>> answers;
    std::optional<RoomWriter> writer{std::in_place, RoomId{"xx"}, clock, port, audience, note};
};

inline std::optional<Answer> accepted(std::uint64_t revision) {
    return Accepted{Revision{revision}};
}

}  // namespace rostrum::rooms
