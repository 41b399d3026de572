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

Sentence file_too_long() {
    return {"most_bytes",
            "A file has at most {most} MiB.",
            {{"most", std::to_string(sheet_limits::file_bytes >> 20U)}}};
}

bool TableBuilder::refuse(std::size_t row, std::string column, Sentence reason) {
    fault_ = Finding{row, std::move(column), "", std::move(reason)};
    return false;
}

void TableBuilder::hide_row(std::size_t row) {
    if (!table_.rows.empty() && table_.rows.back().number == row)
        table_.rows.back().is_hidden = true;
}

bool TableBuilder::put(std::size_t row, std::size_t column, std::string text) {
    if (text.empty()) return true;
    if (column >= sheet_limits::columns)
        return refuse(row, column_letter(column),
                      {"most_columns",
                       "A sheet has at most {most} columns.",
                       {{"most", std::to_string(sheet_limits::columns)}}});
    if (text.size() > sheet_limits::cell_bytes)
        return refuse(row, column_letter(column),
                      {"most_in_a_cell",
                       "A cell holds at most {most} bytes of text.",
                       {{"most", std::to_string(sheet_limits::cell_bytes)}}});
    bytes_ += text.size();
    if (bytes_ > sheet_limits::table_bytes)
        return refuse(row, "",
                      {"most_text", "From here on the sheet holds more text than can be read."});

    if (table_.rows.empty() || table_.rows.back().number != row) {
        if (table_.rows.size() == sheet_limits::rows)
            return refuse(row, "",
                          {"most_rows",
                           "A sheet has at most {most} rows.",
                           {{"most", std::to_string(sheet_limits::rows)}}});
        table_.rows.push_back({row, {}});
    }
    auto& cells = table_.rows.back().cells;
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = std::move(text);
    return true;
}

}  // namespace rostrum::wire
