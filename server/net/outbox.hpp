#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "net/frame.hpp"

namespace rostrum::net {

/// The frames that one connection has still to send, in order. The caller bounds it: answers by
/// waiting(), changes of the room by bytes(). Knows no socket.
class Outbox {
public:
    void put(Frame frame);

    /// Queues the last frame: later ones are dropped.
    void seal(Frame last);
    void seal() { sealed_ = true; }
    [[nodiscard]] bool sealed() const { return sealed_; }

    [[nodiscard]] bool empty() const { return head_ == frames_.size(); }
    /// Frames not yet written completely: their number and bytes.
    [[nodiscard]] std::size_t waiting() const { return frames_.size() - head_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// Fills `pieces` with the next bytes to write and returns how many pieces it used.
    std::size_t next(std::span<std::string_view> pieces) const;
    /// Removes this many written bytes. Returns how many frames are now completely written.
    std::size_t written(std::size_t bytes);

private:
    void compact();

    /// Frames before head_ are already written.
    std::vector<Frame> frames_;
    std::size_t head_ = 0;
    std::size_t written_of_head_ = 0;
    std::size_t bytes_ = 0;
    bool sealed_ = false;
};

}  // namespace rostrum::net
