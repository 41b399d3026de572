#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SetHardStop& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (command.at == meeting->hard_stop) {
        return Refusal{RefusalCode::already_so, command.at
                                                    ? "The hard stop is already at that time."
                                                    : "There is no hard stop."};
    }
    constexpr Duration a_day = std::chrono::hours{24};
    const Instant earliest = std::min(context.now, meeting->starts_at);
    const Instant latest = std::max(context.now, meeting->ends_at) + a_day;
    if (command.at && (*command.at <= earliest || *command.at > latest)) {
        return Refusal{RefusalCode::outside_limits,
                       {"hard_stop_limits",
                        "The interpreters leave after the meeting has started, and within a day."}};
    }
    return Events{HardStopSet{command.at}};
}

}  // namespace rostrum::commands
