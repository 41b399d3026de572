#pragma once

#include <string>
#include <vector>

#include "floor/programme.hpp"
#include "wire/sheet/csv_writer.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/table.hpp"

namespace rostrum::wire {

/// Reads a sheet with a row for each panellist. The columns of the meeting repeat, or stay empty
/// below its first row. The rooms come in the order of the sheet, their meetings in that of time.
[[nodiscard]] Preview read_programme_sheet(const Table& table, const SheetDefaults& defaults);

/// Writes the same sheet as .csv: times in the time zone of the room. read_csv and
/// read_programme_sheet read the same rooms back.
/// @pre faults() has none for these rooms.
[[nodiscard]] std::string write_programme_csv(const std::vector<PlannedRoom>& rooms,
                                              Separator separator = Separator::comma);

}  // namespace rostrum::wire
