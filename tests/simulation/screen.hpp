#pragma once

#include <cstddef>
#include <deque>
#include <memory>

#include "floor/room.hpp"
#include "net/fanout.hpp"
#include "rostrum/v1/room.pb.h"

namespace rostrum::simulation {

/// A screen that replaces the sections it receives, behind a bounded outbox.
class Screen final : public net::Subscriber {
public:
    [[nodiscard]] bool is_here() const { return is_linked(); }
    [[nodiscard]] bool has_mail() const { return !outbox_.empty(); }

    /// @pre the screen has joined once.
    [[nodiscard]] const Room& shows() const { return *shows_; }
    /// Whether it holds exactly the bytes that a joining screen receives.
    [[nodiscard]] bool holds(const Room& room) const;

    /// Receives the whole room, or nothing if it already has this revision.
    /// @param room the newest published room, read again while the screen is connected.
    void join(const std::shared_ptr<const Room>& room, View view, const wire::Sections& sections);

    bool show(const net::Frame& change) override;
    /// Reads the next message.
    /// @throws PromiseBroken if there is a gap, or if the screen then differs from the room.
    void read();

private:
    struct Change {
        net::Frame frame;
        std::shared_ptr<const Room> room;
    };

    View view_{};
    const std::shared_ptr<const Room>* published_ = nullptr;
    /// nullptr until the first join.
    std::shared_ptr<const Room> shows_;
    v1::Room held_;
    std::deque<Change> outbox_;
};

/// The screens of one server, with their fan-out.
class Screens final : public rooms::Audience {
public:
    void connect(Screen& screen, Role role, const Room& room);
    void disconnect(Screen& screen) { fanout_.leave(screen); }
    /// @throws PromiseBroken if the room is not newer than the last.
    void publish(const Room& room) override;
    /// Runs the fan-out's next task. Returns false if there is none.
    bool run_task();
    /// Sends a slow screen what it missed.
    void catch_up(Screen& screen) { fanout_.catch_up(screen); }

private:
    std::shared_ptr<const Room> published_;
    std::deque<std::function<void()>> tasks_;
    net::Fanout fanout_{[this](std::function<void()> task) { tasks_.push_back(std::move(task)); }};
};

}  // namespace rostrum::simulation
