#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const NameSpeaker& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    if (const auto refusal = not_all_on_the_podium(*meeting, {delegation->id})) return *refusal;
    const PlateOfMeeting plate{meeting->id, delegation->id};
    const auto withheld = room.withheld.find(plate);
    if (withheld != room.withheld.end() && withheld->second == NameStanding::erased) {
        return Refusal{RefusalCode::name_erased,
                       "The name of " + delegation->title + "'s speaker was erased for good."};
    }
    auto paragraph_or_refusal = paragraph(command.name, limits::title_length, "The name");
    if (auto* refusal = std::get_if<Refusal>(&paragraph_or_refusal)) return std::move(*refusal);
    const std::string& name = std::get<std::string>(paragraph_or_refusal);
    if (name.empty())
        return Refusal{RefusalCode::malformed,
                       {"name_empty", "The name is empty: to hide a name, withhold it."}};
    const auto known = room.names->find(plate);
    if (known != room.names->end() && known->second == name)
        return Refusal{RefusalCode::already_so, "This is already the name."};
    return Events{SpeakerNamed{meeting->id, delegation->id, name}};
}

}  // namespace rostrum::commands
