#include "net/hall.hpp"

#include <thread>
#include <utility>

namespace rostrum::net {
namespace {

// The views in their order, each in protobuf and in JSON.

std::size_t index(Row row) {
    return 2 * static_cast<std::size_t>(row.view) +
           (row.encoding == wire::Encoding::json ? 1U : 0U);
}

Row row_at(std::size_t index) {
    return {.view = static_cast<View>(index / 2),
            .encoding = index % 2 == 1 ? wire::Encoding::json : wire::Encoding::protobuf};
}

}  // namespace

void Hall::enter(Screen& screen, Row row, Revision held) {
    screen.row_ = index(row);
    screen.held_ = held;
    told_.push_back(screen);
}

void Hall::publish(const Room& room, Revision previous, Sections changed) {
    ++published_;
    room_ = &room;
    changes_.push_back({previous, changed});
    if (changes_.size() > remembered_changes) changes_.pop_front();
    for (auto& steps : steps_) steps.clear();
    untold_.splice(untold_.end(), told_);
    if (!std::exchange(is_telling_, true)) in_a_turn(&Hall::begin_telling);
}

void Hall::in_a_turn(void (Hall::*task)()) {
    post_([self = std::weak_ptr(self_), task] {
        if (const auto hall = self.lock()) ((*hall)->*task)();
    });
}

// One turn more before the first slice: whoever acted is answered before it.
void Hall::begin_telling() {
    in_a_turn(&Hall::tell_a_slice);
}

void Hall::tell_a_slice() {
    for (std::size_t i = 0; i < slice && !untold_.empty(); ++i) tell(untold_.front());
    is_telling_ = !untold_.empty();
    if (!is_telling_) return;
    in_a_turn(&Hall::tell_a_slice);
    // Where the thread that writes the log has no processor of its own, it goes first.
    std::this_thread::yield();
}

void Hall::catch_up(Screen& screen) {
    if (room_ != nullptr) tell(screen);
}

void Hall::tell(Screen& screen) {
    screen.unlink();
    told_.push_back(screen);
    if (screen.held_ == room_->revision) return;
    if (screen.show(step(screen.row_, screen.held_))) screen.held_ = room_->revision;
}

const Frame& Hall::step(std::size_t row, Revision from) {
    auto& steps = steps_.at(row);
    for (const Step& known : steps)
        if (known.from == from) return known.frame;
    steps.push_back({from, encode(row, from)});
    return steps.back().frame;
}

Frame Hall::encode(std::size_t row, Revision from) const {
    const auto [view, encoding] = row_at(row);
    Sections changed;
    auto change = changes_.rbegin();
    for (; change != changes_.rend() && change->previous >= from; ++change)
        changed = changed | change->sections;
    const bool is_forgotten = change == changes_.rend() && changes_.front().previous > from;
    return message_frame(
        encoding, is_forgotten
                      ? wire::write_changed(encoding, view, Revision{}, *room_, Sections::all())
                      : wire::write_changed(encoding, view, from, *room_, changed));
}

}  // namespace rostrum::net
