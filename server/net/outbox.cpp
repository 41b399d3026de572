#include "net/outbox.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rostrum::net {
namespace {

/// Places of frames that have left: kept for the next ones, so that a client that keeps up costs no
/// allocation, but no more of them, so that a quiet one costs no memory.
constexpr std::size_t most_kept = 8;

}  // namespace

void Outbox::put(Frame frame) {
    if (!sealed_) push(std::move(frame), false);
}

bool Outbox::put_change(Frame frame) {
    if (sealed_ || owes_whole_) return true;
    const bool fits =
        changes_ < limits_->waiting_changes && bytes_ + frame->size() <= limits_->waiting_bytes;
    if (!fits && !empty()) {
        drop_changes();
        owes_whole_ = true;
        return false;
    }
    push(std::move(frame), true);
    return true;
}

void Outbox::put_whole(Frame frame) {
    owes_whole_ = false;
    if (!sealed_) push(std::move(frame), true);
}

void Outbox::seal(Frame last) {
    if (sealed_) return;
    drop_changes();
    owes_whole_ = false;
    push(std::move(last), false);
    sealed_ = true;
}

void Outbox::seal() {
    if (sealed_) return;
    drop_changes();
    owes_whole_ = false;
    sealed_ = true;
}

std::size_t Outbox::next(std::span<std::string_view> pieces) const {
    std::size_t count = std::min(pieces.size(), items_.size() - head_);
    for (std::size_t i = 0; i < count; ++i) pieces[i] = *items_[head_ + i].frame;
    if (count > 0) pieces[0].remove_prefix(written_of_head_);
    return count;
}

std::size_t Outbox::written(std::size_t bytes) {
    std::size_t frames = 0;
    written_of_head_ += bytes;
    while (!empty() && written_of_head_ >= items_[head_].frame->size()) {
        Item& item = items_[head_++];
        written_of_head_ -= item.frame->size();
        bytes_ -= item.frame->size();
        --(item.is_change ? changes_ : answers_);
        item.frame.reset();
        ++frames;
    }
    if (head_ > most_kept) compact();
    if (empty()) {
        items_.clear();
        head_ = 0;
    }
    return frames;
}

void Outbox::compact() {
    std::vector<Item> rest(
        std::make_move_iterator(items_.begin() + static_cast<std::ptrdiff_t>(head_)),
        std::make_move_iterator(items_.end()));
    items_ = std::move(rest);
    head_ = 0;
}

void Outbox::push(Frame frame, bool is_change) {
    bytes_ += frame->size();
    ++(is_change ? changes_ : answers_);
    items_.push_back({std::move(frame), is_change});
}

void Outbox::drop_changes() {
    // The frame in flight goes out whole: half a frame would break the stream.
    const bool in_flight = written_of_head_ > 0;
    const auto first = items_.begin() + static_cast<std::ptrdiff_t>(head_ + (in_flight ? 1 : 0));
    const auto gone = std::remove_if(first, items_.end(), [this](const Item& item) {
        if (!item.is_change) return false;
        bytes_ -= item.frame->size();
        --changes_;
        return true;
    });
    items_.erase(gone, items_.end());
}

}  // namespace rostrum::net
