#include "floor/record_lines.hpp"

#include <algorithm>
#include <string>

namespace rostrum {

namespace {

std::string speaker_of(const Room& room, const MeetingId& meeting, const DelegationId& delegation) {
    const PlateOfMeeting plate{meeting, delegation};
    const auto name = room.names->find(plate);
    return name == room.names->end() || room.withheld.contains(plate) ? "" : name->second;
}

RecordedPlate plate_on(const Meeting& meeting, const InscriptionId& inscription) {
    return recorded(delegation_of(meeting, *find(meeting, inscription)));
}

const Turn* find_turn(const Meeting& meeting, StatementId id) {
    const auto found = std::ranges::find(meeting.turns, id, &Turn::statement);
    return found == meeting.turns.end() ? nullptr : &*found;
}

}  // namespace

RecordedPlate recorded(const Delegation& plate) {
    return {plate.title, plate.state_code, plate.kind};
}

FloorLines::FloorLines(const std::vector<Act>& acts) {
    for (const Act& act : acts)
        for (const Event& event : act.events)
            if (const auto* undone = std::get_if<ActUndone>(&event)) undone_.insert(undone->act);
}

void FloorLines::read(const Room& before, const Act& act) {
    if (undone_.contains(act.revision)) return;
    for (const Event& event : act.events) read(before, act, event);
}

void FloorLines::read(const Room& before, const Act& act, const Event& event) {
    if (const auto* opened = std::get_if<MeetingOpened>(&event))
        return add(act, opened->meeting, FloorEvent::opened);
    const Meeting* meeting = current_meeting(before);
    if (meeting == nullptr) return;
    if (const auto* suspended = std::get_if<MeetingSuspended>(&event)) {
        // Of a suspended meeting it only says when that one resumes.
        if (meeting->course == Course::open)
            add(act, meeting->id, FloorEvent::suspended, suspended->resumes_at);
    } else if (std::holds_alternative<MeetingResumed>(event)) {
        add(act, meeting->id, FloorEvent::resumed);
    } else if (std::holds_alternative<MeetingClosed>(event)) {
        add_not_called(act, *meeting);
        add(act, meeting->id, FloorEvent::closed);
    } else if (const auto* given = std::get_if<FloorGiven>(&event)) {
        if (act.kind == kind_of<Next>()) add_passed_over(act, *meeting, given->inscription);
    } else if (const auto* declined = std::get_if<StatementDeclined>(&event)) {
        add(act, *meeting, FloorEvent::declined, declined->inscription);
    } else if (const auto* left = std::get_if<ChairLeftEmpty>(&event)) {
        add(act, *meeting, FloorEvent::empty_chair, left->inscription);
    } else if (const auto* added = std::get_if<TimeAdded>(&event)) {
        // Of a yield, what the giver loses: the act's revision is the id of the other statement.
        if (act.kind == kind_of<Yield>() && added->added < Duration{0})
            passings_.push_back(
                {meeting->id, added->statement, StatementId{act.revision.value}, -added->added});
    }
}

void FloorLines::add(const Act& act, const MeetingId& meeting, FloorEvent what,
                     std::optional<Instant> resumes_at) {
    RecordLine line{meeting, what, act.at};
    line.resumes_at = resumes_at;
    moments_.push_back({act.revision, std::move(line)});
}

void FloorLines::add(const Act& act, const Meeting& meeting, FloorEvent what,
                     const InscriptionId& id) {
    const Inscription* inscription = find(meeting, id);
    if (inscription == nullptr) return;
    RecordLine line{meeting.id, what, act.at};
    line.plate = plate_on(meeting, id);
    line.inscription = id;
    line.kind = inscription->kind;
    moments_.push_back({act.revision, std::move(line), inscription->delegation});
}

void FloorLines::add_passed_over(const Act& act, const Meeting& meeting,
                                 const InscriptionId& called) {
    for (const Inscription& one : meeting.list) {
        if (one.id == called) return;
        if (one.status != InscriptionStatus::waiting || can_speak(delegation_of(meeting, one)))
            continue;
        // Each Next passes over it again.
        if (passed_over_.emplace(meeting.id, one.id).second)
            add(act, meeting, FloorEvent::passed_over, one.id);
    }
}

void FloorLines::add_not_called(const Act& act, const Meeting& meeting) {
    for (const Inscription& one : meeting.list)
        if (one.status == InscriptionStatus::waiting)
            add(act, meeting, FloorEvent::not_called, one.id);
}

RecordLine FloorLines::line_of(const Room& room, const Meeting& meeting, const Turn& turn) const {
    const Inscription& inscription = *find(meeting, turn.inscription);
    const Delegation* reader = turn.reader ? find(meeting, *turn.reader) : nullptr;
    RecordLine line{meeting.id, turn.silence ? FloorEvent::silence : FloorEvent::statement,
                    turn.from, turn.to};
    line.plate = recorded(delegation_of(meeting, inscription));
    line.inscription = inscription.id;
    line.kind = inscription.kind;
    line.spoken = turn.spoken;
    if (turn.silence) {
        line.absence_reason = delegation_of(meeting, inscription).absence_reason;
        return line;
    }
    line.speaker =
        speaker_of(room, meeting.id, turn.reader ? *turn.reader : inscription.delegation);
    if (reader != nullptr) line.read_by = recorded(*reader);
    for (const DelegationId& id : inscription.addressed_to)
        if (const Delegation* one = find(meeting, id)) line.addressed_to.push_back(recorded(*one));
    line.ruling = inscription.ruling;
    line.ruling_text = inscription.ruling_text;
    for (const Passing& passing : passings_) {
        if (passing.meeting != meeting.id) continue;
        const bool gives = passing.from == turn.statement;
        if (!gives && passing.to != turn.statement) continue;
        const Turn* other = find_turn(meeting, gives ? passing.to : passing.from);
        if (other == nullptr) continue;
        (gives ? line.passed_to : line.passed_from) =
            PassedTime{plate_on(meeting, other->inscription), passing.time};
    }
    return line;
}

std::vector<RecordLine> FloorLines::of(const Room& room, const Meeting& meeting) const {
    // The id of a statement is the revision that gave it the floor.
    std::vector<std::pair<std::uint64_t, RecordLine>> found;
    for (const Moment& moment : moments_) {
        if (moment.line.meeting != meeting.id) continue;
        RecordLine line = moment.line;
        if (const Delegation* plate = find(meeting, moment.delegation)) {
            line.plate = recorded(*plate);
            if (line.what != FloorEvent::declined) line.absence_reason = plate->absence_reason;
        }
        found.emplace_back(moment.act.value, std::move(line));
    }
    for (const Turn& turn : meeting.turns)
        found.emplace_back(turn.statement.value, line_of(room, meeting, turn));
    std::ranges::stable_sort(found, {}, &std::pair<std::uint64_t, RecordLine>::first);
    std::vector<RecordLine> lines;
    lines.reserve(found.size());
    for (auto& [act, line] : found) lines.push_back(std::move(line));
    return lines;
}

}  // namespace rostrum
