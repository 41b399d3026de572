#include "screen.hpp"

#include <string>
#include <utility>
#include <vector>

#include "expect.hpp"
#include "floor/invariants.hpp"
#include "rostrum/v1/live.pb.h"

namespace rostrum::simulation {
namespace {

constexpr std::size_t outbox_size = 4;

template <class Sections>
std::string together(const Sections& sections) {
    std::string all;
    for (const auto& section : sections) all += section;
    return all;
}

v1::Changed read_frame(const std::string& frame) {
    const auto length = static_cast<unsigned char>(frame[1]);
    const std::size_t head = length < 126 ? 2 : length == 126 ? 4 : 10;
    v1::ServerMessage message;
    expect(message.ParseFromArray(frame.data() + head, static_cast<int>(frame.size() - head)),
           "a screen cannot parse its frame");
    return std::move(*message.mutable_changed());
}

}  // namespace

bool Screen::holds(const Room& room) const {
    return held_.SerializeAsString() ==
           together(wire::write_sections(wire::Encoding::protobuf, view_, room));
}

void Screen::join(const std::shared_ptr<const Room>& room, View view,
                  const wire::Sections& sections) {
    outbox_.clear();
    view_ = view;
    published_ = &room;
    const bool holds_it = shows_ && shows_->revision == room->revision;
    if (!holds_it) held_.ParseFromString(together(sections));
    shows_ = room;
    expect(holds(*room), "a screen that joins did not receive the whole room");
}

bool Screen::show(const net::Frame& change) {
    if (outbox_.size() == outbox_size) return false;
    outbox_.push_back({change, *published_});
    return true;
}

void Screen::read() {
    const auto [frame, room] = std::move(outbox_.front());
    outbox_.pop_front();
    const v1::Changed change = read_frame(*frame);
    expect(change.previous_revision() == shows_->revision.value,
           "a screen received a change that does not follow its revision");
    expect(change.revision() == room->revision.value && room->revision > shows_->revision,
           "a screen received another revision than the newest");
    std::vector<const google::protobuf::FieldDescriptor*> sections;
    v1::Room::GetReflection()->ListFields(change.sections(), &sections);
    for (const auto* section : sections) v1::Room::GetReflection()->ClearField(&held_, section);
    held_.MergeFrom(change.sections());
    shows_ = room;
    expect(holds(*room), "a screen did not receive a section that changed");
}

void Screens::connect(Screen& screen, Role role, const Room& room) {
    if (!published_) published_ = std::make_shared<const Room>(room);
    const net::FrameVariant variant{view_of(role), wire::Encoding::protobuf};
    screen.join(published_, variant.view, fanout_.enter(screen, variant, room));
}

void Screens::publish(const Room& room) {
    expect(!published_ || room.revision > published_->revision,
           "a published room is not newer than the last");
    check_invariants(room);
    published_ = std::make_shared<const Room>(room);
    fanout_.publish(room);
}

bool Screens::run_task() {
    if (tasks_.empty()) return false;
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    task();
    return true;
}

}  // namespace rostrum::simulation
