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

/// A room in virtual time: the real room writer over the real log, and a clock that goes on only
/// when it is told to.
class Replay : private rooms::Audience {
public:
    /// Founds the room in a folder that does not hold it yet.
    /// @throws std::runtime_error, as all of these
    Replay(const PlannedRoom& plan, const std::filesystem::path& folder);

    /// Does what must be allowed, and waits until it is durable.
    void does(const Actor& actor, Command command);
    void later(Duration time) { clock_.time += time; }
    /// @pre not before now
    void wait_until(Instant instant) { clock_.time = instant; }

    [[nodiscard]] const Room& room() const { return writer_.room(); }
    /// The one on the screens.
    [[nodiscard]] const Meeting& meeting() const { return *current_meeting(room()); }
    /// The statement in progress, as a command names it.
    [[nodiscard]] std::optional<StatementId> ending() const;

private:
    /// Nobody looks.
    void publish(const Room&) override {}

    rooms::ManualClock clock_;
    store::RoomsThread thread_;
    store::SqliteLog log_;
    rooms::RoomWriter writer_;
    std::size_t commands_ = 0;
};

}  // namespace rostrum::replay
