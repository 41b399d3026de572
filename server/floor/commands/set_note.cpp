#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SetNote& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    auto note = paragraph(command.note, limits::note_length, "The note");
    if (auto* refusal = std::get_if<Refusal>(&note)) return std::move(*refusal);
    auto& text = std::get<std::string>(note);
    if (text == delegation->note) return Refusal{RefusalCode::already_so, "The note says that."};
    return Events{NoteSet{meeting->id, delegation->id, std::move(text)}};
}

}  // namespace rostrum::commands
