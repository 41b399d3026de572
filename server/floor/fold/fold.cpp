#include "floor/fold/fold.hpp"

#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"

namespace rostrum {

namespace {

/// Restores the proceedings, then reapplies what has happened outside them since.
void undo(Room& room, const ActUndone& event) {
    require(!room.memory.empty() && room.memory.back().revision == event.act,
            "the act that is undone is the last one");
    const RememberedAct undone = room.memory.back();
    room.memory.pop_back();
    // Names are separate: they stay given or hidden, whichever plates come and go meanwhile.
    const Shared<SpeakerNames> names = room.names;
    const auto withheld = room.withheld;
    const Shared<SpeakerNames> hidden_names = room.hidden_names;
    room.proceedings = undone.before;
    room.rules = undone.rules;
    for (const Act& act : undone.since)
        for (const Event& since : act.events) fold(room, act, since);
    room.names = names;
    room.withheld = withheld;
    room.hidden_names = hidden_names;
    if (room.memory.empty() || undone.since.empty()) return;
    SharedList<Act>& since = room.memory.edit_back().since;
    for (const Act& act : undone.since) since.push_back(act);
}

}  // namespace

void fold(Room& room, const Act& act, const Event& event) {
    if (const auto* undone = std::get_if<ActUndone>(&event)) {
        undo(room, *undone);
        return;
    }
    std::visit(
        [&](const auto& one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, ActUndone>)
                folding::fold(folding::FoldContext{room, act}, one);
        },
        event);
}

bool stays_when_undone(const Event& event) {
    return std::holds_alternative<FloorRequested>(event) ||
           std::holds_alternative<RequestAccepted>(event) ||
           std::holds_alternative<Withdrawn>(event) || std::holds_alternative<RollEntered>(event) ||
           std::holds_alternative<RollLeft>(event) ||
           std::holds_alternative<MeetingPlanned>(event) ||
           std::holds_alternative<MeetingEdited>(event) ||
           std::holds_alternative<MeetingCancelled>(event) ||
           std::holds_alternative<MeetingRescheduled>(event) ||
           std::holds_alternative<RulesSet>(event) ||
           std::holds_alternative<OutageReported>(event) ||
           std::holds_alternative<PhoneHeld>(event) ||
           std::holds_alternative<OrganisationEntered>(event) ||
           std::holds_alternative<StandingPlanned>(event) ||
           std::holds_alternative<PlateCorrected>(event) ||
           std::holds_alternative<NoteSet>(event) ||
           std::holds_alternative<MeetingMovedAway>(event);
}

}  // namespace rostrum
