#include <array>
#include <chrono>
#include <stdexcept>
#include <string_view>

#include "floor/text.hpp"
#include "wire/sheet/columns.hpp"
#include "wire/sheet/dates.hpp"
#include "wire/sheet/headings.hpp"
#include "wire/sheet/programme_sheet.hpp"
#include "wire/sheet/state_text.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::wire {

namespace {

std::string_view word_of(DelegationKind kind) {
    switch (kind) {
        case DelegationKind::international_cso:
            return "international CSO";
        case DelegationKind::nhri:
            return "NHRI";
        default:
            return "national CSO";
    }
}

/// Empty if the plan does not say it.
std::string_view word_of(std::optional<Standing> standing) {
    if (!standing) return "";
    switch (*standing) {
        case Standing::present:
            return "present";
        case Standing::expected:
            return "expected";
        case Standing::absent:
        // A plan does not say who reads a statement: its speaker is absent.
        case Standing::read_by:
            return "absent";
    }
    return "present";
}

/// Empty if undeclared.
std::string_view word_of(RepresentedBy represented_by) {
    switch (represented_by) {
        case RepresentedBy::woman:
            return "woman";
        case RepresentedBy::man:
            return "man";
        case RepresentedBy::other:
            return "other";
        case RepresentedBy::undeclared:
            return "";
    }
    return "";
}

std::string padded(int number) {
    return std::to_string(100 + number).substr(1);
}

/// `+01:00`
std::string difference_text(std::chrono::seconds ahead) {
    const std::chrono::hh_mm_ss clock{ahead};
    return (clock.is_negative() ? "-" : "+") + padded(static_cast<int>(clock.hours().count())) +
           ':' + padded(static_cast<int>(clock.minutes().count()));
}

/// With the date, if it is not the row's. In an hour that comes again, with the difference to UTC.
std::string time_text(Instant instant, const Zone& zone, std::chrono::local_days day) {
    const auto time = zone.local(instant);
    const auto its_day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - its_day};
    std::string text = padded(static_cast<int>(clock.hours().count())) + ':' +
                       padded(static_cast<int>(clock.minutes().count()));
    if (clock.seconds().count() > 0)
        text += ':' + padded(static_cast<int>(clock.seconds().count()));
    if (zone.instant_of(time) != zone.last_instant_of(time))
        return written(its_day) + 'T' + text + difference_text(zone.ahead_of_utc(instant));
    return its_day == day ? text : written(its_day) + ' ' + text;
}

class ProgrammeCsv {
public:
    explicit ProgrammeCsv(Separator separator) : csv_(separator) {
        for (std::size_t i = 0; i < field_count; ++i)
            cell(static_cast<Field>(i)) = english_heading(static_cast<Field>(i));
        write_row();
    }

    void write(const PlannedRoom& room) {
        const auto zone = Zone::named(room.time_zone);
        if (!zone) throw std::invalid_argument(room.time_zone + " is not a time zone");
        for (const PlannedMeeting& meeting : room.meetings)
            for (const PlannedDelegation& panellist : meeting.panel) {
                cell(Field::room) = room.id.value;
                cell(Field::room_name) = room.name;
                cell(Field::time_zone) = room.time_zone;
                fill(meeting, *zone);
                fill(panellist);
                write_row();
            }
    }

    std::string take() { return csv_.take(); }

private:
    std::string& cell(Field field) { return cells_[static_cast<std::size_t>(field)]; }

    void fill(const PlannedMeeting& meeting, const Zone& zone) {
        const auto start = zone.local(meeting.starts_at);
        const auto day = std::chrono::floor<std::chrono::days>(start);
        cell(Field::meeting) = meeting.id.value;
        cell(Field::date) = written(day);
        cell(Field::start) = time_text(meeting.starts_at, zone, day);
        cell(Field::end) = time_text(meeting.ends_at, zone, day);
        cell(Field::state) = text_of(meeting.state);
        cell(Field::sur_time) = clock_face(meeting.sur_allotted);
        cell(Field::hard_stop) = meeting.hard_stop ? time_text(*meeting.hard_stop, zone, day) : "";
    }

    void fill(const PlannedDelegation& panellist) {
        for (const Column& column : columns)
            if (column.text) cell(column.field) = panellist.*column.text;
        cell(Field::panellist_id) = panellist.id.value;
        cell(Field::kind) = word_of(panellist.kind);
        cell(Field::minutes) = clock_face(panellist.allotted);
        cell(Field::standing) = word_of(panellist.standing);
        cell(Field::represented_by) = word_of(panellist.represented_by);
    }

    void write_row() {
        for (const std::string& text : cells_) csv_.text(text);
        csv_.end_row();
    }

    std::array<std::string, field_count> cells_;
    CsvWriter csv_;
};

}  // namespace

std::string write_programme_csv(const std::vector<PlannedRoom>& rooms, Separator separator) {
    ProgrammeCsv writer{separator};
    for (const PlannedRoom& room : rooms) writer.write(room);
    return writer.take();
}

}  // namespace rostrum::wire
