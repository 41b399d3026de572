#pragma once

#include <memory>
#include <optional>
#include <set>

#include "log_side.hpp"
#include "manual_clock.hpp"
#include "rooms/room_writer.hpp"
#include "screen.hpp"

namespace rostrum::simulation {

/// One server of the room, with its screens.
class Server {
public:
    Server(std::unique_ptr<LogSide> log, Instant start) : side(std::move(log)), clock(start) {
        start_up();
    }

    [[nodiscard]] bool is_up() const { return writer_.has_value(); }
    [[nodiscard]] const Room& room() const { return writer_->room(); }
    /// Does nothing if the log cannot be read.
    void start_up();
    /// Crashes: screens lose their connections, pending answers never come.
    void crash(RandomSource& random);

    using AnswerCallback = std::function<void(const CommandId&, const rooms::Answer&)>;
    /// @pre is_up()
    void submit(const Actor& actor, const CommandId& id, const Command& command,
                const AnswerCallback& on_answer);
    [[nodiscard]] bool owes_answers() const { return !owed_.empty(); }

    /// @pre is_up()
    [[nodiscard]] Screens& screens() { return *screens_; }
    /// Connects a screen to this server.
    void connect(Screen& screen, Role role) { screens_->connect(screen, role, room()); }

    std::unique_ptr<LogSide> side;
    rooms::ManualClock clock;

private:
    /// Submissions without an answer.
    std::set<int> owed_;
    int submissions_ = 0;
    std::optional<Screens> screens_;
    std::optional<Instant> crashed_at_;
    std::optional<rooms::RoomWriter> writer_;
};

}  // namespace rostrum::simulation
