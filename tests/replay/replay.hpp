#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "floor/programme.hpp"
#include "manual_clock.hpp"
#include "rooms/room_writer.hpp"
#include "rooms_thread.hpp"
#include "store/sqlite_log.hpp"

namespace rostrum::replay {

/// A room in virtual time: the real room writer over the real log, with a clock that only
/// wait_until advances.
class Replay : private rooms::Audience {
public:
    /// Founds the room in a folder without it.
    /// @throws std::runtime_error, as do all functions here
    Replay(const PlannedRoom& plan, const std::filesystem::path& folder);

    /// Executes a command, which must be allowed, and waits until it is durable.
    void execute(const Actor& actor, Command command);
    void later(Duration time) { clock_.time += time; }
    /// @pre the instant is not in the past
    void wait_until(Instant instant) { clock_.time = instant; }

    [[nodiscard]] const Room& room() const { return writer_.room(); }
    /// The current meeting.
    [[nodiscard]] const Meeting& meeting() const { return *current_meeting(room()); }
    /// The id of the statement in progress.
    [[nodiscard]] std::optional<StatementId> ending() const;

private:
    void publish(const Room&) override {}

    rooms::ManualClock clock_;
    store::RoomsThread thread_;
    store::SqliteLog log_;
    rooms::RoomWriter writer_;
    std::size_t commands_ = 0;
};

}  // namespace rostrum::replay
