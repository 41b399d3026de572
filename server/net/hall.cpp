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

wire::Sections Hall::enter(Screen& screen, Row row, const Room& room) {
    room_ = &room;
    screen.row_ = index(row);
    screen.held_ = room.revision;
    told_.push_back(screen);
    wire::Sections all;
    for (const Section& section : write(screen.row_).sections) all.emplace_back(section.bytes);
    return all;
}

void Hall::publish(const Room& room) {
    ++published_;
    room_ = &room;
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

/// Brings what is written for a row to the room's revision.
Hall::Written& Hall::write(std::size_t row) {
    Written& written = rows_.at(row);
    if (!written.sections.empty() && written.revision == room_->revision) return written;
    const auto [view, encoding] = row_at(row);
    auto sections = wire::write_sections(encoding, view, *room_);
    written.sections.resize(sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (written.sections[i].bytes != sections[i])
            written.sections[i] = {std::move(sections[i]), room_->revision};
    written.revision = room_->revision;
    written.steps.clear();
    return written;
}

const Frame& Hall::step(std::size_t row, Revision from) {
    Written& written = write(row);
    for (const Step& known : written.steps)
        if (known.from == from) return known.frame;
    wire::Sections changed;
    for (const Section& section : written.sections)
        if (section.changed_at > from) changed.emplace_back(section.bytes);
    const auto encoding = row_at(row).encoding;
    const std::string message = wire::write_changed(encoding, from, room_->revision, changed);
    written.steps.push_back({from, message_frame(encoding, message)});
    return written.steps.back().frame;
}

}  // namespace rostrum::net
