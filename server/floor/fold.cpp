#include "floor/fold.hpp"

#include <algorithm>

#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum {

namespace {

/// Whether an event may happen was decided before it was logged. Here is only asked what must hold
/// for it to have a meaning, so that a log that was tampered with ends in a sentence.
class Fold {
public:
    Fold(Room& room, const Act& act) : room_(room), act_(act) {}

    void operator()(const RoomFounded& event) const {
        require(!is_founded(room_), "a room is founded once");
        room_.name = event.name;
        room_.time_zone = event.time_zone;
    }

    void operator()(const MeetingPlanned& event) const {
        Meeting meeting = planned_meeting(event.plan);
        for (const Inscription& inscription : meeting.list) {
            require_allottable(inscription, inscription.allotted);
        }
        if (!room_.proceedings.current) room_.proceedings.current = meeting.id;
        room_.proceedings.meetings.emplace_back(std::move(meeting));
    }

    void operator()(const SpeakerNamed& event) const {
        const Meeting* meeting = find(room_, event.meeting);
        require(meeting != nullptr && find(*meeting, event.delegation) != nullptr,
                "a name belongs to a plate");
        room_.names[{event.meeting, event.delegation}] = event.name;
    }

    void operator()(const MeetingAnnounced& event) const {
        require(find(room_, event.meeting) != nullptr, "a meeting that is announced is planned");
        room_.proceedings.current = event.meeting;
    }

    void operator()(const MeetingOpened& event) const {
        room_.proceedings.current = event.meeting;
        Meeting& meeting = current();
        require(meeting.course == Course::planned, "a meeting that opens was planned");
        meeting.course = Course::open;
        meeting.opened_at = act_.at;
    }

    void operator()(const MeetingSuspended& event) const {
        Meeting& meeting = current(event.meeting);
        require(meeting.course == Course::open, "a meeting that is suspended was open");
        meeting.course = Course::suspended;
        meeting.suspended_at = act_.at;
        if (meeting.statement && meeting.statement->timer.running_since) {
            meeting.statement->timer = paused(meeting.statement->timer, act_.at);
            meeting.statement->paused_by_suspension = true;
        }
    }

    void operator()(const MeetingResumed& event) const {
        Meeting& meeting = current(event.meeting);
        require(meeting.course == Course::suspended, "a meeting that resumes was suspended");
        meeting.course = Course::open;
        meeting.suspended_at.reset();
        if (meeting.statement && meeting.statement->paused_by_suspension) {
            meeting.statement->timer = running(meeting.statement->timer, act_.at);
            meeting.statement->paused_by_suspension = false;
        }
    }

    void operator()(const MeetingClosed& event) const {
        Meeting& meeting = current(event.meeting);
        require(meeting.course == Course::open || meeting.course == Course::suspended,
                "a meeting that closes was open");
        require(!meeting.statement, "a meeting closes after its last statement");
        meeting.course = Course::closed;
        meeting.suspended_at.reset();
        meeting.closed_at = act_.at;
    }

    void operator()(const FloorGiven& event) const {
        Meeting& meeting = current();
        require(!meeting.statement, "the floor that is given was free");
        Inscription& inscription = on_the_list(meeting, event.inscription);
        inscription.status = InscriptionStatus::speaking;

        Statement statement;
        statement.id = StatementId{act_.revision.value};
        statement.inscription = inscription.id;
        statement.given_at = act_.at;
        statement.timer.allotted = inscription.allotted + inscription.added;
        statement.timer.elapsed_before = inscription.spoken;
        statement.timer.running_since = act_.at;
        meeting.statement = std::move(statement);
    }

    void operator()(const StatementPaused& event) const {
        Timer& timer = in_progress(current(), event.statement).timer;
        timer = paused(timer, act_.at);
    }

    void operator()(const StatementResumed& event) const {
        Timer& timer = in_progress(current(), event.statement).timer;
        timer = running(timer, act_.at);
    }

    void operator()(const StatementEnded& event) const {
        Meeting& meeting = current();
        const Statement& statement = in_progress(meeting, event.statement);
        Inscription& inscription = on_the_list(meeting, statement.inscription);
        const Duration spoken = elapsed(statement.timer, act_.at);
        meeting.turns.push_back({statement.id, statement.inscription, statement.given_at, act_.at,
                                 spoken - inscription.spoken});
        inscription.spoken = spoken;
        inscription.status = InscriptionStatus::spoken;
        meeting.statement.reset();
    }

    void operator()(const StatementDeclined& event) const {
        Inscription& inscription = on_the_list(current(), event.inscription);
        require(inscription.status == InscriptionStatus::waiting, "who declines was waiting");
        inscription.status = InscriptionStatus::declined;
    }

    void operator()(const TimeAdded& event) const {
        Meeting& meeting = current();
        Statement& statement = in_progress(meeting, event.statement);
        constexpr Duration most = 2 * limits::added_most;
        require(event.added >= -most && event.added <= most, "added time is within its limit");
        on_the_list(meeting, statement.inscription).added += event.added;
        statement.timer.allotted += event.added;
    }

    void operator()(const AllotmentSet& event) const {
        Meeting& meeting = current();
        Inscription& inscription = on_the_list(meeting, event.inscription);
        require_allottable(inscription, event.allotted);
        inscription.allotted = event.allotted;
        if (inscription.status == InscriptionStatus::speaking) {
            require(meeting.statement.has_value(), "who speaks has the floor");
            meeting.statement->timer.allotted = inscription.allotted + inscription.added;
        }
    }

    void operator()(const InscriptionMoved& event) const {
        Meeting& meeting = current();
        Inscription moved = on_the_list(meeting, event.inscription);
        std::erase_if(meeting.list, [&](const Inscription& one) { return one.id == moved.id; });
        const auto place = std::find_if(
            meeting.list.begin(), meeting.list.end(),
            [&](const Inscription& one) { return event.before && one.id == *event.before; });
        require(!event.before || place != meeting.list.end(), "a place on the list is on the list");
        meeting.list.insert(place, std::move(moved));
    }

    void operator()(const MarkedPresent& event) const {
        Delegation& delegation = with_a_plate(event.delegation);
        delegation.standing = Standing::present;
        delegation.absence_reason.clear();
    }

    void operator()(const MarkedAbsent& event) const {
        Delegation& delegation = with_a_plate(event.delegation);
        delegation.standing = Standing::absent;
        delegation.absence_reason = event.public_reason;
    }

    void operator()(const NoticeShown& event) const {
        room_.proceedings.notice = Notice{NoticeId{act_.revision.value}, event.text};
    }

    void operator()(const NoticeCleared& event) const {
        require(room_.proceedings.notice && room_.proceedings.notice->id == event.notice,
                "a notice that is cleared was shown");
        room_.proceedings.notice.reset();
    }

    void operator()(const ActUndone& event) const {
        require(!room_.memory.empty() && room_.memory.back()->revision == event.act,
                "the act that is undone is the last one");
        room_.proceedings = room_.memory.back()->before;
        room_.memory.pop_back();
    }

private:
    [[nodiscard]] Meeting& current() const {
        auto& meetings = room_.proceedings.meetings;
        const auto found =
            std::find_if(meetings.begin(), meetings.end(), [&](const Shared<Meeting>& meeting) {
                return meeting->id == room_.proceedings.current;
            });
        require(found != meetings.end(), "an act of the floor belongs to a meeting");
        return found->edit();
    }

    [[nodiscard]] Meeting& current(const MeetingId& expected) const {
        require(room_.proceedings.current == expected, "only the current meeting goes on");
        return current();
    }

    [[nodiscard]] static Inscription& on_the_list(Meeting& meeting, const InscriptionId& id) {
        Inscription* inscription = find(meeting, id);
        require(inscription != nullptr, "an inscription is on the list");
        return *inscription;
    }

    [[nodiscard]] static Statement& in_progress(Meeting& meeting, StatementId id) {
        require(meeting.statement && meeting.statement->id == id, "a statement is in progress");
        return *meeting.statement;
    }

    [[nodiscard]] Delegation& with_a_plate(const DelegationId& id) const {
        Delegation* delegation = find(current(), id);
        require(delegation != nullptr, "a delegation has a plate");
        return *delegation;
    }

    /// Before it is added to anything, so that no sum overflows.
    static void require_allottable(const Inscription& inscription, Duration allotted) {
        const auto [shortest, longest] = allotment_limits(inscription.kind);
        require(allotted >= shortest && allotted <= longest, "an allotment is within its limits");
    }

    Room& room_;
    const Act& act_;
};

}  // namespace

void fold(Room& room, const Act& act, const Event& event) {
    std::visit(Fold{room, act}, event);
}

}  // namespace rostrum
