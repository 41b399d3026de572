#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

namespace {

Refusal nobody_waiting(const Meeting& meeting) {
    const bool absent_wait =
        std::any_of(meeting.list.begin(), meeting.list.end(), [](const Inscription& inscription) {
            return inscription.status == InscriptionStatus::waiting;
        });
    return {RefusalCode::nobody_waiting, absent_wait
                                             ? "All who still wait on the list are marked absent."
                                             : "Nobody is waiting on the list any more."};
}

}  // namespace

Decision decide(const Room& room, const Next& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (const auto refusal = floor_has_passed(*meeting, command.ending)) return *refusal;
    if (const auto refusal = point_of_order_is_heard(*meeting)) return *refusal;
    const Inscription* next = next_inscription(*meeting);
    if (next == nullptr) return nobody_waiting(*meeting);
    if (command.calling && *command.calling != next->id) {
        return Refusal{RefusalCode::stale,
                       "The list has changed: " + name_of(*meeting, *next) + " is next now."};
    }
    if (const auto refusal = no_turn_is_left(*meeting)) return *refusal;
    return pass_the_floor(*meeting, next->id);
}

}  // namespace rostrum::commands
