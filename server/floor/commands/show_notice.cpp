#include <utility>

#include "floor/commands/handlers.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ShowNotice& command, const CommandContext& context) {
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
    if (command.shown_for < Duration{0} || command.shown_for > limits::notice_longest) {
        return Refusal{RefusalCode::outside_limits,
                       {"notice_longest",
                        "A notice is shown for at most 24 hours, or until it is taken off."}};
    }
    if (command.counts_down && command.shown_for == Duration{0}) {
        return Refusal{RefusalCode::malformed,
                       {"notice_counts", "A notice counts down some time."}};
    }
    NoticeShown shown{text, std::nullopt, command.counts_down};
    if (command.shown_for > Duration{0}) shown.until = context.now + command.shown_for;
    return Events{std::move(shown)};
}

}  // namespace rostrum::commands
