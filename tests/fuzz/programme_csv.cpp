// A programme as CSV.
#include "sheet.hpp"

FUZZ_TARGET(programme_csv) {
    rostrum::fuzz::import_sheet(rostrum::fuzz::text_of(data, size), "round.csv");
    return 0;
}
