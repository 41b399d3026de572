#include "rooms/meeting_move.hpp"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>
#include <variant>

#include "floor/apply.hpp"
#include "floor/arrival.hpp"
#include "floor/decide.hpp"
#include "rooms/answers.hpp"

namespace rostrum::rooms {

void MeetingMove::begin(RoomWriter& from, Asked asked) {
    const RoomId& room = asked.command.room;
    RoomWriter* to = room == from.room_.id ? &from : from.other_rooms_(room);
    if (to == nullptr)
        return asked.reply(
            Refusal{RefusalCode::malformed, {"room_unknown", "There is no such room here."}});
    std::make_shared<MeetingMove>(from, *to, std::move(asked))->hold_both();
}

MeetingMove::MeetingMove(RoomWriter& from, RoomWriter& to, Asked asked)
    : asked_(std::move(asked)), from_{from.self_, {}}, to_{to.self_, {}} {}

/// In the order of the rooms' ids, so that two moves never wait for each other.
void MeetingMove::hold_both() {
    RoomWriter* first = *from_.writer.lock();
    RoomWriter* second = *to_.writer.lock();
    auto read = [self = shared_from_this()] {
        self->catch_up([self](bool has_all) {
            if (!has_all) return self->finish(not_written(false));
            self->decide();
        });
    };
    if (first == second) return first->hold(std::move(read));
    if (second->room_.id < first->room_.id) std::swap(first, second);
    first->hold([other = std::weak_ptr(second->self_), read = std::move(read)]() mutable {
        if (const auto writer = other.lock()) (*writer)->hold(std::move(read));
    });
}

void MeetingMove::catch_up(std::function<void(bool)> then) {
    for (const Side* side : {&from_, &to_}) {
        const auto writer = side->writer.lock();
        if (!writer) return;
        if (!(*writer)->must_reread_) continue;
        return (*writer)->catch_up([self = shared_from_this(), then = std::move(then)](bool done) {
            if (!done) return then(false);
            self->catch_up(then);
        });
    }
    then(true);
}

void MeetingMove::decide() {
    const auto from = from_.writer.lock();
    const auto to = to_.writer.lock();
    if (!from || !to) return;
    RoomWriter& source = **from;
    if (const auto* known = source.recent_.find(asked_.id))
        return finish(answer_again(*known, asked_.use));
    try {
        Decision leaving =
            rostrum::decide(source.room_, asked_.actor, asked_.command, source.clock_.now());
        if (auto* refusal = std::get_if<Refusal>(&leaving)) return refuse(std::move(*refusal));
        Decision coming = arrival((*to)->room_, source.room_, asked_.command.meeting);
        if (auto* refusal = std::get_if<Refusal>(&coming)) return refuse(std::move(*refusal));
        name_new_room(std::get<Events>(leaving), (*to)->room_);
        std::vector<RoomActs> both;
        both.push_back(act_in(from_, source, std::get<Events>(std::move(leaving))));
        both.push_back(act_in(to_, **to, std::get<Events>(std::move(coming))));
        source.log_.append_together(
            std::move(both),
            [self = shared_from_this()](const Appended& result) { self->appended(result); });
    } catch (const std::exception& fault) {
        source.report_problem_("A meeting was not moved because that would have broken a room: " +
                               std::string{fault.what()});
        finish(breaks_a_rule());
    }
}

/// The act, and the room that it makes.
RoomActs MeetingMove::act_in(Side& side, const RoomWriter& writer, Events events) const {
    const Room& room = writer.room_;
    Act act = next_act(room, next_instant(room, writer.clock_), asked_.actor, asked_.id,
                       kind_of<MoveToRoom>(), std::move(events));
    side.next = apply(room, act);
    return {room.id, room.revision, {std::move(act)}};
}

void MeetingMove::appended(const Appended& result) {
    if (std::holds_alternative<Durable>(result)) {
        const Revision revision = from_.next->revision;
        adopt(from_);
        adopt(to_);
        return finish(Accepted{revision});
    }
    if (std::holds_alternative<Duplicate>(result)) return refuse(id_is_used());
    const auto* unavailable = std::get_if<Unavailable>(&result);
    for (const Side* side : {&from_, &to_}) {
        const auto writer = side->writer.lock();
        if (!writer) return;
        if (unavailable != nullptr) (*writer)->report_problem_(unavailable->reason);
        (*writer)->must_reread_ = true;
    }
    const bool may_be_done = unavailable != nullptr && unavailable->may_be_done;
    catch_up([self = shared_from_this(), may_be_done](bool) {
        const auto from = self->from_.writer.lock();
        if (!from) return;
        const auto* known = (*from)->recent_.find(self->asked_.id);
        if (known != nullptr && is_same(known->use, self->asked_.use))
            return self->finish(Accepted{known->revision});
        self->finish(not_written(may_be_done));
    });
}

/// The log may have passed the act to this follower already.
void MeetingMove::adopt(Side& side) {
    const auto writer = side.writer.lock();
    if (!writer) return;
    RoomWriter& room = **writer;
    if (room.room_.revision.value + 1 != side.next->revision.value) return;
    room.recent_.add(asked_.id, side.next->revision, asked_.use);
    room.advance(*std::move(side.next));
}

void MeetingMove::refuse(Refusal refusal) {
    const auto from = from_.writer.lock();
    if (!from) return;
    RoomWriter& source = **from;
    if (source.recent_.are_all_up_to(source.room_.revision)) return finish(std::move(refusal));
    source.log_.find(
        source.room_.id, {asked_.id},
        [self = shared_from_this(), refusal = std::move(refusal)](const auto& outcome) {
            const auto* found = std::get_if<std::vector<Duplicate>>(&outcome);
            if (found == nullptr) return self->finish(not_written(false));
            if (found->empty()) return self->finish(refusal);
            const Duplicate& old = found->front();
            self->finish(
                answer_again({old.revision, use_of(old.actor, old.kind)}, self->asked_.use));
        });
}

void MeetingMove::finish(Answer answer) {
    const auto from = from_.writer.lock();
    const auto to = to_.writer.lock();
    asked_.reply(std::move(answer));
    if (from) (*from)->work_on();
    if (to && to != from) (*to)->work_on();
}

}  // namespace rostrum::rooms
