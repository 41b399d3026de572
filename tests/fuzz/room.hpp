#pragma once

#include <array>
#include <chrono>
#include <string>
#include <utility>
#include <variant>

#include "../rooms/small_programme.hpp"
#include "floor/apply.hpp"
#include "floor/decide.hpp"
#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "fuzz.hpp"
#include "wire/live.hpp"

/// A room for the targets.
namespace rostrum::fuzz {

/// Two meetings; one panellist of the first is absent.
inline PlannedRoom two_meetings() {
    PlannedRoom plan = small_programme();
    plan.meetings.front().panel[1].standing = Standing::absent;
    plan.meetings.push_back(planned_hour("germany", nine_o_clock + std::chrono::hours{1}));
    plan.meetings.back().state = {"DE", "Germany"};
    return plan;
}

/// Executes a command and returns its act; nullopt if it is refused.
inline std::optional<Act> act_of(Room& room, const Actor& actor, const Command& command,
                                 Instant now) {
    Decision decision = decide(room, actor, command, now);
    if (const auto* refusal = std::get_if<Refusal>(&decision)) {
        expect(!refusal->text.empty(), "a refusal has a text");
        return std::nullopt;
    }
    const Revision next{room.revision.value + 1};
    Act act{next,
            now,
            actor,
            CommandId{"command-" + std::to_string(next.value)},
            kind_of(command),
            std::get<Events>(std::move(decision))};
    room = apply(std::move(room), act);
    return act;
}

/// A founded room with its first meeting open.
inline Room open_room() {
    const Actor laptop{Role::secretariat, "Laptop"};
    Room room = empty_room(RoomId{"xx"});
    expect(act_of(room, laptop, FoundRoom{two_meetings()}, nine_o_clock).has_value() &&
               act_of(room, laptop, OpenMeeting{MeetingId{"cuba"}}, nine_o_clock).has_value(),
           "the room opens");
    return room;
}

/// Writes the room for one kind of screen, a different one after each act, because writing takes
/// most of the time.
inline void write_for_a_screen(const Room& room) {
    constexpr std::array views{View::everybody, View::lectern, View::podium};
    constexpr std::array encodings{wire::Encoding::protobuf, wire::Encoding::json};
    const wire::Encoding encoding = encodings.at(room.revision.value % encodings.size());
    const View view = views.at((room.revision.value + 2) % views.size());
    const auto sections = wire::write_sections(encoding, view, room);
    expect(!wire::write_changed(encoding, Revision{}, room.revision, room.acts_hash,
                                {sections.begin(), sections.end()})
                .empty(),
           "a change can be written");
}

}  // namespace rostrum::fuzz
