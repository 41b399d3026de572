#include <array>

#include "wire/report/clock.hpp"
#include "wire/report/reports.hpp"

namespace rostrum::wire::report {

namespace {

/// Empty if it is not given, or withheld.
std::string name_at(const Room& room, const Meeting& meeting, const Delegation& plate) {
    const auto name = room.names->find({meeting.id, plate.id});
    return name == room.names->end() || room.withheld.contains({meeting.id, plate.id})
               ? ""
               : name->second;
}

std::string standing_of(const Delegation& plate, const Words& words) {
    // In the order of Standing.
    static constexpr std::array keys{"standing.present", "standing.absent", "standing.expected",
                                     "standing.readBy"};
    const std::string standing = words(keys.at(static_cast<std::size_t>(plate.standing)));
    return plate.absence_reason.empty() ? standing : standing + ": " + plate.absence_reason;
}

Table sheet_of(const Room& room, const Meeting& meeting, SheetFor reader, const Words& words) {
    const Clock clock{room.time_zone};
    const bool is_for_the_desk = reader == SheetFor::desk;
    Table table{words.of(meeting.state) + ", " +
                    words.isolated_digits(clock.day(meeting.starts_at) + ", " +
                                          clock.minute(meeting.starts_at) + "\u2013" +
                                          clock.minute(meeting.ends_at)),
                {{words("report.time"), 8},
                 {words("chart.plate"), 44},
                 {words("plate.subject"), 30},
                 {words("chart.allotted"), 10}},
                {}};
    if (is_for_the_desk) {
        table.columns.push_back({words("names.name"), 22});
        table.columns.push_back({words("plate.standing"), 16});
        table.columns.push_back({words("report.note"), 40});
    }
    Instant at = meeting.starts_at;
    for (const Inscription& one : meeting.list) {
        if (one.kind != InscriptionKind::sur_statement &&
            one.kind != InscriptionKind::panel_statement)
            continue;
        const Delegation& plate = delegation_of(meeting, one);
        const Duration allotted = one.allotted + one.added;
        std::vector<Cell> row{clock.minute(at), plate_in(words, recorded(plate)), plate.subject,
                              allotted};
        if (is_for_the_desk) {
            row.emplace_back(name_at(room, meeting, plate));
            row.emplace_back(standing_of(plate, words));
            row.emplace_back(plate.note);
        }
        table.rows.push_back(std::move(row));
        // An absent delegation takes no time.
        if (plate.standing != Standing::absent) at += allotted;
    }
    return table;
}

}  // namespace

Document run_sheet(std::span<const RoomMeetings> rooms, SheetFor reader, const Words& words) {
    Document document{words(reader == SheetFor::desk ? "report.runSheet" : "tab.programme"),
                      {},
                      {},
                      {},
                      words.language(),
                      words.right_to_left()};
    for (const auto& [room, meetings] : rooms) {
        document.facts.emplace_back(words("screens.room"), room->name);
        for (const Meeting* meeting : meetings) {
            Table table = sheet_of(*room, *meeting, reader, words);
            if (rooms.size() > 1) table.heading = room->name + ": " + table.heading;
            document.tables.push_back(std::move(table));
        }
    }
    return document;
}

}  // namespace rostrum::wire::report
