#include "floor/commands/handlers.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ShowNotice& command) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    const std::string text{trimmed(command.text)};
    if (text.empty()) {
        return Refusal{RefusalCode::malformed, {"notice_empty", "The notice is empty."}};
    }
    if (const auto fault = text_fault("The notice", text, limits::notice_length)) {
        return Refusal{RefusalCode::malformed, *fault};
    }
    if (command.countdown < Duration{0} || command.countdown > limits::countdown_longest) {
        return Refusal{RefusalCode::outside_limits, "A notice counts down at most 24 hours."};
    }
    return Events{NoticeShown{text, command.countdown}};
}

}  // namespace rostrum::commands
