#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/sentence.hpp"

/// A spreadsheet as rows of text, from any file.
namespace rostrum::wire {

/// What is wrong in a sheet, or to be said about it, and where.
struct Finding {
    /// As the spreadsheet shows it, from 1; 0 is the whole file.
    std::size_t row = 0;
    /// As the spreadsheet shows it: `C`. Empty if this is about the row, or the column is
    /// missing.
    std::string column;
    /// As written in the file; the English one if the column is missing.
    std::string heading;
    Sentence reason;
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Row {
    /// As the spreadsheet shows it, from 1.
    std::size_t number = 0;
    /// From column A; cells after the last one are empty.
    std::vector<std::string> cells;
    bool is_hidden = false;
    friend bool operator==(const Row&, const Row&) = default;
};

/// The rows that are not empty, in order.
struct Table {
    std::vector<Row> rows;
    /// For the author of the file.
    std::vector<Finding> remarks;
    /// From 0.
    std::set<std::size_t> hidden_columns = {};
    friend bool operator==(const Table&, const Table&) = default;
};

/// In the place of a formula's value that was never calculated.
inline constexpr std::string_view not_calculated = "#CALCULATE!";

/// Bounds of every file. docs/operations.md repeats them for people.
namespace sheet_limits {
constexpr std::size_t file_bytes = 8 << 20;
constexpr std::size_t rows = 20'000;
constexpr std::size_t columns = 100;
constexpr std::size_t cell_bytes = 4096;
/// Of all cells together.
constexpr std::size_t table_bytes = 16 << 20;
/// Reading stops at this many faults.
constexpr std::size_t faults = 1000;
}  // namespace sheet_limits

/// `A` for 0, `Z` for 25, `AA` for 26.
[[nodiscard]] std::string column_letter(std::size_t index);

/// Builds a table cell by cell, within the bounds.
class TableBuilder {
public:
    /// Empty cells may be left out.
    /// @pre rows come in order, and the cells of a row from left to right.
    /// @return false if this cell would break a bound: fault() then says which.
    [[nodiscard]] bool put(std::size_t row, std::size_t column, std::string text);

    void remark(Sentence sentence) { table_.remarks.push_back({0, "", "", std::move(sentence)}); }
    /// @param row the last one; nothing happens if it has no cell.
    void hide_row(std::size_t row);
    void hide_column(std::size_t column) { table_.hidden_columns.insert(column); }

    /// @pre put() returned false.
    [[nodiscard]] const Finding& fault() const { return *fault_; }

    [[nodiscard]] Table take() { return std::move(table_); }

private:
    bool refuse(std::size_t row, std::string column, Sentence reason);

    Table table_;
    std::size_t bytes_ = 0;
    std::optional<Finding> fault_;
};

/// A file that exceeds sheet_limits::file_bytes.
[[nodiscard]] Sentence file_too_long();

/// Reads comma-separated values as in RFC 4180 and as spreadsheets write them: UTF-8 with or
/// without a byte order mark, UTF-16 with one, else Windows-1252; commas, semicolons or tabs, as a
/// line `sep=;` or the first row shows.
[[nodiscard]] std::variant<Table, Finding> read_csv(std::string_view bytes);

/// Reads the first visible worksheet of an .xlsx workbook, each cell as shown: dates as
/// `2018-04-11`, times as `09:00` or `09:00:30`, both with a blank between.
[[nodiscard]] std::variant<Table, Finding> read_xlsx(std::string_view bytes);

}  // namespace rostrum::wire
