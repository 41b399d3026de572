#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SetAllotment& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto inscription = the_inscription(*meeting, command.inscription);
    if (!inscription) return inscription.refusal();
    const std::string& name = name_of(*meeting, *inscription);
    if (inscription->status == InscriptionStatus::spoken) {
        return Refusal{RefusalCode::not_waiting, name + " has spoken already."};
    }
    if (inscription->status == InscriptionStatus::declined) {
        return Refusal{RefusalCode::not_waiting, name + " has declined its statement."};
    }
    if (inscription->status == InscriptionStatus::empty_chair) {
        return Refusal{RefusalCode::not_waiting, name + " has had its turn."};
    }
    if (inscription->round) {
        return Refusal{
            RefusalCode::outside_limits,
            {"from_the_budget", "{who} speaks from the round's budget.", {{"who", name}}}};
    }
    const auto [shortest, longest] = allotment_limits(inscription->kind, room.rules);
    if (command.allotted < shortest || command.allotted > longest) {
        return Refusal{RefusalCode::outside_limits,
                       {"allotment_limits",
                        "{who} may be allotted {shortest} to {longest} minutes.",
                        {{"who", name},
                         {"shortest", clock_face(shortest)},
                         {"longest", clock_face(longest)}}}};
    }
    if (command.allotted + inscription->added < Duration{0}) {
        return Refusal{
            RefusalCode::outside_limits,
            {"taken_already", "More than that was taken from {who} already.", {{"who", name}}}};
    }
    if (command.allotted == inscription->allotted) {
        return Refusal{RefusalCode::already_so,
                       name + " is allotted " + clock_face(command.allotted) + " minutes already."};
    }
    return Events{AllotmentSet{inscription->id, command.allotted}};
}

}  // namespace rostrum::commands
