#include "replica/room_copy.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

#include "store/act_row.hpp"

namespace rostrum::replica {
namespace {

/// Acts in one commit of the own log.
constexpr std::size_t most_written_at_once = 256;
/// Acts that wait for the own log; the sequencer is asked for more when these are written.
constexpr std::size_t most_pending = 4096;

constexpr auto not_one_record =
    " they are copies of different times. Nothing is written to the room until somebody has chosen "
    "the one to keep.";

std::string link_of(const RoomHead& head) {
    return head.revision == Revision{} ? store::chain_start() : head.chain;
}

}  // namespace

RoomCopy::RoomCopy(RoomId room, RoomHead end, Services services)
    : room_(std::move(room)),
      end_(std::move(end)),
      known_(end_.revision),
      services_(std::move(services)),
      compared_(end_.revision) {}

// A waiter may wait again, so it is taken out before it is called.
template <class Concerned>
void RoomCopy::end_waits(const std::optional<std::string>& why_not, Concerned is_concerned) {
    const auto concerned = std::stable_partition(
        waiters_.begin(), waiters_.end(), [&](const Waiter& one) { return !is_concerned(one); });
    std::vector<Waiter> ended(std::make_move_iterator(concerned),
                              std::make_move_iterator(waiters_.end()));
    waiters_.erase(concerned, waiters_.end());
    for (const Waiter& one : ended) one.reached(why_not);
}

void RoomCopy::know(Revision revision) {
    known_ = std::max(known_, revision);
    advance();
}

void RoomCopy::compare(const RoomHead& head) {
    const bool lacks_acts = head.revision < std::exchange(compared_, end_.revision);
    const bool is_other = head.revision == end_.revision && head.chain != end_.chain;
    if (lacks_acts || is_other) differ_from(head);
    know(head.revision);
}

void RoomCopy::differ_from(const RoomHead& head) {
    stop("The servers' record of room " + room_.value + " ends with act " +
         std::to_string(head.revision.value) + ", and this server's own log with another, " +
         std::to_string(end_.revision.value) + ":" + not_one_record);
}

void RoomCopy::take(std::vector<store::ActRow> rows) {
    for (store::ActRow& row : rows) {
        const Revision revision = store::revision_of(row);
        if (revision <= end_.revision) continue;
        known_ = std::max(known_, revision);
        // A row that has its names takes the place of one without.
        if (pending_.size() < most_pending || pending_.contains(revision))
            pending_.insert_or_assign(revision, std::move(row));
    }
    advance();
}

void RoomCopy::advance() {
    if (writing_ || fault_) return;
    if (auto rows = next_rows(); !rows.empty()) return write(std::move(rows));
    if (fault_ || reading_ || known_ <= end_.revision) return;
    reading_ = true;
    const auto next = pending_.find(Revision{end_.revision.value + 1});
    services_.read(end_.revision, next != pending_.end());
}

/// The rows that the own log can take now.
std::vector<store::ActRow> RoomCopy::next_rows() {
    std::vector<store::ActRow> rows;
    std::string link = link_of(end_);
    auto next = pending_.find(Revision{end_.revision.value + 1});
    for (Revision due = end_.revision;
         next != pending_.end() && next->first.value == ++due.value &&
         rows.size() < most_written_at_once && services_.complete(next->second);
         ++next) {
        if (!store::is_linked(next->second, link)) {
            stop("Act " + std::to_string(due.value) + " of room " + room_.value +
                 " in the servers' record does not continue this server's own log:" +
                 not_one_record);
            break;
        }
        link = next->second.chain;
        rows.push_back(next->second);
    }
    return rows;
}

void RoomCopy::write(std::vector<store::ActRow> rows) {
    rooms::RoomActs acts{room_, end_.revision, {}};
    try {
        for (const store::ActRow& row : rows) {
            if (!store::has_sound_payloads(row))
                throw std::runtime_error("act " + std::to_string(row.revision) +
                                         " has a changed event");
            acts.acts.push_back(store::read_act(row));
        }
    } catch (const std::exception& fault) {
        return stop("The servers' record of room " + room_.value +
                    " cannot be read: " + fault.what());
    }
    writing_ = true;
    std::vector<store::SealedActs> sealed;
    sealed.push_back({std::move(acts), rows});
    services_.local.append_sealed(
        std::move(sealed),
        [self = std::weak_ptr(self_), rows = std::move(rows)](const rooms::Appended& answer) {
            if (const auto copy = self.lock()) (*copy)->wrote(rows, answer);
        });
}

void RoomCopy::wrote(const std::vector<store::ActRow>& rows, const rooms::Appended& answer) {
    writing_ = false;
    if (const auto* unavailable = std::get_if<rooms::Unavailable>(&answer)) {
        services_.report(unavailable->reason);
        const Revision last = store::revision_of(rows.back());
        return end_waits(unavailable->reason,
                         [last](const Waiter& one) { return one.revision <= last; });
    }
    if (std::holds_alternative<rooms::Durable>(answer)) return adopt(rows);
    // An earlier write was done, though its answer said that this is not known.
    read_own_log();
}

void RoomCopy::read_own_log() {
    writing_ = true;
    services_.local.fetch_rows(
        room_, end_.revision, most_written_at_once,
        [self = std::weak_ptr(self_)](const auto& outcome) {
            const auto copy = self.lock();
            if (!copy) return;
            (*copy)->writing_ = false;
            const auto* rows = std::get_if<std::vector<store::ActRow>>(&outcome);
            if (rows == nullptr) return;
            if (rows->empty() || !store::is_linked(rows->front(), link_of((*copy)->end_)))
                return (*copy)->stop("The log of room " + (*copy)->room_.value +
                                     " was changed by another program. Stop the server and start "
                                     "it again.");
            (*copy)->adopt(*rows);
        });
}

void RoomCopy::adopt(const std::vector<store::ActRow>& rows) {
    end_ = {store::revision_of(rows.back()), rows.back().chain};
    known_ = std::max(known_, end_.revision);
    pending_.erase(pending_.begin(), pending_.upper_bound(end_.revision));
    services_.written(rows);
    end_waits(std::nullopt, [this](const Waiter& one) { return one.revision <= end_.revision; });
    advance();
}

void RoomCopy::stop(std::string sentence) {
    if (fault_) return;
    fault_ = std::move(sentence);
    services_.report(*fault_);
    end_waits(*fault_, [](const Waiter&) { return true; });
}

void RoomCopy::wait_for(Revision revision, std::optional<int> ticks, Reached reached) {
    if (revision <= end_.revision) return reached(std::nullopt);
    if (fault_) return reached(fault_);
    waiters_.push_back({revision, ticks, std::move(reached)});
    know(revision);
}

void RoomCopy::tick() {
    for (Waiter& one : waiters_)
        if (one.ticks) --*one.ticks;
    end_waits("The newest acts of the other servers have not arrived here.",
              [](const Waiter& one) { return one.ticks && *one.ticks < 0; });
    advance();
}

}  // namespace rostrum::replica
