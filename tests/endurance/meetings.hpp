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

/// Endless meetings on a virtual clock.
namespace rostrum::endurance {

/// Whether the full length is requested: ROSTRUM_THOROUGH=1.
[[nodiscard]] bool is_thorough();

/// The real room writer over the real log, as in a server that starts.
class OpenedRoom : private rooms::Audience {
public:
    /// @throws std::runtime_error if the log cannot be opened
    OpenedRoom(const std::filesystem::path& folder, Instant now);

    /// Executes commands, which must be allowed, and waits until all are durable.
    void execute(const std::vector<Command>& commands);
    /// Waits until the log has written everything, snapshots included.
    void settle();

    [[nodiscard]] const Room& room() const { return writer_.room(); }
    [[nodiscard]] store::SqliteLog& log() { return log_; }
    void later(Duration time) { clock_.time += time; }

private:
    void publish(const Room&) override {}

    rooms::ManualClock clock_;
    store::RoomsThread thread_;
    store::SqliteLog log_;
    rooms::RoomWriter writer_;
};

/// Successive meetings in room xx with everything that happens in meetings: statements, pauses,
/// time added, notices and their Undo, plates, signals and the roll.
class Meetings {
public:
    /// Founds the room in the empty folder.
    explicit Meetings(const std::filesystem::path& folder);

    static constexpr int acts_a_statement = 40;
    /// Opens the next meeting and holds it with this many statements.
    void hold(int statements);
    [[nodiscard]] OpenedRoom& room() { return *room_; }
    /// Stops the server.
    void close() { room_.reset(); }

private:
    void open_meeting();
    void hold_a_statement();

    std::optional<OpenedRoom> room_;
    int meetings_ = 0;
    std::size_t statements_ = 0;
};

}  // namespace rostrum::endurance
