#include "floor/commands/handlers.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SetAsking& command) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (command.asking.phones_an_address > limits::phones_an_address_most) {
        return Refusal{RefusalCode::outside_limits,
                       {"most_phones",
                        "At most {most} phones of one address; 0 sets no limit.",
                        {{"most", std::to_string(limits::phones_an_address_most)}}}};
    }
    if (command.asking == room.asking)
        return Refusal{RefusalCode::already_so, "Delegations already ask like this."};
    return Events{AskingSet{command.asking}};
}

}  // namespace rostrum::commands
