// The XML of a workbook, which a fuzzer would hardly reach through the ZIP: the worksheet's rows,
// the shared strings, the styles and the workbook itself, each after `<!>`. Missing parts default
// to those of a plain workbook.
#include <array>

#include "../wire/archive.hpp"
#include "sheet.hpp"

using namespace rostrum;

FUZZ_TARGET(worksheet) {
    constexpr std::string_view mark = "<!>";
    constexpr std::array others{"xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"};
    std::string_view rest = fuzz::text_of(data, size);
    auto parts = wire::workbook_parts(std::string{fuzz::next_piece(rest, mark)});
    for (const char* other : others)
        if (const auto part = fuzz::next_piece(rest, mark); !part.empty()) parts[other] = part;
    fuzz::import_sheet(wire::archive_of(parts), "round.xlsx");
    return 0;
}
