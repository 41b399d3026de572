#include "replica/replicated_log.hpp"

#include <algorithm>
#include <exception>
#include <utility>
#include <variant>

#include "store/hexadecimal.hpp"

namespace rostrum::replica {
namespace {

/// Acts that are asked for at once.
constexpr std::size_t most_missing_read = 200;

/// A sequencer keeps these bytes for good, so the names are gone from them.
SequencedAct sequenced_of(store::ActRow row) {
    static_cast<void>(take_names(row));
    return {store::revision_of(row), CommandId{row.command_id}, row.chain,
            wire::write_act_row(row)};
}

std::vector<store::ActRow> rows_of(const std::vector<SequencedAct>& acts) {
    std::vector<store::ActRow> rows;
    rows.reserve(acts.size());
    for (const SequencedAct& act : acts) rows.push_back(wire::read_act_row(act.bytes));
    return rows;
}

}  // namespace

struct ReplicatedLog::Writing {
    struct Of {
        RoomId room;
        RoomHead expected;
        std::vector<store::ActRow> rows;
    };
    std::vector<Of> rooms;
    std::vector<store::HeldName> names;
    AppendDone done;
    /// Rooms whose own log does not have the acts yet.
    std::size_t waiting = 0;
    std::optional<std::string> failed;
};

ReplicatedLog::ReplicatedLog(store::LocalLog& local, Sequencer& sequencer, Peers& peers,
                             store::RandomBytes random_bytes, store::Executor post, Report report)
    : local_(local),
      sequencer_(sequencer),
      peers_(peers),
      sealer_(std::move(random_bytes)),
      post_(std::move(post)),
      report_(std::move(report)) {
    names_.hold(local_.held());
    for (const store::Head& head : local_.heads().heads)
        new_copy(head.room, {head.revision, store::from_hexadecimal(head.hash)});
}

void ReplicatedLog::start(std::function<void()> current) {
    current_ = std::move(current);
    sequencer_.follow(*this);
}

void ReplicatedLog::tick() {
    for (auto& [room, copy] : copies_) copy.tick();
}

std::optional<std::string> ReplicatedLog::fault() const {
    for (const auto& [room, copy] : copies_)
        if (copy.fault()) return copy.fault();
    if (unreachable_.empty()) return std::nullopt;
    return unreachable_;
}

// What other servers write

RoomCopy& ReplicatedLog::new_copy(const RoomId& room, const RoomHead& end) {
    RoomCopy::Services services{
        .local = local_,
        .complete = [this](store::ActRow& row) { return names_.complete(row); },
        .read = [this, room](Revision after, bool names) { read_missing(room, after, names); },
        .written = [this, room](const std::vector<store::ActRow>& rows) { written(room, rows); },
        .report = report_};
    return copies_.try_emplace(room, room, end, std::move(services)).first->second;
}

RoomCopy& ReplicatedLog::copy_of(const RoomId& room) {
    const auto known = copies_.find(room);
    return known != copies_.end() ? known->second : new_copy(room, {});
}

void ReplicatedLog::written(const RoomId& room, const std::vector<store::ActRow>& rows) {
    for (const store::ActRow& row : rows) names_.drop(row);
    if (rows.front().revision == 1) appeared_(room);
    post_([self = std::weak_ptr(self_), room, rows] {
        const auto log = self.lock();
        if (!log) return;
        const auto follower = (*log)->followers_.find(room);
        if (follower == (*log)->followers_.end()) return;
        std::vector<Act> acts;
        acts.reserve(rows.size());
        for (const store::ActRow& row : rows) acts.push_back(store::read_act(row));
        follower->second(acts);
    });
}

void ReplicatedLog::follow(const RoomId& room, Follower follower) {
    if (follower)
        followers_[room] = std::move(follower);
    else
        followers_.erase(room);
}

void ReplicatedLog::hold(const std::vector<store::HeldName>& names,
                         std::function<void(bool)> done) {
    local_.hold(names, [self = std::weak_ptr(self_), names,
                        done = std::move(done)](const rooms::Appended& answer) {
        const auto log = self.lock();
        if (!log) return;
        const bool is_held = std::holds_alternative<rooms::Durable>(answer);
        if (is_held) {
            (*log)->names_.hold(names);
            for (auto& [room, copy] : (*log)->copies_) copy.advance();
        }
        done(is_held);
    });
}

void ReplicatedLog::sequenced(const RoomId& room, std::vector<SequencedAct> acts) {
    try {
        copy_of(room).take(rows_of(acts));
    } catch (const std::exception& fault) {
        report_("An act of room " + room.value + " cannot be read: " + fault.what());
    }
}

void ReplicatedLog::has_heads(const std::map<RoomId, RoomHead>& heads) {
    unreachable_.clear();
    for (const auto& [room, head] : heads) copy_of(room).compare(head);
    for (auto& [room, copy] : copies_)
        if (!heads.contains(room)) copy.compare({});
    if (!current_) return;
    const auto left = std::make_shared<std::size_t>(heads.size() + 1);
    const auto one_less = [left, current = std::exchange(current_, {})](const auto&) {
        if (--*left == 0) current();
    };
    for (const auto& [room, head] : heads)
        copy_of(room).wait_for(head.revision, std::nullopt, one_less);
    one_less(std::nullopt);
}

void ReplicatedLog::read_missing(const RoomId& room, Revision after, bool names_are_missing) {
    if (names_are_missing) return read_from_peers(room, after);
    sequencer_.read(room, after, most_missing_read,
                    [self = std::weak_ptr(self_), room, after](const auto& outcome) {
                        const auto log = self.lock();
                        if (!log) return;
                        const auto* read = std::get_if<Sequencer::Acts>(&outcome);
                        if (read != nullptr && read->has_gap)
                            return (*log)->read_from_peers(room, after);
                        (*log)->copy_of(room).read_ended();
                        if (read != nullptr) (*log)->sequenced(room, read->acts);
                    });
}

void ReplicatedLog::read_from_peers(const RoomId& room, Revision after) {
    peers_.rows(room, after, most_missing_read, [self = std::weak_ptr(self_), room](auto rows) {
        const auto log = self.lock();
        if (!log) return;
        RoomCopy& copy = (*log)->copy_of(room);
        copy.read_ended();
        if (rows) copy.take(*std::move(rows));
    });
}

// What this server writes

void ReplicatedLog::append(const RoomId& room, Revision expected, std::vector<Act> acts,
                           AppendDone done) {
    std::vector<rooms::RoomActs> alone;
    alone.push_back({room, expected, std::move(acts)});
    append_together(std::move(alone), std::move(done));
}

void ReplicatedLog::append_together(std::vector<rooms::RoomActs> rooms, AppendDone done) {
    const auto writing = std::make_shared<Writing>();
    writing->done = std::move(done);
    for (const rooms::RoomActs& one : rooms) {
        const RoomCopy& copy = copy_of(one.room);
        if (copy.fault())
            return post_([=, this] { answer(writing, rooms::Unavailable{*copy.fault()}); });
        // The sequencer would refuse it, for the price of a write.
        if (one.expected != copy.end().revision || copy.known() > one.expected)
            return post_([=, this, room = one.room, known = copy.known()] {
                answer_conflict(writing, room, known);
            });
        std::vector<store::ActRow> rows =
            sealer_.seal(one.room, one.acts,
                         one.expected == Revision{} ? store::chain_start() : copy.end().chain);
        for (store::ActRow row : rows)
            for (store::HeldName& name : take_names(row)) writing->names.push_back(std::move(name));
        writing->rooms.push_back({one.room, copy.end(), std::move(rows)});
    }
    find_own(writing);
}

/// A sequencer forgets the commands of old acts; the own log has them all.
void ReplicatedLog::find_own(const std::shared_ptr<Writing>& writing, std::size_t next) {
    if (next == writing->rooms.size()) return hold_names(writing);
    std::vector<CommandId> commands;
    for (const store::ActRow& row : writing->rooms[next].rows)
        commands.emplace_back(row.command_id);
    local_.find(writing->rooms[next].room, std::move(commands),
                [self = std::weak_ptr(self_), writing, next](const auto& outcome) {
                    const auto log = self.lock();
                    if (!log) return;
                    if (const auto* fault = std::get_if<rooms::Unavailable>(&outcome))
                        return (*log)->answer(writing, *fault);
                    const auto& found = std::get<std::vector<rooms::Duplicate>>(outcome);
                    if (!found.empty()) return (*log)->answer(writing, found.front());
                    (*log)->find_own(writing, next + 1);
                });
}

/// On the own disk first: the act may be in order, and this server and its memory gone.
void ReplicatedLog::hold_names(const std::shared_ptr<Writing>& writing) {
    if (writing->names.empty()) return put_in_order(writing);
    hold(writing->names, [self = std::weak_ptr(self_), writing](bool is_held) {
        const auto log = self.lock();
        if (!log) return;
        if (is_held) return (*log)->offer_names(writing);
        (*log)->answer(writing, rooms::Unavailable{"The log on this server cannot be written."});
    });
}

void ReplicatedLog::offer_names(const std::shared_ptr<Writing>& writing) {
    peers_.offer(std::move(writing->names), [self = std::weak_ptr(self_), writing](bool is_held) {
        const auto log = self.lock();
        if (!log) return;
        if (is_held) return (*log)->put_in_order(writing);
        (*log)->answer(writing,
                       rooms::Unavailable{"No other server answers that it has the name."});
    });
}

void ReplicatedLog::put_in_order(const std::shared_ptr<Writing>& writing) {
    std::vector<RoomBatch> batches;
    for (const Writing::Of& one : writing->rooms) {
        RoomBatch& batch = batches.emplace_back(RoomBatch{one.room, one.expected, {}});
        for (const store::ActRow& row : one.rows) batch.acts.push_back(sequenced_of(row));
    }
    sequencer_.append(std::move(batches),
                      [self = std::weak_ptr(self_), writing](const SequenceOutcome& outcome) {
                          if (const auto log = self.lock()) (*log)->outcome(writing, outcome);
                      });
}

void ReplicatedLog::outcome(const std::shared_ptr<Writing>& writing,
                            const SequenceOutcome& outcome) {
    unreachable_.clear();
    if (std::holds_alternative<Sequenced>(outcome)) return write_to_own_log(writing);
    if (const auto* other = std::get_if<OtherHead>(&outcome)) {
        // The own log was at `expected` when it asked.
        for (const Writing::Of& one : writing->rooms)
            if (one.room == other->room && other->actual.revision <= one.expected.revision)
                copy_of(one.room).differ_from(other->actual);
        return answer_conflict(writing, other->room, other->actual.revision);
    }
    if (const auto* known = std::get_if<KnownCommand>(&outcome))
        return answer_known(writing, *known);
    if (const auto* unknown = std::get_if<OutcomeUnknown>(&outcome)) {
        unreachable_ = unknown->reason;
        return answer(writing, rooms::Unavailable{unknown->reason, true});
    }
    unreachable_ = std::get<NotSequenced>(outcome).reason;
    answer(writing, rooms::Unavailable{unreachable_});
}

void ReplicatedLog::write_to_own_log(const std::shared_ptr<Writing>& writing) {
    writing->waiting = writing->rooms.size();
    for (Writing::Of& one : writing->rooms) {
        RoomCopy& copy = copy_of(one.room);
        const Revision last = store::revision_of(one.rows.back());
        copy.take(std::move(one.rows));
        copy.wait_for(last, std::nullopt, [self = std::weak_ptr(self_), writing](const auto& why) {
            const auto log = self.lock();
            if (!log) return;
            if (why) writing->failed = why;
            if (--writing->waiting > 0) return;
            if (writing->failed)
                (*log)->answer(writing, rooms::Unavailable{*writing->failed, true});
            else
                (*log)->answer(writing, rooms::Durable{});
        });
    }
}

/// Once the own log has what the other servers wrote: the room writer decides on top of it.
void ReplicatedLog::answer_conflict(const std::shared_ptr<Writing>& writing, const RoomId& room,
                                    Revision actual) {
    copy_of(room).wait_for(
        actual, RoomCopy::patience, [self = std::weak_ptr(self_), writing, room](const auto& why) {
            const auto log = self.lock();
            if (!log) return;
            if (why) return (*log)->answer(writing, rooms::Unavailable{*why});
            (*log)->answer(writing, rooms::Conflict{(*log)->copy_of(room).end().revision});
        });
}

/// Once the own log has the act: another server did the command.
void ReplicatedLog::answer_known(const std::shared_ptr<Writing>& writing,
                                 const KnownCommand& known) {
    copy_of(known.room)
        .wait_for(known.revision, RoomCopy::patience,
                  [self = std::weak_ptr(self_), writing, known](const auto& why) {
                      const auto log = self.lock();
                      if (!log) return;
                      if (why) return (*log)->answer(writing, rooms::Unavailable{*why, true});
                      (*log)->local_.find(
                          known.room, {known.command}, [self, writing](const auto& outcome) {
                              const auto finder = self.lock();
                              if (!finder) return;
                              const auto* found =
                                  std::get_if<std::vector<rooms::Duplicate>>(&outcome);
                              if (found != nullptr && !found->empty())
                                  (*finder)->answer(writing, found->front());
                              else
                                  (*finder)->answer(
                                      writing,
                                      rooms::Unavailable{"The act of a command cannot be read."});
                          });
                  });
}

void ReplicatedLog::answer(const std::shared_ptr<Writing>& writing, rooms::Appended answer) {
    writing->done(std::move(answer));
}

void ReplicatedLog::find(const RoomId& room, std::vector<CommandId> commands, FindDone done) {
    catch_up(room, [self = std::weak_ptr(self_), room, commands = std::move(commands),
                    done = std::move(done)](const auto& why) mutable {
        const auto log = self.lock();
        if (!log) return;
        if (why) return done(rooms::Unavailable{*why});
        (*log)->local_.find(room, std::move(commands), std::move(done));
    });
}

/// Calls `done` when the own log has every act that a majority has now.
void ReplicatedLog::catch_up(const RoomId& room, RoomCopy::Reached done) {
    const Revision after = copy_of(room).end().revision;
    sequencer_.read(
        room, after, most_missing_read,
        [self = std::weak_ptr(self_), room, after, done = std::move(done)](const auto& outcome) {
            const auto log = self.lock();
            if (!log) return;
            if (const auto* unknown = std::get_if<OutcomeUnknown>(&outcome))
                return done(unknown->reason);
            const auto& read = std::get<Sequencer::Acts>(outcome);
            if (read.acts.empty() && !read.has_gap) return done(std::nullopt);
            const Revision last =
                read.acts.empty() ? Revision{after.value + 1} : read.acts.back().revision;
            (*log)->sequenced(room, read.acts);
            (*log)->copy_of(room).wait_for(last, RoomCopy::patience,
                                           [self, room, done](const auto& why) {
                                               const auto waiter = self.lock();
                                               if (!waiter) return;
                                               if (why) return done(why);
                                               (*waiter)->catch_up(room, done);
                                           });
        });
}

}  // namespace rostrum::replica
