#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "fuzz.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/programme_sheet.hpp"
#include "wire/sheet/zone.hpp"

/// A programme imported from a sheet.
namespace rostrum::fuzz {

/// Whether each of its times is unambiguous in the room's time zone.
inline bool has_clear_times(const PlannedRoom& room) {
    const auto zone = wire::Zone::named(room.time_zone);
    expect(zone.has_value(), "the zone of a room that was read is known");
    const auto is_clear = [&](Instant time) { return zone->instant_of(zone->local(time)) == time; };
    return std::ranges::all_of(room.meetings, [&](const PlannedMeeting& meeting) {
        return is_clear(meeting.starts_at) && is_clear(meeting.ends_at) &&
               is_clear(meeting.hard_stop.value_or(meeting.ends_at));
    });
}

/// Without faults, a room can be founded, and its sheet is read back unchanged.
inline void import_sheet(std::string_view bytes, std::string_view file_name) {
    wire::SheetDefaults defaults;
    defaults.room = RoomId{"xx"};
    defaults.room_name = "Room XX";
    const wire::Preview preview = wire::preview_programme(bytes, file_name, defaults);
    expect(!wire::write_preview_json(preview).empty(), "a preview can be written");
    if (!preview.faults.empty() || preview.rooms.empty()) return;
    expect(faults(Programme{"", "", preview.rooms}).empty(),
           "a room can be founded from a sheet without faults");
    if (!std::ranges::all_of(preview.rooms, has_clear_times)) return;
    const auto table = wire::read_csv(wire::write_programme_csv(preview.rooms));
    expect(std::holds_alternative<wire::Table>(table), "a sheet that was written can be read");
    const auto again = wire::read_programme_sheet(std::get<wire::Table>(table), {});
    expect(again.faults.empty() && again.rooms == preview.rooms, "a sheet is read back unchanged");
}

}  // namespace rostrum::fuzz
