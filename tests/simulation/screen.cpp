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
           "a screen cannot read what it is sent");
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
    expect(holds(*room), "a screen that joins is not sent the room");
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
           "a screen was sent a change that does not follow what it holds");
    expect(change.revision() == room->revision.value && room->revision > shows_->revision,
           "a screen was sent another revision than the newest");
    std::vector<const google::protobuf::FieldDescriptor*> sections;
    v1::Room::GetReflection()->ListFields(change.sections(), &sections);
    for (const auto* section : sections) v1::Room::GetReflection()->ClearField(&held_, section);
    held_.MergeFrom(change.sections());
    shows_ = room;
    expect(holds(*room), "a screen was not sent a section that changed");
}

void Screens::connect(Screen& screen, Role role, const Room& room) {
    if (!published_) published_ = std::make_shared<const Room>(room);
    const net::Row row{view_of(role), wire::Encoding::protobuf};
    screen.join(published_, row.view, hall_.enter(screen, row, room));
}

void Screens::publish(const Room& room) {
    expect(!published_ || room.revision > published_->revision, "a publication is nothing new");
    check_invariants(room);
    published_ = std::make_shared<const Room>(room);
    hall_.publish(room);
}

bool Screens::take_a_turn() {
    if (turns_.empty()) return false;
    const auto turn = std::move(turns_.front());
    turns_.pop_front();
    turn();
    return true;
}

}  // namespace rostrum::simulation
