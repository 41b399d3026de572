#include "net/outbox.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rostrum::net {
namespace {

/// Keeps this many slots of written frames for later ones: a client that keeps up costs no
/// allocation, a quiet one no memory.
constexpr std::size_t most_kept = 8;

}  // namespace

void Outbox::put(Frame frame) {
    if (sealed_) return;
    bytes_ += frame->size();
    frames_.push_back(std::move(frame));
}

void Outbox::seal(Frame last) {
    put(std::move(last));
    sealed_ = true;
}

std::size_t Outbox::next(std::span<std::string_view> pieces) const {
    const std::size_t count = std::min(pieces.size(), waiting());
    for (std::size_t i = 0; i < count; ++i) pieces[i] = *frames_[head_ + i];
    if (count > 0) pieces[0].remove_prefix(written_of_head_);
    return count;
}

std::size_t Outbox::written(std::size_t bytes) {
    std::size_t left = 0;
    written_of_head_ += bytes;
    while (!empty() && written_of_head_ >= frames_[head_]->size()) {
        Frame& frame = frames_[head_++];
        written_of_head_ -= frame->size();
        bytes_ -= frame->size();
        frame.reset();
        ++left;
    }
    if (head_ > most_kept) compact();
    if (empty()) {
        frames_.clear();
        head_ = 0;
    }
    return left;
}

void Outbox::compact() {
    std::vector<Frame> rest(
        std::make_move_iterator(frames_.begin() + static_cast<std::ptrdiff_t>(head_)),
        std::make_move_iterator(frames_.end()));
    frames_ = std::move(rest);
    head_ = 0;
}

}  // namespace rostrum::net
