#include "wire/sheet/table.hpp"

#include <algorithm>

namespace rostrum::wire {

std::string column_letter(std::size_t index) {
    std::string letters;
    for (std::size_t left = index + 1; left > 0; left = (left - 1) / 26)
        letters += static_cast<char>('A' + (left - 1) % 26);
    std::reverse(letters.begin(), letters.end());
    return letters;
}

bool TableBuilder::refuse(std::size_t row, std::string column, std::string reason) {
    fault_ = RowFault{row, std::move(column), "", std::move(reason)};
    return false;
}

bool TableBuilder::put(std::size_t row, std::size_t column, std::string text) {
    if (text.empty()) return true;
    if (column >= sheet_limits::columns)
        return refuse(row, column_letter(column),
                      "A sheet has at most " + std::to_string(sheet_limits::columns) + " columns.");
    if (text.size() > sheet_limits::cell_bytes)
        return refuse(
            row, column_letter(column),
            "A cell holds at most " + std::to_string(sheet_limits::cell_bytes) + " bytes of text.");
    bytes_ += text.size();
    if (bytes_ > sheet_limits::table_bytes)
        return refuse(row, "", "From here on the sheet holds more text than can be read.");

    if (table_.rows.empty() || table_.rows.back().number != row) {
        if (table_.rows.size() == sheet_limits::rows)
            return refuse(row, "",
                          "A sheet has at most " + std::to_string(sheet_limits::rows) + " rows.");
        table_.rows.push_back({row, {}});
    }
    auto& cells = table_.rows.back().cells;
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = std::move(text);
    return true;
}

}  // namespace rostrum::wire
