// A programme as CSV.
#include "sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rostrum::fuzz::import_sheet(rostrum::fuzz::text_of(data, size), "round.csv");
    return 0;
}
