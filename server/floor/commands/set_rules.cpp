#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SetRules& command) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (const auto fault = fault_of_new(command.rules))
        return Refusal{RefusalCode::outside_limits, *fault};
    if (command.rules == room.rules)
        return Refusal{RefusalCode::already_so, "These are already the rules."};
    return Events{RulesSet{command.rules}};
}

}  // namespace rostrum::commands
