// A programme as a workbook: the whole file, ZIP included.
#include "sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rostrum::fuzz::import_sheet(rostrum::fuzz::text_of(data, size), "round.xlsx");
    return 0;
}
