#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "floor/programme.hpp"
#include "wire/sheet/table.hpp"

/// A programme from a file that people made: a spreadsheet, or JSON.
namespace rostrum::wire {

/// What goes without saying in a sheet.
struct SheetDefaults {
    /// The room of a row that names none. Empty: each meeting must name its room.
    RoomId room;
    std::string room_name;
    /// IANA name: that of the rooms for which the sheet tells none.
    std::string time_zone = "Europe/Zurich";
    /// Of the State under Review.
    Duration sur_allotted = std::chrono::minutes{2};
    Duration allotted = std::chrono::minutes{5};
    Duration meeting_length = std::chrono::hours{1};
};

/// What a file would make, before anybody makes it.
struct Preview {
    /// As far as the file could be read: where it has faults, these are not complete, and not to be
    /// taken over.
    std::vector<PlannedRoom> rooms;
    /// In the order of the file. None says that the programme can be taken over.
    std::vector<RowFault> faults;
    /// What whoever made the file should know, in sentences: how it was read, what was left out.
    std::vector<std::string> remarks;
    friend bool operator==(const Preview&, const Preview&) = default;
};

/// Reads a programme from .csv, .xlsx or .json, told apart by what is in them and then by the name.
/// In a JSON file, a fault's row is its line, and its heading the place: `rooms[0].timeZone`.
/// Needs no trust in the file; does not throw.
[[nodiscard]] Preview preview_programme(std::string_view bytes, std::string_view file_name,
                                        const SheetDefaults& defaults);

/// {"meetings":[…],"rooms":[…],"faults":[{"row":5,"column":"C","heading":"Minutes","reason":"…"}],
/// "remarks":["…"]}: the meetings of all rooms, in the JSON of rostrum.v1.PlannedMeeting, and the
/// rooms with their meetings in that of rostrum.v1.PlannedRoom.
[[nodiscard]] std::string write_preview_json(const Preview& preview);

}  // namespace rostrum::wire
