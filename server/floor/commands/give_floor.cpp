#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const GiveFloor& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (const auto refusal = floor_has_passed(*meeting, command.ending)) return *refusal;
    if (const auto refusal = point_of_order_is_heard(*meeting)) return *refusal;
    const auto inscription = the_inscription(*meeting, command.inscription);
    if (!inscription) return inscription.refusal();
    const std::string& name = name_of(*meeting, *inscription);
    if (inscription->status == InscriptionStatus::speaking) {
        return Refusal{RefusalCode::has_the_floor, name + " has the floor already."};
    }
    if (inscription->kind == InscriptionKind::point_of_order) {
        return Refusal{RefusalCode::not_waiting, "That point of order has been ruled on."};
    }
    if (!can_speak(delegation_of(*meeting, *inscription))) {
        return Refusal{RefusalCode::delegation_absent,
                       name + " is not here: mark it present first."};
    }
    if (const auto refusal = no_turn_is_left(*meeting)) return *refusal;
    return pass_the_floor(*meeting, inscription->id);
}

}  // namespace rostrum::commands
