#include "wire/sheet/note_rows.hpp"

#include <algorithm>
#include <array>

#include "wire/sheet/dates.hpp"
#include "wire/sheet/state_text.hpp"
#include "wire/sheet/times.hpp"
#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// Words of a break or of the house, folded.
bool says_break(std::string_view text) {
    static constexpr std::array<std::string_view, 22> words{
        " coffee ",   " tea ",      " lunch ",  " break ",    " pause ",    " recess ",
        " opens ",    " open ",     " doors ",  " cafe ",     " dejeuner ", " ouverture ",
        " almuerzo ", " descanso ", " receso ", " apertura ", " перерыв ",  " кофе ",
        " обед ",     " استراحة ",  " قهوة ",   " غداء "};
    static constexpr std::array<std::string_view, 3> parts{"茶歇", "午餐", "休息"};
    const std::string padded = ' ' + folded(text) + ' ';
    const auto is_in = [&](std::string_view word) {
        return padded.find(word) != std::string::npos;
    };
    return std::any_of(words.begin(), words.end(), is_in) ||
           std::any_of(parts.begin(), parts.end(), is_in);
}

/// What only a panellist has.
constexpr std::array of_a_panellist{Field::panellist_id, Field::kind,          Field::speaker,
                                    Field::subject,      Field::minutes,       Field::standing,
                                    Field::reason,       Field::represented_by};

class Cells {
public:
    Cells(const Row& row, const Headings& headings) : row_(row), headings_(headings) {}

    [[nodiscard]] std::string operator[](Field field) const { return headings_.text(row_, field); }
    [[nodiscard]] bool has(Field field) const { return !(*this)[field].empty(); }
    [[nodiscard]] bool has_panellist() const {
        return std::any_of(of_a_panellist.begin(), of_a_panellist.end(),
                           [&](Field field) { return has(field); });
    }
    [[nodiscard]] bool begins_a_meeting() const {
        return has(Field::state) || has(Field::start) || has(Field::date) || has(Field::room) ||
               has(Field::meeting);
    }

private:
    const Row& row_;
    const Headings& headings_;
};

}  // namespace

bool is_note(const Table& table, const Headings& headings, std::size_t row) {
    const Cells cells{table.rows[row], headings};
    if (cells.has_panellist()) return false;
    const std::string title = cells[Field::panellist];
    const std::string state = cells[Field::state];
    if (!state.empty() && (!title.empty() || state_of(state))) return false;
    // A title alone may be a panellist whose kind is missing.
    if (!title.empty()) return cells.has(Field::start) || says_break(title);

    const bool is_continued =
        row + 1 < table.rows.size() && !Cells{table.rows[row + 1], headings}.begins_a_meeting();
    if (!state.empty()) return says_break(state) || !is_continued;
    // The rows below may have their date, their time or their room from this one.
    const std::string room = cells[Field::room];
    if (date_of(cells[Field::date]) || time_of(cells[Field::start])) return says_break(room);
    if (room.empty()) return cells.has(Field::date) || cells.has(Field::start);
    const bool gives_a_room =
        row + 1 < table.rows.size() && !Cells{table.rows[row + 1], headings}.has(Field::room);
    return says_break(room) || !gives_a_room;
}

std::string text_of(const Row& row) {
    std::string text;
    for (const std::string& cell : row.cells) {
        const std::string line = on_one_line(cell);
        if (line.empty()) continue;
        if (!text.empty()) text += " · ";
        text += line;
    }
    return text;
}

}  // namespace rostrum::wire
