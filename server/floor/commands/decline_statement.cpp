#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const DeclineStatement& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto inscription = the_inscription(*meeting, command.inscription);
    if (!inscription) return inscription.refusal();
    const std::string& name = name_of(*meeting, *inscription);
    switch (inscription->status) {
        case InscriptionStatus::waiting:
            break;
        case InscriptionStatus::speaking:
        case InscriptionStatus::interrupted:
            return Refusal{RefusalCode::has_the_floor,
                           name + " has the floor: end the statement instead."};
        case InscriptionStatus::spoken:
        case InscriptionStatus::empty_chair:
            return Refusal{RefusalCode::not_waiting, name + " has had its turn already."};
        case InscriptionStatus::declined:
            return Refusal{RefusalCode::already_so, name + " has declined already."};
    }
    return Events{StatementDeclined{inscription->id}};
}

}  // namespace rostrum::commands
