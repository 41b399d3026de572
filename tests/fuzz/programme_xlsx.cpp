// A programme as a workbook: the whole file, ZIP included.
#include "sheet.hpp"

FUZZ_TARGET(programme_xlsx) {
    rostrum::fuzz::import_sheet(rostrum::fuzz::text_of(data, size), "round.xlsx");
    return 0;
}
