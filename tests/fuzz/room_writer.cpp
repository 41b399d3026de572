// The whole core: POSTed commands, one a line, through a room's single writer to its screens. Two
// digits before each give its role and the time since the last one.
#include "rooms/room_writer.hpp"

#include <array>
#include <optional>

#include "../rooms/manual_clock.hpp"
#include "../rooms/memory_log.hpp"
#include "room.hpp"
#include "wire/log_encoding.hpp"

using namespace rostrum;
using namespace std::chrono_literals;

namespace {

struct Screens : rooms::Audience {
    void publish(const Room& room) override { fuzz::write_for_a_screen(room); }
};

/// A clock may also be set back.
constexpr std::array<Duration, 10> pauses{0ms, 1ms, 1s, 10s, 1min, 6min, 20min, 1h, 30h, -10s};
constexpr std::array roles{Role::chair,    Role::secretariat, Role::display,    Role::speaker,
                           Role::observer, Role::delegation,  Role::interpreter};

template <class Things>
const auto& picked(const Things& things, char digit) {
    return things.at(static_cast<unsigned char>(digit - '0') % things.size());
}

struct ServedRoom {
    ServedRoom() {
        submit({Role::secretariat, "Laptop"}, CommandId{"founding"},
               FoundRoom{fuzz::two_meetings()});
    }

    void submit(Actor actor, CommandId id, Command command) {
        std::optional<rooms::Answer> answer;
        writer.submit(std::move(actor), std::move(id), std::move(command),
                      [&](rooms::Answer given) { answer = std::move(given); });
        if (port.is_writing()) port.write();
        fuzz::expect(answer.has_value(), "a command is answered");
    }
    void take(std::string_view line) {
        if (line.size() < 2) return;
        clock.time += picked(pauses, line[1]);
        auto read = wire::read_command(line.substr(2));
        if (auto* sent = std::get_if<wire::SentCommand>(&read))
            submit({picked(roles, line[0]), "Device"}, std::move(sent->id),
                   std::move(sent->command));
    }
    /// A server that starts on this log has the same room.
    void check_log() {
        for (const Act& act : log.acts())
            for (const Event& event : act.events)
                fuzz::expect(wire::read_event(wire::write_event(event)) == event,
                             "an event is read back from the log unchanged");
        rooms::LogPort other_port{log};
        const rooms::RoomWriter other{RoomId{"xx"}, clock, other_port, screens};
        fuzz::expect(other.room() == writer.room(), "the log reproduces the room");
    }

    rooms::ManualClock clock{nine_o_clock};
    rooms::MemoryLog log;
    rooms::LogPort port{log};
    Screens screens;
    rooms::RoomWriter writer{RoomId{"xx"}, clock, port, screens};
};

}  // namespace

FUZZ_TARGET(room_writer) {
    std::string_view rest = fuzz::text_of(data, size);
    ServedRoom served;
    while (!rest.empty()) served.take(fuzz::next_piece(rest, "\n"));
    served.check_log();
    return 0;
}
