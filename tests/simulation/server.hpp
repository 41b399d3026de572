#pragma once

#include <memory>
#include <optional>
#include <set>

#include "manual_clock.hpp"
#include "memory_log.hpp"
#include "rooms/room_writer.hpp"
#include "screen.hpp"

namespace rostrum::simulation {

/// One of the servers of the room, with the screens that hang on it.
class Server {
public:
    Server(rooms::MemoryLog& log, Instant start) : port(log), clock(start) { start_up(); }

    [[nodiscard]] bool is_up() const { return writer_.has_value(); }
    [[nodiscard]] const Room& room() const { return writer_->room(); }
    /// Nothing happens where the log cannot be read.
    void start_up();
    /// The plug is pulled. Its screens lose it, and whoever waits for an answer waits in vain.
    void crash();

    using Told = std::function<void(const CommandId&, const rooms::Answer&)>;
    /// @pre is_up()
    void submit(const Actor& actor, const CommandId& id, const Command& command, const Told& told);
    [[nodiscard]] bool owes_answers() const { return !owed_.empty(); }

    /// Of the server while it is up.
    [[nodiscard]] Screens& screens() { return *screens_; }
    /// Somebody sits down before a screen of this server.
    void connect(Screen& screen, Role role) { screens_->connect(screen, role, room()); }

    rooms::LogPort port;
    rooms::ManualClock clock;

private:
    /// The submissions that have had no answer.
    std::set<int> owed_;
    int submissions_ = 0;
    std::optional<Screens> screens_;
    std::optional<Instant> crashed_at_;
    std::optional<rooms::RoomWriter> writer_;
};

}  // namespace rostrum::simulation
