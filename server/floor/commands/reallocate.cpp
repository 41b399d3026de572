#include <set>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

std::optional<Refusal> cannot_be_set(const Room& room, const Meeting& meeting,
                                     const Allotment& allotment) {
    const auto inscription = the_inscription(meeting, allotment.inscription);
    if (!inscription) return inscription.refusal();
    const std::string& name = name_of(meeting, *inscription);
    if (inscription->status != InscriptionStatus::waiting || inscription->round) {
        return Refusal{RefusalCode::stale,
                       "The list has changed: " + name + " is not waiting any more."};
    }
    const auto [shortest, longest] = allotment_limits(inscription->kind, room.rules);
    if (allotment.allotted >= shortest && allotment.allotted <= longest) return std::nullopt;
    return Refusal{
        RefusalCode::outside_limits,
        {"allotment_limits",
         "{who} may be allotted {shortest} to {longest} minutes.",
         {{"who", name}, {"shortest", clock_face(shortest)}, {"longest", clock_face(longest)}}}};
}

}  // namespace

Decision decide(const Room& room, const Reallocate& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    std::set<InscriptionId> named;
    for (const Allotment& allotment : command.allotments) {
        if (const auto refusal = cannot_be_set(room, *meeting, allotment)) return *refusal;
        if (!named.insert(allotment.inscription).second)
            return Refusal{RefusalCode::malformed,
                           {"entry_twice", "An entry of the list is named twice."}};
    }
    if (command.reserve < Duration{0} || command.reserve > limits::meeting_longest) {
        return Refusal{RefusalCode::outside_limits,
                       {"reserve_limits", "The reserve for questions is 0 to 6 hours."}};
    }
    if (command.allotments.empty() && command.reserve == meeting->reserve)
        return Refusal{RefusalCode::already_so, "This would change nothing."};
    return Events{TimeReallocated{command.allotments, command.reserve}};
}

}  // namespace rostrum::commands
