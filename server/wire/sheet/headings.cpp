#include "wire/sheet/headings.hpp"

#include <algorithm>
#include <map>

#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// The most rows of titles and remarks above the headings.
constexpr std::size_t rows_above = 20;

const std::map<std::string, Field, std::less<>>& known_headings() {
    static const std::map<std::string, Field, std::less<>> headings = [] {
        std::map<std::string, Field, std::less<>> by_word;
        for (const Column& column : columns) {
            by_word.emplace(folded(column.heading), column.field);
            for (std::string_view rest = column.words; !rest.empty();) {
                const std::string_view word = rest.substr(0, rest.find('|'));
                by_word.emplace(word, column.field);
                rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            }
        }
        return by_word;
    }();
    return headings;
}

std::string all_headings() {
    std::string names;
    for (std::size_t i = 0; i < field_count; ++i) {
        if (i > 0) names += ", ";
        names += english_heading(static_cast<Field>(i));
    }
    return names;
}

std::size_t known_in(const Row& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const std::string& cell) { return field_of(cell).has_value(); }));
}

}  // namespace

std::string_view english_heading(Field field) {
    return columns[static_cast<std::size_t>(field)].heading;
}

std::optional<Field> field_of(std::string_view heading) {
    // Longer than any heading: not worth folding.
    constexpr std::size_t longest = 100;
    if (heading.empty() || heading.size() > longest) return std::nullopt;
    const auto found = known_headings().find(folded(heading));
    if (found == known_headings().end()) return std::nullopt;
    return found->second;
}

bool looks_like_a_formula(std::string_view text) {
    return !text.empty() &&
           std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
}

std::optional<Headings> Headings::find(const Table& table, std::vector<Finding>& faults,
                                       std::vector<Finding>& remarks) {
    const auto above = static_cast<std::ptrdiff_t>(std::min(rows_above, table.rows.size()));
    const auto row = std::find_if(table.rows.begin(), table.rows.begin() + above,
                                  [](const Row& any) { return known_in(any) >= 2; });
    if (row == table.rows.begin() + above) {
        faults.push_back({0, "", "",
                          table.rows.empty()
                              ? Sentence{"sheet_empty", "The sheet is empty."}
                              : Sentence{"no_headings",
                                         "No row of headings was found. The headings are: "
                                         "{headings}.",
                                         {{"headings", all_headings()}}}});
        return std::nullopt;
    }

    Headings headings;
    headings.row_ = row->number;
    for (std::size_t column = 0; column < row->cells.size(); ++column) {
        const std::string text = on_one_line(row->cells[column]);
        if (text.empty()) continue;
        auto field = field_of(text);
        // "Time" is when the meeting starts, unless another column says so.
        if (field == Field::start && headings.has(Field::start) && folded(text) == "time")
            field = Field::minutes;
        if (!field) {
            remarks.push_back({0,
                               "",
                               "",
                               {"column_left_out",
                                "Column {column} ({heading}) is not known and was left out.",
                                {{"column", column_letter(column)}, {"heading", text}}}});
        } else if (headings.has(*field)) {
            faults.push_back({row->number,
                              column_letter(column),
                              text,
                              {"column_twice",
                               "Column {column} already has this.",
                               {{"column", column_letter(*headings.column(*field))}}}});
        } else {
            headings.columns_[static_cast<std::size_t>(*field)] = column;
            headings.texts_[static_cast<std::size_t>(*field)] = text;
        }
    }
    // A date may have its time.
    if (!headings.has(Field::date)) headings.must_have(Field::start, faults);
    for (const Field field : {Field::state, Field::panellist, Field::kind})
        headings.must_have(field, faults);
    return headings;
}

void Headings::must_have(Field field, std::vector<Finding>& faults) const {
    if (!has(field))
        faults.push_back(fault(row_, field, {"column_missing", "This column is missing."}));
}

std::string Headings::text(const Row& row, Field field) const {
    const auto where = column(field);
    if (!where || *where >= row.cells.size()) return {};
    std::string text = on_one_line(row.cells[*where]);
    // Spreadsheets mark with it a text that is not a formula.
    if (text.starts_with('\'') && looks_like_a_formula(std::string_view{text}.substr(1)))
        text.erase(0, 1);
    return text;
}

Finding Headings::fault(std::size_t row, Field field, Sentence reason) const {
    const auto where = column(field);
    if (!where) return {row, "", std::string{english_heading(field)}, std::move(reason)};
    return {row, column_letter(*where), texts_[static_cast<std::size_t>(field)], std::move(reason)};
}

}  // namespace rostrum::wire
