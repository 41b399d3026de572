#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "floor/apply.hpp"
#include "floor/decide.hpp"
#include "log_fixture.hpp"
#include "small_programme.hpp"

namespace rostrum::store {

/// A room whose acts follow the rules and are in the log.
struct LoggedRoom : LogFixture {
    LoggedRoom() { does(FoundRoom{small_programme()}); }

    void does(const Command& command) {
        const Actor secretariat{Role::secretariat, "Laptop"};
        auto decision = decide(room, secretariat, command, nine_o_clock);
        if (!std::holds_alternative<Events>(decision)) throw std::runtime_error("Refused.");
        const Act act{Revision{room.revision.value + 1},
                      nine_o_clock,
                      secretariat,
                      CommandId{"command" + std::to_string(room.revision.value + 1)},
                      kind_of(command),
                      std::get<Events>(std::move(decision))};
        if (!write("xx", act)) throw std::runtime_error("The log does not write.");
        room = apply(std::move(room), act);
    }
    void show(const std::string& text) { does(ShowNotice{text}); }
    /// Saves a snapshot of this room, and waits until it is written.
    void save_snapshot(const Room& kept) {
        log->save_snapshot(kept);
        log->wait_for_snapshots();
    }
    std::optional<Room> snapshot() { return log->snapshot(RoomId{"xx"}); }
    std::int64_t snapshots() const {
        return connect(file()).number("SELECT count(*) FROM snapshots");
    }

    Room room = empty_room(RoomId{"xx"});
};

}  // namespace rostrum::store
