#include "screen.hpp"

#include <utility>

#include "expect.hpp"

namespace rostrum::simulation {
namespace {

constexpr std::size_t outbox_size = 4;

}  // namespace

void Screen::join(const std::shared_ptr<const Shown>& room) {
    here_ = true;
    outbox_.clear();
    const bool holds_it = held_[0] != nullptr && revision_ == room->revision;
    revision_ = room->revision;
    replace(room, holds_it ? Sections{} : Sections::all());
}

void Screen::leave() {
    here_ = false;
    outbox_.clear();
}

void Screen::send(const std::shared_ptr<const Shown>& room, Revision previous, Sections changed) {
    if (outbox_.size() == outbox_size) {
        outbox_.clear();
        previous = Revision{};
        changed = Sections::all();
    }
    outbox_.push_back({room, previous, changed});
}

void Screen::read() {
    const Change change = std::move(outbox_.front());
    outbox_.pop_front();
    expect(change.changed == Sections::all() || change.previous == revision_,
           "a screen was told of a change that does not follow what it holds");
    expect(change.room->revision > revision_, "a screen was told of a revision twice");
    revision_ = change.room->revision;
    replace(change.room, change.changed);
}

void Screen::replace(const std::shared_ptr<const Shown>& room, Sections sections) {
    for (const Section section : every_section) {
        auto& held = held_[static_cast<std::size_t>(section)];
        if (sections.has(section))
            held = room;
        else
            expect(same(section, *held, *room), "a screen was not told of a section that changed");
    }
}

}  // namespace rostrum::simulation
