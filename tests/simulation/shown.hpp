#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "floor/room.hpp"
#include "floor/sections.hpp"

namespace rostrum::simulation {

/// What there is to see of a room, as it stood at one revision.
struct Shown {
    explicit Shown(const Room& room);

    Revision revision;
    std::string name;
    std::string time_zone;
    Proceedings proceedings;
    SpeakerNames names;
    std::map<PlateOfMeeting, NameStanding> withheld;
    Rules rules;
    DisplaySettings display;
    Role controls;
    std::vector<Signal> signals;
    Revision programme_revision;
    std::size_t remembered = 0;
    std::optional<ActNote> last_act;
    std::optional<ActNote> latest_act;
};

/// None in an empty room.
[[nodiscard]] const Meeting* current_meeting(const Shown& shown);

inline constexpr std::array every_section{
    Section::agenda, Section::meeting,      Section::plates, Section::list,
    Section::floor,  Section::notice_board, Section::memory, Section::questions,
    Section::roll,   Section::signals,      Section::hour,   Section::settings};

/// Whether a section tells the same in both: by what proto/rostrum/v1/room.proto puts into it, not
/// by what the program under test thinks has changed.
[[nodiscard]] bool same(Section section, const Shown& a, const Shown& b);

}  // namespace rostrum::simulation
