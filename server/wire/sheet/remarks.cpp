#include "wire/sheet/remarks.hpp"

#include <string>

#include "wire/sheet/note_rows.hpp"

namespace rostrum::wire {

namespace {

/// `5, 7, 8`; the first ones only, if there are many.
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 30;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return names.size() > most ? text + " …" : text;
}

}  // namespace

void remark_on_left_out(const std::vector<const Row*>& rows, std::vector<Finding>& remarks) {
    constexpr std::size_t most = 100;
    for (std::size_t i = 0; i < rows.size() && i < most; ++i)
        remarks.push_back({rows[i]->number,
                           "",
                           "",
                           {"row_left_out",
                            "This row is a note and was left out: {text}",
                            {{"text", text_of(*rows[i])}}}});
    if (rows.size() > most)
        remarks.push_back({0,
                           "",
                           "",
                           {"more_left_out",
                            "More rows are notes and were left out, {count} in all.",
                            {{"count", std::to_string(rows.size())}}}});
}

Finding two_ways(const Headings& headings, const TwoWays& date) {
    const Field field = headings.has(Field::date) ? Field::date : Field::start;
    return headings.fault(
        date.row, field,
        {"date_two_ways",
         "{text} can be {dayFirst} or {monthFirst}: say which of the two is meant.",
         {{"text", date.text},
          {"dayFirst", written(date.day_first)},
          {"monthFirst", written(date.month_first)}}});
}

void remark_on_hidden(const Table& table, const Headings& headings, std::vector<Finding>& remarks) {
    std::vector<std::string> rows;
    for (const Row& row : table.rows)
        if (row.is_hidden && row.number > headings.row())
            rows.push_back(std::to_string(row.number));
    if (!rows.empty())
        remarks.push_back({0,
                           "",
                           "",
                           {"rows_hidden",
                            "These rows are hidden in the spreadsheet, and were read: {rows}.",
                            {{"rows", listed(rows)}}}});
    std::vector<std::string> known;
    for (const Column& column : columns)
        if (headings.is_hidden(table, column.field)) known.emplace_back(column.heading);
    if (!known.empty())
        remarks.push_back(
            {0,
             "",
             "",
             {"columns_hidden",
              "These columns are hidden in the spreadsheet, and were read: {columns}.",
              {{"columns", listed(known)}}}});
}

}  // namespace rostrum::wire
