#include "net/fanout.hpp"

#include <thread>
#include <utility>

namespace rostrum::net {
namespace {

// The views in their order, each in protobuf and in JSON.

std::size_t index(FrameVariant variant) {
    return 2 * static_cast<std::size_t>(variant.view) +
           (variant.encoding == wire::Encoding::json ? 1U : 0U);
}

FrameVariant variant_at(std::size_t index) {
    return {.view = static_cast<View>(index / 2),
            .encoding = index % 2 == 1 ? wire::Encoding::json : wire::Encoding::protobuf};
}

}  // namespace

wire::Sections Fanout::enter(Subscriber& subscriber, FrameVariant variant, const Room& room) {
    room_ = &room;
    subscriber.variant_ = index(variant);
    subscriber.held_ = room.revision;
    up_to_date_.push_back(subscriber);
    wire::Sections all;
    for (const Section& section : write(subscriber.variant_).sections)
        all.emplace_back(section.bytes);
    return all;
}

void Fanout::publish(const Room& room) {
    ++published_;
    room_ = &room;
    behind_.splice(behind_.end(), up_to_date_);
    if (!std::exchange(is_sending_, true)) post_task(&Fanout::begin_sending);
}

void Fanout::post_task(void (Fanout::*task)()) {
    post_([self = std::weak_ptr(self_), task] {
        if (const auto fanout = self.lock()) ((*fanout)->*task)();
    });
}

// Starts one task later, so that the sender of the command gets its answer first.
void Fanout::begin_sending() {
    post_task(&Fanout::send_slice);
}

void Fanout::send_slice() {
    for (std::size_t i = 0; i < slice && !behind_.empty(); ++i) send_to(behind_.front());
    is_sending_ = !behind_.empty();
    if (!is_sending_) return;
    post_task(&Fanout::send_slice);
    // Lets the log's thread run first on a machine with one processor.
    std::this_thread::yield();
}

void Fanout::catch_up(Subscriber& subscriber) {
    if (room_ != nullptr) send_to(subscriber);
}

void Fanout::send_to(Subscriber& subscriber) {
    subscriber.unlink();
    up_to_date_.push_back(subscriber);
    if (subscriber.held_ == room_->revision) return;
    if (subscriber.show(step(subscriber.variant_, subscriber.held_)))
        subscriber.held_ = room_->revision;
}

/// Updates a variant's sections to the room's revision.
Fanout::Written& Fanout::write(std::size_t variant) {
    Written& written = rows_.at(variant);
    if (!written.sections.empty() && written.revision == room_->revision) return written;
    const auto [view, encoding] = variant_at(variant);
    auto sections = wire::write_sections(encoding, view, *room_);
    written.sections.resize(sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (written.sections[i].bytes != sections[i])
            written.sections[i] = {std::move(sections[i]), room_->revision};
    written.revision = room_->revision;
    written.steps.clear();
    return written;
}

const Frame& Fanout::step(std::size_t variant, Revision from) {
    Written& written = write(variant);
    for (const Step& known : written.steps)
        if (known.from == from) return known.frame;
    wire::Sections changed;
    for (const Section& section : written.sections)
        if (section.changed_at > from) changed.emplace_back(section.bytes);
    const auto encoding = variant_at(variant).encoding;
    const std::string message =
        wire::write_changed(encoding, from, room_->revision, room_->acts_hash, changed);
    written.steps.push_back({from, message_frame(encoding, message)});
    return written.steps.back().frame;
}

}  // namespace rostrum::net
