#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/sheet/columns.hpp"
#include "wire/sheet/table.hpp"

namespace rostrum::wire {

/// The heading that Rostrum writes: `SuR time`.
[[nodiscard]] std::string_view english_heading(Field field);

/// Ignores capitals and accents. nullopt for an unknown heading.
[[nodiscard]] std::optional<Field> field_of(std::string_view heading);

/// Where the columns of a sheet are.
class Headings {
public:
    /// Uses the first row with two known headings. Adds the faults of that row, and a remark for
    /// each unknown column.
    /// @return nullopt, with a fault, if there is no such row.
    [[nodiscard]] static std::optional<Headings> find(const Table& table,
                                                      std::vector<Finding>& faults,
                                                      std::vector<Finding>& remarks);

    /// The number of the row with the headings.
    [[nodiscard]] std::size_t row() const { return row_; }
    [[nodiscard]] bool has(Field field) const { return column(field).has_value(); }
    /// Whether the column is hidden in the spreadsheet.
    [[nodiscard]] bool is_hidden(const Table& table, Field field) const {
        const auto where = column(field);
        return where && table.hidden_columns.contains(*where);
    }
    /// The cell on one line; empty if there is none.
    [[nodiscard]] std::string text(const Row& row, Field field) const;
    [[nodiscard]] Finding fault(std::size_t row, Field field, Sentence reason) const;

private:
    [[nodiscard]] std::optional<std::size_t> column(Field field) const {
        return columns_[static_cast<std::size_t>(field)];
    }
    void must_have(Field field, std::vector<Finding>& faults) const;

    std::size_t row_ = 0;
    std::array<std::optional<std::size_t>, field_count> columns_;
    std::array<std::string, field_count> texts_;
};

/// Whether a spreadsheet would take this text for a formula.
[[nodiscard]] bool looks_like_a_formula(std::string_view text);

}  // namespace rostrum::wire
