#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

namespace {

/// The inscription now in front of `before`, or at the end of the list.
const Inscription& in_front_of(const Meeting& meeting, const std::optional<InscriptionId>& before) {
    const auto place = std::find_if(
        meeting.list.begin(), meeting.list.end(),
        [&](const Inscription& inscription) { return before && inscription.id == *before; });
    return place == meeting.list.begin() ? *place : *std::prev(place);
}

}  // namespace

Decision decide(const Room& room, const MoveInscription& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto inscription = the_inscription(*meeting, command.inscription);
    if (!inscription) return inscription.refusal();
    const std::string& name = name_of(*meeting, *inscription);
    if (inscription->status != InscriptionStatus::waiting) {
        return Refusal{RefusalCode::not_waiting,
                       name + " is not waiting: only who waits is moved."};
    }
    if (command.before) {
        const auto before = the_inscription(*meeting, *command.before);
        if (!before) return before.refusal();
        if (before->status != InscriptionStatus::waiting) {
            return Refusal{RefusalCode::stale,
                           "The list has changed: " + name_of(*meeting, *before) +
                               " is not waiting any more."};
        }
    }
    if (command.before == inscription->id ||
        in_front_of(*meeting, command.before).id == inscription->id) {
        return Refusal{RefusalCode::already_so, name + " has that place already."};
    }
    return Events{InscriptionMoved{inscription->id, command.before}};
}

}  // namespace rostrum::commands
