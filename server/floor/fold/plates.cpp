#include <algorithm>

#include "floor/card_holder.hpp"
#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"
#include "floor/states.hpp"

namespace rostrum::folding {

namespace {

void set_standing(Delegation& delegation, Standing standing) {
    delegation.standing = standing;
    delegation.absence_reason.clear();
    delegation.reader.reset();
}

Delegation& set_standing(Meeting& meeting, const DelegationId& id, Standing standing) {
    Delegation* delegation = find(meeting, id);
    require(delegation != nullptr, "a delegation has a plate");
    set_standing(*delegation, standing);
    if (standing != Standing::present) leave_unread(meeting, id);
    return *delegation;
}

Delegation& set_standing(const FoldContext& context, const DelegationId& id, Standing standing) {
    return set_standing(context.current(), id, standing);
}

bool is_on_the_list(const Meeting& meeting, const DelegationId& id) {
    return std::any_of(meeting.list.begin(), meeting.list.end(),
                       [&](const Inscription& one) { return one.delegation == id; });
}

/// Takes what a delegation has asked for off the list; only its turns stay.
void forget_asking(Meeting& meeting, const DelegationId& id) {
    std::erase_if(meeting.requests, [&](const Request& one) { return one.delegation == id; });
    std::erase_if(meeting.list, [&](const Inscription& one) {
        return one.delegation == id && !has_had_a_turn(meeting, one) &&
               one.status != InscriptionStatus::interrupted;
    });
}

/// Who read a plate's statement, turn by turn; nullopt if it spoke for itself.
void correct_reader(Meeting& meeting, const DelegationId& plate,
                    const std::optional<DelegationId>& reader) {
    for (Turn& turn : meeting.turns) {
        const Inscription& one = on_the_list(meeting, turn.inscription);
        const bool is_its_statement = one.kind == InscriptionKind::panel_statement ||
                                      one.kind == InscriptionKind::sur_statement;
        if (one.delegation == plate && is_its_statement && !turn.silence) turn.reader = reader;
    }
}

}  // namespace

void fold(const FoldContext& context, const MarkedPresent& event) {
    set_standing(context, event.delegation, Standing::present);
}

void fold(const FoldContext& context, const MarkedAbsent& event) {
    set_standing(context, event.delegation, Standing::absent).absence_reason = event.public_reason;
}

void fold(const FoldContext& context, const MarkedExpected& event) {
    set_standing(context, event.delegation, Standing::expected);
}

void fold(const FoldContext& context, const StandingPlanned& event) {
    Meeting* meeting = context.meeting(event.meeting);
    // Reapplied after an undo: the plate may be gone, or have the floor again.
    if (meeting == nullptr || find(*meeting, event.delegation) == nullptr ||
        is_heard(*meeting, event.delegation))
        return;
    set_standing(*meeting, event.delegation, event.standing).absence_reason = event.public_reason;
    programme_changed(context);
}

void fold(const FoldContext& context, const StatementHanded& event) {
    set_standing(context, event.delegation, Standing::read_by).reader = event.reader;
}

void fold(const FoldContext& context, const ChairLeftEmpty& event) {
    Inscription& inscription = on_the_list(context.current(), event.inscription);
    require(inscription.status == InscriptionStatus::waiting, "an empty chair was waiting");
    inscription.status = InscriptionStatus::empty_chair;
}

void fold(const FoldContext& context, const SilenceBegun& event) {
    Meeting& meeting = context.current();
    require_allottable(event.length);
    give_floor(meeting, on_the_list(meeting, event.inscription), context.act);
    meeting.statement->silence = true;
    meeting.statement->timer.allotted = event.length;
    meeting.statement->timer.elapsed_before = Duration{0};
}

void fold(const FoldContext& context, const RollEntered& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr) return;
    for (const std::string& code : event.state_codes) {
        const DelegationId id = mission_id(code);
        Delegation* there = find(*meeting, id);
        Phone* phone = note_phone(context, *meeting, id);
        if (phone != nullptr && (there == nullptr || there->standing != Standing::present))
            phone->entered = true;
        // A request that brings its Mission onto the roll counts once.
        if (context.act.kind == kind_of<EnterRoll>()) pay(context, phone);
        if (there != nullptr) {
            set_standing(*there, Standing::present);
            continue;
        }
        const State* state = state_by_code(code);
        require(state != nullptr, "a Mission belongs to a State");
        Delegation mission;
        mission.id = id;
        mission.kind = DelegationKind::mission;
        mission.title = state->name;
        mission.state_code = state->code;
        meeting->roll.push_back(std::move(mission));
    }
}

void fold(const FoldContext& context, const RollLeft& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr) return;
    std::vector<DelegationId> leaving;
    for (const std::string& code : event.state_codes) leaving.push_back(mission_id(code));
    if (!event.guest.empty()) leaving.push_back(organisation_id(event.guest));
    for (const DelegationId& id : leaving) {
        Delegation* delegation = find(*meeting, id);
        // An undo may have given it the floor again: then it has not left yet.
        if (delegation == nullptr || is_heard(*meeting, id)) continue;
        leave_unread(*meeting, id);
        // In older logs, a phone that takes another Mission does not say that it was mistaken.
        const bool mistaken = event.mistaken || context.act.kind != kind_of<LeaveRoll>();
        if (mistaken) forget_asking(*meeting, id);
        if (!mistaken || is_on_the_list(*meeting, id))
            set_standing(*delegation, Standing::absent);
        else
            std::erase_if(meeting->roll, [&](const Delegation& one) { return one.id == id; });
    }
}

void fold(const FoldContext& context, const PlateCorrected& event) {
    Meeting* meeting = context.meeting(event.meeting);
    Delegation* plate = meeting == nullptr ? nullptr : find(*meeting, event.delegation);
    if (plate == nullptr) return;
    plate->kind = event.kind;
    plate->title = event.title;
    plate->subject = event.subject;
    plate->represented_by = event.represented_by;
    plate->short_title = event.short_title;
    programme_changed(context);
    // Reapplied after an undo: it may have the floor again, or the reader may not be there.
    const auto reader = event.reader ? event.reader : plate->reader;
    const bool is_read = event.standing == Standing::read_by;
    if (is_heard(*meeting, plate->id)) return;
    if (is_read && (!reader || find(*meeting, *reader) == nullptr)) return;
    if (is_read || plate->standing == Standing::read_by)
        correct_reader(*meeting, plate->id, is_read ? reader : std::nullopt);
    set_standing(*plate, event.standing);
    plate->absence_reason = event.absence_reason;
    if (is_read) plate->reader = reader;
}

void fold(const FoldContext& context, const NoteSet& event) {
    Meeting* meeting = context.meeting(event.meeting);
    Delegation* plate = meeting == nullptr ? nullptr : find(*meeting, event.delegation);
    if (plate == nullptr) return;
    plate->note = event.note;
    programme_changed(context);
}

}  // namespace rostrum::folding
