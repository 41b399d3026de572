#include "wire/sheet/csv_writer.hpp"

#include <algorithm>

#include "wire/sheet/headings.hpp"

namespace rostrum::wire {

void CsvWriter::begin_cell() {
    if (!row_is_empty_) csv_ += separator_ == Separator::comma ? ',' : ';';
    row_is_empty_ = false;
}

void CsvWriter::text(std::string_view text) {
    begin_cell();
    csv_ += '"';
    if (looks_like_a_formula(text)) csv_ += '\'';
    for (const char c : text) csv_.append(c == '"' ? 2 : 1, c);
    csv_ += '"';
}

void CsvWriter::number(std::string digits) {
    begin_cell();
    if (separator_ == Separator::semicolon) std::replace(digits.begin(), digits.end(), '.', ',');
    csv_ += digits;
}

void CsvWriter::end_row() {
    csv_ += "\r\n";
    row_is_empty_ = true;
}

}  // namespace rostrum::wire
