#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "net/frame.hpp"

namespace rostrum::net {

/// What one connection still has to be sent, in order. Whoever puts something bounds it: answers by
/// waiting(), changes of the room by bytes(). No socket in here.
class Outbox {
public:
    void put(Frame frame);

    /// The last frame that will ever be sent: whatever is put later is dropped.
    void seal(Frame last);
    void seal() { sealed_ = true; }
    [[nodiscard]] bool sealed() const { return sealed_; }

    [[nodiscard]] bool empty() const { return head_ == frames_.size(); }
    /// Of frames that have not left entirely: how many, and their bytes.
    [[nodiscard]] std::size_t waiting() const { return frames_.size() - head_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// Fills `pieces` with what is to be written next, as far as they reach; returns how many.
    std::size_t next(std::span<std::string_view> pieces) const;
    /// So much of it was written. Returns how many frames have left entirely.
    std::size_t written(std::size_t bytes);

private:
    void compact();

    /// From head_ on; what stands before has left.
    std::vector<Frame> frames_;
    std::size_t head_ = 0;
    std::size_t written_of_head_ = 0;
    std::size_t bytes_ = 0;
    bool sealed_ = false;
};

}  // namespace rostrum::net
