#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A spreadsheet as rows of text, from any file.
namespace rostrum::wire {

/// What is wrong in a sheet, and where.
struct RowFault {
    /// As the spreadsheet shows it, from 1; 0 is the whole file.
    std::size_t row = 0;
    /// As the spreadsheet shows it: `C`. Empty if the fault concerns the row, or the column is
    /// missing.
    std::string column;
    /// As written in the file; the English one if the column is missing.
    std::string heading;
    /// A sentence.
    std::string reason;
    friend bool operator==(const RowFault&, const RowFault&) = default;
};

struct Row {
    /// As the spreadsheet shows it, from 1.
    std::size_t number = 0;
    /// From column A; cells after the last one are empty.
    std::vector<std::string> cells;
    friend bool operator==(const Row&, const Row&) = default;
};

/// The rows that are not empty, in order.
struct Table {
    std::vector<Row> rows;
    /// For the author of the file, in sentences.
    std::vector<std::string> remarks;
    friend bool operator==(const Table&, const Table&) = default;
};

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

    void remark(std::string sentence) { table_.remarks.push_back(std::move(sentence)); }

    /// @pre put() returned false.
    [[nodiscard]] const RowFault& fault() const { return *fault_; }

    [[nodiscard]] Table take() { return std::move(table_); }

private:
    bool refuse(std::size_t row, std::string column, std::string reason);

    Table table_;
    std::size_t bytes_ = 0;
    std::optional<RowFault> fault_;
};

/// Reads comma-separated values as in RFC 4180 and as spreadsheets write them: UTF-8 with or
/// without a byte order mark, UTF-16 with one, else Windows-1252; commas, semicolons or tabs, as a
/// line `sep=;` or the first row shows.
[[nodiscard]] std::variant<Table, RowFault> read_csv(std::string_view bytes);

/// Reads the first visible worksheet of an .xlsx workbook, each cell as shown: dates as
/// `2018-04-11`, times as `09:00` or `09:00:30`, both with a blank between.
[[nodiscard]] std::variant<Table, RowFault> read_xlsx(std::string_view bytes);

}  // namespace rostrum::wire
