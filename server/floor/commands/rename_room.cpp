#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const RenameRoom& command) {
    if (!is_founded(room))
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    auto paragraph_or_refusal = paragraph(command.name, limits::title_length, "The name");
    if (auto* refusal = std::get_if<Refusal>(&paragraph_or_refusal)) return std::move(*refusal);
    auto& name = std::get<std::string>(paragraph_or_refusal);
    if (name.empty())
        return Refusal{RefusalCode::malformed, {"room_name_empty", "A room needs a name."}};
    if (name == room.name)
        return Refusal{RefusalCode::already_so, "This is already the room's name."};
    return Events{RoomRenamed{std::move(name)}};
}

}  // namespace rostrum::commands
