#pragma once

#include <cstddef>
#include <deque>
#include <memory>

#include "floor/room.hpp"
#include "net/fanout.hpp"
#include "rostrum/v1/room.pb.h"

namespace rostrum::simulation {

/// A screen that follows a room by replacing the sections that it is sent, behind an outbox that
/// takes no more when the screen is slow.
class Screen final : public net::Screen {
public:
    [[nodiscard]] bool is_here() const { return is_linked(); }
    [[nodiscard]] bool has_mail() const { return !outbox_.empty(); }

    /// @pre it has joined once.
    [[nodiscard]] const Room& shows() const { return *shows_; }
    /// Whether it holds, byte for byte, what a screen that joins this room is sent.
    [[nodiscard]] bool holds(const Room& room) const;

    /// Gets the whole room, or nothing if it holds just this revision.
    /// @param room the newest that was published: read again as long as the screen is here.
    void join(const std::shared_ptr<const Room>& room, View view, const wire::Sections& sections);

    bool show(const net::Frame& change) override;
    /// The screen gets round to the next message.
    /// @throws Seen if there is a gap, or if it then holds anything but the room.
    void read();

private:
    struct Change {
        net::Frame frame;
        std::shared_ptr<const Room> room;
    };

    View view_{};
    const std::shared_ptr<const Room>* published_ = nullptr;
    /// None before it first joined.
    std::shared_ptr<const Room> shows_;
    v1::Room held_;
    std::deque<Change> outbox_;
};

/// The screens of one server, behind its fan-out.
class Screens final : public rooms::Audience {
public:
    void connect(Screen& screen, Role role, const Room& room);
    void disconnect(Screen& screen) { hall_.leave(screen); }
    /// @throws Seen if the room is not newer than the one before.
    void publish(const Room& room) override;
    /// Does the next of what the fan-out has put off. False when there is nothing.
    bool take_a_turn();
    /// Lets a screen that was slow know what it missed.
    void catch_up(Screen& screen) { hall_.catch_up(screen); }

private:
    std::shared_ptr<const Room> published_;
    std::deque<std::function<void()>> turns_;
    net::Fanout hall_{[this](std::function<void()> turn) { turns_.push_back(std::move(turn)); }};
};

}  // namespace rostrum::simulation
