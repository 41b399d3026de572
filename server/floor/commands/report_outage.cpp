#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/lost_time.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ReportOutage& command, const CommandContext& context) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (command.to > context.now || lost_time(room, command.from, command.to) == Duration{0})
        return Refusal{RefusalCode::outside_limits,
                       {"no_time_lost", "No statement has lost time."}};
    return Events{OutageReported{command.from, command.to}};
}

}  // namespace rostrum::commands
