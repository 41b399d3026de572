#include "rooms/room_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iterator>
#include <utility>

#include "floor/apply.hpp"
#include "floor/decide.hpp"
#include "floor/invariants.hpp"
#include "rooms/answers.hpp"
#include "rooms/meeting_move.hpp"

namespace rostrum::rooms {

RoomWriter::LogSubscription::LogSubscription(EventLog& followed, RoomId id,
                                             EventLog::Follower follower)
    : log(followed), room(std::move(id)) {
    log.follow(room, std::move(follower));
}

RoomWriter::LogSubscription::~LogSubscription() {
    log.follow(room, {});
}

// Follows the log before reading it, so that no act is missed between the two.
RoomWriter::RoomWriter(RoomId room, Clock& clock, EventLog& log, Audience& audience,
                       ReportProblem report_problem, HashCommand hash_command)
    : clock_(clock),
      log_(log),
      audience_(audience),
      report_problem_(std::move(report_problem)),
      hash_command_(std::move(hash_command)),
      room_(empty_room(std::move(room))),
      draft_{room_, {}, {}},
      subscription_(log, room_.id, [this](const std::vector<Act>& acts) { followed(acts); }) {
    load();
    snapshot_when_due();
}

/// Reads on from the snapshot, or from the first act if there is no snapshot or the acts contradict
/// it: the acts are the truth.
void RoomWriter::load() {
    if (std::optional<Room> snapshot = log_.snapshot(room_.id)) {
        try {
            snapshot_revision_ = snapshot->revision;
            return replay(*std::move(snapshot));
        } catch (const InvariantBroken&) {
            snapshot_revision_ = Revision{};
            recent_ = {};
        }
    }
    replay(empty_room(room_.id));
}

void RoomWriter::replay(Room from) {
    for (const Act& act : log_.read(from.id, from.revision)) {
        from = apply(std::move(from), act);
        recent_.add(act.command, act.revision, use_of(act.actor, act.kind));
    }
    room_ = std::move(from);
}

void RoomWriter::snapshot_when_due() {
    if (room_.revision.value - snapshot_revision_.value < acts_between_snapshots) return;
    log_.save_snapshot(room_);
    snapshot_revision_ = room_.revision;
}

namespace {

bool erases_a_name(const Act& act) {
    return std::any_of(act.events.begin(), act.events.end(), [](const Event& event) {
        return std::holds_alternative<NameErased>(event);
    });
}

std::size_t slots_for(Role role) {
    const bool podium = role == Role::chair || role == Role::secretariat;
    return podium ? most_waiting_commands : most_waiting_commands - slots_of_the_podium;
}

}  // namespace

void RoomWriter::submit(Actor actor, CommandId id, Command command, Reply reply) {
    // First of all: a role that may not send this command must not learn whether its id is known.
    if (auto refusal = refused_to(actor.role, kind_of(command))) {
        reply(*std::move(refusal));
        return;
    }
    if (waiting_.size() >= slots_for(actor.role)) {
        reply(Refusal{RefusalCode::busy, "Too many commands are waiting. Try again in a moment."});
        return;
    }
    const CommandUse use =
        use_of(actor, kind_of(command),
               hash_command_ ? std::optional{hash_command_(command)} : std::nullopt);
    if (const auto* move = std::get_if<MoveToRoom>(&command))
        return MeetingMove::begin(*this,
                                  {std::move(actor), std::move(id), *move, use, std::move(reply)});
    waiting_.push_back(
        {std::move(actor), std::move(id), std::move(command), use, std::move(reply), {}});
    work();
}

void RoomWriter::hold(std::function<void()> then) {
    Waiting waiting;
    waiting.hold = std::move(then);
    waiting_.push_back(std::move(waiting));
    work();
}

void RoomWriter::work() {
    if (busy_) return;
    busy_ = true;
    while (!batch_.empty() || !waiting_.empty()) {
        if (batch_.empty() && waiting_.front().hold) {
            const auto hold = std::move(waiting_.front().hold);
            waiting_.pop_front();
            return hold();
        }
        if (batch_.empty()) take_batch();
        if (must_reread_)
            return catch_up([this](bool is_caught_up) {
                if (!is_caught_up) refuse_batch();
                work_on();
            });
        Draft draft = decide_batch();
        if (!draft.acts.empty()) return append(std::move(draft));
        if (auto unknown = refused_unknown(); !unknown.empty())
            return find_in_log(std::move(unknown));
        answer_batch();
    }
    busy_ = false;
}

/// Continues once the batch's wait is over.
void RoomWriter::work_on() {
    busy_ = false;
    work();
}

void RoomWriter::take_batch() {
    const auto most =
        waiting_.begin() + static_cast<std::ptrdiff_t>(
                               std::min({waiting_.size(), most_decided_at_once, log_.most_acts()}));
    const auto end = std::find_if(waiting_.begin(), most,
                                  [](const Waiting& one) { return static_cast<bool>(one.hold); });
    batch_.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
}

void RoomWriter::append(Draft draft) {
    draft_ = std::move(draft);
    log_.append(room_.id, room_.revision, std::exchange(draft_.acts, {}),
                [self = std::weak_ptr(self_), expected = room_.revision](const Appended& result) {
                    if (const auto writer = self.lock()) (*writer)->appended(expected, result);
                });
}

// Frees the old room, and copies the new one for the next batch, only after all answers, so that
// none waits for that.
void RoomWriter::appended(Revision expected, const Appended& result) {
    if (std::holds_alternative<Durable>(result)) {
        // The log may have passed the acts to this follower already.
        if (room_.revision == expected) {
            for (const auto& [command, given] : draft_.answers)
                if (const auto* accepted = std::get_if<Accepted>(&given.answer))
                    recent_.add(command, accepted->revision, given.use);
            std::swap(room_, draft_.room);
            audience_.publish(room_);
        }
        auto unknown = refused_unknown();
        if (unknown.empty()) answer_batch();
        draft_ = {room_, {}, {}};
        snapshot_when_due();
        if (!unknown.empty()) return find_in_log(std::move(unknown));
    } else if (const auto* unavailable = std::get_if<Unavailable>(&result)) {
        // The acts may or may not be written. Commands that the log shows at once are accepted; the
        // rest is refused. A refused command that was written after all is accepted when it is sent
        // again.
        report_problem_(unavailable->reason);
        must_reread_ = true;
        return catch_up([this, may_be_done = unavailable->may_be_done](bool) {
            refuse_batch(may_be_done);
            work_on();
        });
    } else if (const auto* duplicate = std::get_if<Duplicate>(&result);
               duplicate != nullptr && is_old(*duplicate)) {
        // Done before the acts that this room remembers. The batch is decided again with that
        // command known.
        recent_.add(duplicate->command, duplicate->revision,
                    use_of(duplicate->actor, duplicate->kind));
    } else {
        // Another server wrote first. The batch is decided again on top of its acts.
        must_reread_ = true;
        return catch_up([this, expected](bool is_caught_up) {
            if (!is_caught_up || room_.revision == expected) {
                report_problem_("Another server wrote to room " + room_.id.value +
                                ", but what it wrote cannot be read.");
                refuse_batch();
            }
            work_on();
        });
    }
    work_on();
}

void RoomWriter::followed(const std::vector<Act>& acts) {
    try {
        adopt(acts);
    } catch (const std::exception&) {
        // There is a gap before them, or they contradict the room: read the log itself.
        must_reread_ = true;
    }
    if (must_reread_) catch_up([](bool) {});
}

RoomWriter::Draft RoomWriter::decide_batch() {
    // A draft without answers is a copy of the room at that revision.
    const bool is_ready = draft_.answers.empty() && draft_.room.revision == room_.revision;
    Draft draft =
        is_ready ? std::exchange(draft_, {empty_room(room_.id), {}, {}}) : Draft{room_, {}, {}};
    for (Waiting& waiting : batch_) {
        const auto [entry, is_first] =
            draft.answers.try_emplace(waiting.id, Draft::Given{waiting.use, {}});
        Draft::Given& first = entry->second;
        if (is_first) first.answer = decide_one(draft, waiting);
        waiting.answer = is_same(first.use, waiting.use) ? first.answer : id_is_used();
    }
    return draft;
}

Answer RoomWriter::decide_one(Draft& draft, const Waiting& waiting) const {
    if (const auto* known = recent_.find(waiting.id)) return answer_again(*known, waiting.use);
    try {
        const Instant now = next_instant(draft.room, clock_);
        Decision decision = decide(draft.room, waiting.actor, waiting.command, now);
        if (auto* refusal = std::get_if<Refusal>(&decision)) return std::move(*refusal);

        Act act = next_act(draft.room, now, waiting.actor, waiting.id, kind_of(waiting.command),
                           std::get<Events>(std::move(decision)));
        draft.room = apply(std::move(draft.room), act);
        draft.acts.push_back(std::move(act));
        return Accepted{draft.room.revision};
    } catch (const std::exception& fault) {
        restore(draft);
        report_problem_("A command was refused because it would have broken room " +
                        room_.id.value + ": " + fault.what());
        return breaks_a_rule();
    }
}

/// Rebuilds the draft's room from the acts before the one that broke it. That is rare; copying the
/// room before each act would cost more.
void RoomWriter::restore(Draft& draft) const {
    draft.room = room_;
    for (const Act& act : draft.acts) draft.room = apply(std::move(draft.room), act);
}

/// The refused commands that may have been done, long ago or by another server: those must be
/// accepted.
std::vector<CommandId> RoomWriter::refused_unknown() const {
    std::vector<CommandId> unknown;
    if (!log_.others_write() && recent_.are_all_up_to(room_.revision)) return unknown;
    for (const Waiting& waiting : batch_)
        if (std::holds_alternative<Refusal>(waiting.answer)) unknown.push_back(waiting.id);
    return unknown;
}

void RoomWriter::find_in_log(std::vector<CommandId> commands) {
    log_.find(room_.id, std::move(commands),
              [self = std::weak_ptr(self_), decided_on = room_.revision](const auto& outcome) {
                  if (const auto writer = self.lock()) (*writer)->found(decided_on, outcome);
              });
}

void RoomWriter::found(Revision decided_on,
                       const std::variant<std::vector<Duplicate>, Unavailable>& outcome) {
    if (!log_.others_write()) return answer_refused(outcome);
    // Other servers' acts may have come meanwhile, or be in the log: then it decides again.
    catch_up([this, outcome, decided_on](bool) {
        if (room_.revision != decided_on) return work_on();
        answer_refused(outcome);
    });
}

/// Accepts the commands that were done long ago, and refuses the others.
void RoomWriter::answer_refused(const std::variant<std::vector<Duplicate>, Unavailable>& outcome) {
    if (const auto* unavailable = std::get_if<Unavailable>(&outcome)) {
        report_problem_("The log of room " + room_.id.value +
                        " cannot be read: " + unavailable->reason);
        for (Waiting& waiting : batch_)
            if (std::holds_alternative<Refusal>(waiting.answer))
                waiting.answer =
                    Refusal{RefusalCode::log_unavailable,
                            "The record cannot be read now, so this was not done. Try again."};
    } else {
        std::unordered_map<CommandId, RecentCommands::Done> done;
        for (const Duplicate& old : std::get<std::vector<Duplicate>>(outcome))
            done.emplace(old.command,
                         RecentCommands::Done{old.revision, use_of(old.actor, old.kind)});
        for (Waiting& waiting : batch_)
            if (const auto old = done.find(waiting.id); old != done.end())
                waiting.answer = answer_again(old->second, waiting.use);
    }
    answer_batch();
    work_on();
}

bool RoomWriter::is_old(const Duplicate& duplicate) const {
    return duplicate.revision <= room_.revision && !recent_.find(duplicate.command);
}

/// Accepts the commands that the log is known to hold, and refuses all others.
void RoomWriter::refuse_batch(bool may_be_done) {
    const Refusal refusal = not_written(may_be_done);
    for (Waiting& waiting : batch_) {
        if (const auto* known = recent_.find(waiting.id))
            waiting.answer = answer_again(*known, waiting.use);
        else
            waiting.answer = refusal;
    }
    answer_batch();
}

/// Sends refusals too only now: one that was decided on top of this batch's acts holds only once
/// they are durable.
void RoomWriter::answer_batch() {
    for (Waiting& waiting : std::exchange(batch_, {})) waiting.reply(std::move(waiting.answer));
}

/// Reads the acts that the room does not have yet. `then` receives whether that succeeded.
void RoomWriter::catch_up(CaughtUp then) {
    log_.fetch(room_.id, room_.revision,
               [self = std::weak_ptr(self_), then = std::move(then)](const auto& outcome) {
                   if (const auto writer = self.lock()) then((*writer)->has_adopted(outcome));
               });
}

bool RoomWriter::has_adopted(const std::variant<std::vector<Act>, Unavailable>& outcome) {
    std::string reason;
    try {
        if (const auto* acts = std::get_if<std::vector<Act>>(&outcome)) {
            adopt(*acts);
            must_reread_ = false;
            return true;
        }
        reason = std::get<Unavailable>(outcome).reason;
    } catch (const std::exception& fault) {
        reason = fault.what();
    }
    report_problem_("The log of room " + room_.id.value + " cannot be read: " + reason);
    return false;
}

/// Applies the acts that are new to this room.
void RoomWriter::adopt(const std::vector<Act>& acts) {
    // The log has dropped its snapshot together with the name.
    if (std::any_of(acts.begin(), acts.end(), erases_a_name)) snapshot_revision_ = Revision{};
    const auto is_new = [this](const Act& act) { return act.revision > room_.revision; };
    const auto news = std::find_if(acts.begin(), acts.end(), is_new);
    if (news != acts.end()) {
        Room next = room_;
        std::for_each(news, acts.end(),
                      [&](const Act& act) { next = apply(std::move(next), act); });
        std::for_each(news, acts.end(), [this](const Act& act) {
            recent_.add(act.command, act.revision, use_of(act.actor, act.kind));
        });
        std::swap(room_, next);
        audience_.publish(room_);
    }
    snapshot_when_due();
}

void RoomWriter::advance(Room next) {
    std::swap(room_, next);
    audience_.publish(room_);
    snapshot_when_due();
}

}  // namespace rostrum::rooms
