#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "manual_clock.hpp"
#include "rooms/room_writer.hpp"
#include "rooms_thread.hpp"
#include "store/sqlite_log.hpp"

/// Meetings without end, faster than any clock.
namespace rostrum::endurance {

/// The full length is asked for: ROSTRUM_THOROUGH=1.
[[nodiscard]] bool is_thorough();

/// The real room writer over the real log, as a server has them when it starts.
class OpenedRoom : private rooms::Audience {
public:
    /// @throws std::runtime_error where the log cannot be opened
    OpenedRoom(const std::filesystem::path& folder, Instant now);

    /// Does these, which must be allowed, and waits until all are durable.
    void does(const std::vector<Command>& commands);
    /// Waits until the log has written what it was given, snapshots too.
    void settle();

    [[nodiscard]] const Room& room() const { return writer_.room(); }
    [[nodiscard]] store::SqliteLog& log() { return log_; }
    void later(Duration time) { clock_.time += time; }

private:
    /// Nobody looks.
    void publish(const Room&) override {}

    rooms::ManualClock clock_;
    store::RoomsThread thread_;
    store::SqliteLog log_;
    rooms::RoomWriter writer_;
};

/// One meeting after another in room xx, with all that is done in meetings: statements, pauses,
/// time added, notices and their Undo, plates, signals and the roll.
class Meetings {
public:
    /// Founds the room in an empty folder.
    explicit Meetings(const std::filesystem::path& folder);

    /// Some 40 acts a statement.
    static constexpr int acts_a_statement = 40;
    /// Opens the next meeting, and holds it with so many statements.
    void hold(int statements);
    [[nodiscard]] OpenedRoom& room() { return *room_; }
    /// The server is stopped.
    void close() { room_.reset(); }

private:
    void open_meeting();
    void hold_a_statement();

    std::optional<OpenedRoom> room_;
    int meetings_ = 0;
    std::size_t statements_ = 0;
};

}  // namespace rostrum::endurance
