#include "floor/lost_time.hpp"

#include <string>

#include "floor/limits.hpp"

namespace rostrum {

std::optional<LostTime> lost_time(const Room& room, const Outage& outage) {
    if (outage.to - outage.from < limits::outage_shortest) return std::nullopt;
    const Meeting* meeting = current_meeting(room);
    if (meeting == nullptr || !meeting->statement) return std::nullopt;
    const Statement& statement = *meeting->statement;
    if (statement.silence || !statement.timer.running_since) return std::nullopt;
    // Both numbers are told to every tablet alike, so that their taps are one.
    const CommandId command{"away-" + std::to_string(unix_ms(outage.to)) + "-" +
                            std::to_string(statement.id.value)};
    return LostTime{outage, outage.to - outage.from, statement.inscription,
                    find(*meeting, statement.inscription)->added, command};
}

// What was added in between has given back some of the earlier one: so that one's sum is asked for.
LostTime together(const LostTime& earlier, const LostTime& later) {
    return {{earlier.outage.from, later.outage.to},
            earlier.away + later.away,
            earlier.inscription,
            earlier.added_before,
            later.command};
}

bool is_to_give_back(const LostTime& lost, const Room& room) {
    const Meeting* meeting = current_meeting(room);
    if (meeting == nullptr) return false;
    const Inscription* inscription = find(*meeting, lost.inscription);
    return inscription != nullptr && (inscription->status == InscriptionStatus::speaking ||
                                      inscription->status == InscriptionStatus::interrupted);
}

}  // namespace rostrum
