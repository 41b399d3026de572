#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/match_plates.hpp"
#include "floor/programme.hpp"
#include "wire/sheet/dates.hpp"
#include "wire/sheet/table.hpp"

/// A programme from a file that people wrote: a spreadsheet or JSON.
namespace rostrum::wire {

/// The defaults for what a sheet leaves out.
struct SheetDefaults {
    /// The room of a row that names none. Empty: each meeting must name its room.
    RoomId room;
    std::string room_name;
    /// IANA name, for rooms without one in the sheet.
    std::string time_zone = "Europe/Zurich";
    /// Of the State under Review.
    Duration sur_allotted = std::chrono::minutes{2};
    Duration allotted = std::chrono::minutes{5};
    Duration meeting_length = std::chrono::hours{1};
    /// For a file that does not decide it by itself.
    std::optional<DateOrder> date_order = std::nullopt;
};

/// A date that can be read two ways, and nothing in its file decides which.
struct TwoWays {
    std::size_t row = 0;
    /// As in the file.
    std::string text;
    std::chrono::local_days day_first;
    std::chrono::local_days month_first;
    friend bool operator==(const TwoWays&, const TwoWays&) = default;
};

/// What importing a file would do.
struct Preview {
    /// As far as the file could be read: if it has faults, they are incomplete and must not be
    /// imported.
    std::vector<PlannedRoom> rooms;
    /// In the order of the file. If empty, the programme can be imported.
    std::vector<Finding> faults;
    /// For the author of the file: how it was read, what was left out.
    std::vector<Finding> remarks;
    /// The different dates that wait for SheetDefaults::date_order. If there are any, there is a
    /// fault too.
    std::vector<TwoWays> dates = {};
    /// Whether the file has times for the statements.
    bool says_minutes = true;
    friend bool operator==(const Preview&, const Preview&) = default;
};

/// Reads a programme from .csv, .xlsx or .json, recognised by its contents, then by its name. In
/// JSON, a fault's row is its line, and its heading the place: `rooms[0].timeZone`. The file need
/// not be trusted. Does not throw.
[[nodiscard]] Preview preview_programme(std::string_view bytes, std::string_view file_name,
                                        const SheetDefaults& defaults);

/// What POST /api/v1/programme/preview answers: docs/protocol.md has its fields.
/// @param plates what the import does to the plates of the room
[[nodiscard]] std::string write_preview_json(const Preview& preview,
                                             const std::vector<PlateChange>& plates = {});

/// Matches the plates of a faultless file with those of the room.
[[nodiscard]] std::vector<PlateChange> match_preview(const Room& room, Preview& preview);

}  // namespace rostrum::wire
