// A programme as a workbook: the file as it comes, ZIP and all.
#include "sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rostrum::fuzz::import_sheet(rostrum::fuzz::text_of(data, size), "round.xlsx");
    return 0;
}
