#pragma once

#include <memory>
#include <optional>
#include <set>

#include "chamber/chamber.hpp"
#include "manual_clock.hpp"
#include "memory_log.hpp"
#include "screen.hpp"

namespace rostrum::simulation {

/// One of the servers of the room, with the screens that hang on it.
class Server {
public:
    Server(chamber::MemoryLog& log, Instant start) : port(log), clock(start) { start_up(); }

    [[nodiscard]] bool is_up() const { return chamber_.has_value(); }
    [[nodiscard]] const Room& room() const { return chamber_->room(); }
    /// Nothing happens where the log cannot be read.
    void start_up();
    /// The plug is pulled. Its screens lose it, and whoever waits for an answer waits in vain.
    void crash();

    using Told = std::function<void(const CommandId&, const chamber::Answer&)>;
    /// @pre is_up()
    void submit(const Actor& actor, const CommandId& id, const Command& command, const Told& told);
    [[nodiscard]] bool owes_answers() const { return !owed_.empty(); }

    /// Of the server while it is up.
    [[nodiscard]] Screens& screens() { return *screens_; }
    /// Somebody sits down before a screen of this server.
    void connect(Screen& screen, Role role) { screens_->connect(screen, role, room()); }

    chamber::LogPort port;
    chamber::ManualClock clock;

private:
    /// The submissions that have had no answer.
    std::set<int> owed_;
    int submissions_ = 0;
    std::optional<Screens> screens_;
    std::optional<Instant> crashed_at_;
    std::optional<chamber::Chamber> chamber_;
};

}  // namespace rostrum::simulation
