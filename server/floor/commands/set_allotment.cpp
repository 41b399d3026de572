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
        return Refusal{RefusalCode::outside_limits, name + " speaks from the round's budget."};
    }
    const auto [shortest, longest] = allotment_limits(inscription->kind, room.rules);
    if (command.allotted < shortest || command.allotted > longest) {
        return Refusal{RefusalCode::outside_limits, name + " may be allotted " +
                                                        clock_face(shortest) + " to " +
                                                        clock_face(longest) + " minutes."};
    }
    if (command.allotted + inscription->added < Duration{0}) {
        return Refusal{RefusalCode::outside_limits,
                       "More than that was taken from " + name + " already."};
    }
    if (command.allotted == inscription->allotted) {
        return Refusal{RefusalCode::already_so,
                       name + " is allotted " + clock_face(command.allotted) + " minutes already."};
    }
    return Events{AllotmentSet{inscription->id, command.allotted}};
}

}  // namespace rostrum::commands
