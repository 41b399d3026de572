#pragma once

#include <string>
#include <vector>

#include "floor/programme.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/table.hpp"

namespace rostrum::wire {

/// A sheet with a row for each panellist. The columns of the meeting repeat, or stay empty below
/// its first row. Rooms come in the order in which they are first told, their meetings in that of
/// time.
[[nodiscard]] Preview read_programme_sheet(const Table& table, const SheetDefaults& defaults);

/// The same sheet as .csv: UTF-8 with its mark, commas, CRLF; times in the time zone of the room.
/// read_csv and read_programme_sheet read it as the same rooms, but for a time in the hour that
/// comes twice when clocks are put back: that is read as the first.
/// @pre faults() has none for these rooms.
[[nodiscard]] std::string write_programme_csv(const std::vector<PlannedRoom>& rooms);

}  // namespace rostrum::wire
