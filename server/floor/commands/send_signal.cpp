#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

namespace {

bool is_for_the_chair(SignalKind kind) {
    return kind == SignalKind::here || kind == SignalKind::floor_back;
}

/// The podium signals to the speaker, a speaker to the chair, an interpreter only "slow down".
bool may_send(Role role, SignalKind kind) {
    switch (role) {
        case Role::chair:
        case Role::secretariat:
            return !is_for_the_chair(kind);
        case Role::speaker:
            return is_for_the_chair(kind);
        case Role::interpreter:
            return kind == SignalKind::slow_down;
        case Role::display:
        case Role::observer:
        case Role::delegation:
            break;
    }
    return false;
}

}  // namespace

Decision decide(const Room& room, const SendSignal& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (!may_send(context.actor.role, command.kind)) {
        return Refusal{RefusalCode::not_permitted, "This screen may not send this signal."};
    }
    const bool is_private = command.kind == SignalKind::private_line;
    if (is_private && command.delegation) {
        return Refusal{RefusalCode::malformed,
                       {"line_for_nobody", "The private line is for no delegation."}};
    }
    if (command.delegation) {
        const auto delegation = the_delegation(*meeting, *command.delegation);
        if (!delegation) return delegation.refusal();
    } else if (is_for_the_chair(command.kind)) {
        return Refusal{RefusalCode::unknown_delegation, "A speaker's signal names its delegation."};
    }
    auto text = paragraph(command.text, limits::signal_length, "The signal");
    if (auto* refusal = std::get_if<Refusal>(&text)) return std::move(*refusal);
    const std::string& words = std::get<std::string>(text);
    if ((is_private || command.kind == SignalKind::text) == words.empty()) {
        if (!words.empty())
            return Refusal{RefusalCode::malformed,
                           {"signal_text", "Only a text signal has a text."}};
        return Refusal{RefusalCode::malformed, {"signal_empty", "The signal has no text."}};
    }
    return Events{SignalSent{command.kind, context.actor.role, command.delegation, words}};
}

}  // namespace rostrum::commands
