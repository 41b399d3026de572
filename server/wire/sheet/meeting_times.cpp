#include "wire/sheet/meeting_times.hpp"

#include <algorithm>
#include <array>

#include "floor/limits.hpp"
#include "wire/sheet/times.hpp"

namespace rostrum::wire {

namespace {

constexpr std::chrono::hours a_day{24};
/// So many dates are shown when nobody knows how they are meant.
constexpr std::size_t dates_shown = 20;

std::optional<WrittenDate> date_in(const std::string& text) {
    if (auto date = date_of(text)) return date;
    const auto time = time_of(text);
    return time ? time->date : std::nullopt;
}

/// A moment of a row, before the clocks of its zone are asked.
struct Moment {
    std::chrono::local_seconds local;
    std::optional<std::chrono::seconds> ahead_of_utc;
    /// The cell says on which day.
    bool has_day = false;

    [[nodiscard]] std::optional<Instant> first(const Zone& zone) const {
        return ahead_of_utc ? Instant{local.time_since_epoch() - *ahead_of_utc}
                            : zone.instant_of(local);
    }
};

class TimesOfRow {
public:
    TimesOfRow(const TimeCells& cells, const Zone& zone, DateOrder order, const FaultAt& fault)
        : cells_(cells), zone_(zone), order_(order), fault_(fault) {}

    std::optional<MeetingTimes> read(Duration length) {
        read_date();
        const auto start = read_start();
        const auto starts_at = start ? instant(Field::start, *start) : std::nullopt;
        if (start && !day_) day_ = std::chrono::floor<std::chrono::days>(start->local);
        // Their faults are shown although the start is not known.
        const auto end = end_ ? moment(*end_) : moment(Field::end, cells_.end);
        const auto hard_stop = moment(Field::hard_stop, cells_.hard_stop);
        if (!starts_at) return std::nullopt;
        MeetingTimes times{*starts_at, *starts_at + length, std::nullopt};
        if (end) times.ends_at = after(Field::end, *end, *starts_at).value_or(times.ends_at);
        if (hard_stop) times.hard_stop = after(Field::hard_stop, *hard_stop, *starts_at);
        return times;
    }

private:
    void read_date() {
        if (cells_.date.empty()) return;
        auto date = date_of(cells_.date);
        if (!date) {
            // A date and its time in one cell.
            if (const auto time = time_of(cells_.date); time && time->date) {
                date = time->date;
                if (time->since_midnight.count() > 0)
                    time_of_date_ = on_the_clock(Field::date, *time);
            }
        }
        if (!date) {
            is_date_wrong_ = true;
            return fault_(
                Field::date,
                {"not_a_date", "This is not a date. Write it as 2018-04-11, or 11 April 2018."});
        }
        check(Field::date, *date);
        day_ = date->in(order_);
    }

    void check(Field field, const WrittenDate& date) {
        if (date.is_another_weekday)
            fault_(field, {"another_weekday",
                           "This is not the day of the week of that date, {date}.",
                           {{"date", written(date.in(order_))}}});
    }

    std::optional<Moment> read_start() {
        if (cells_.start.empty() && time_of_date_) return moment(*time_of_date_);
        if (cells_.start.empty()) {
            fault_(Field::start, {"required", "This is required."});
            return std::nullopt;
        }
        if (time_of(cells_.start)) return moment(Field::start, cells_.start);
        if (const auto span = time_span_of(cells_.start)) {
            if (cells_.end.empty()) end_ = on_the_clock(Field::start, span->to);
            const auto from = on_the_clock(Field::start, span->from);
            return from ? moment(*from) : std::nullopt;
        }
        return moment(Field::start, cells_.start);
    }

    /// nullopt for an empty cell, or with a fault.
    std::optional<Moment> moment(Field field, const std::string& text) {
        if (text.empty()) return std::nullopt;
        const auto written = time_of(text);
        if (!written) {
            fault_(field, {"not_a_time", "This is not a time of day. Write it as 09:00."});
            return std::nullopt;
        }
        const auto time = on_the_clock(field, *written);
        if (!time) return std::nullopt;
        if (time->date) check(field, *time->date);
        return moment(*time);
    }

    /// People write CET in summer too: a name of the room's own clock means what that one shows.
    std::optional<TimeOfDay> on_the_clock(Field field, TimeOfDay time) {
        if (time.zone_name.empty() || zone_.is_called(time.zone_name)) return time;
        if (time.zone_name != "utc" && time.zone_name != "gmt") {
            fault_(field, {"another_clock",
                           "This is the time of another time zone. Write the time in the room."});
            return std::nullopt;
        }
        time.ahead_of_utc = std::chrono::seconds{0};
        return time;
    }

    std::optional<Moment> moment(const TimeOfDay& time) {
        const auto day = time.date ? std::optional{time.date->in(order_)} : day_;
        if (!day) {
            if (!is_date_wrong_) fault_(Field::date, {"required", "This is required."});
            return std::nullopt;
        }
        return Moment{*day + time.since_midnight, time.ahead_of_utc, time.date.has_value()};
    }

    std::optional<Instant> instant(Field field, const Moment& moment) {
        const auto instant = moment.first(zone_);
        if (!instant)
            fault_(field, {"no_such_time",
                           "This time does not exist on that day: the clocks are put forward."});
        return instant;
    }

    /// The moment, or its like that follows the start of the meeting.
    std::optional<Instant> after(Field field, Moment moment, Instant start) {
        const auto at = instant(field, moment);
        if (!at || *at > start || moment.has_day || moment.ahead_of_utc) return at;
        const auto again = zone_.last_instant_of(moment.local);
        moment.local += a_day;
        for (const auto& later : {again, zone_.instant_of(moment.local)})
            if (later && *later > start && *later - start <= limits::meeting_longest) return later;
        return at;
    }

    const TimeCells& cells_;
    const Zone& zone_;
    const DateOrder order_;
    const FaultAt& fault_;
    std::optional<std::chrono::local_days> day_;
    bool is_date_wrong_ = false;
    std::optional<TimeOfDay> time_of_date_;
    /// From a start such as 9:00-10:00.
    std::optional<TimeOfDay> end_;
};

}  // namespace

DatesOfFile read_order(const Table& table, const Headings& headings,
                       std::optional<DateOrder> asked) {
    std::map<std::string, bool> known;
    DatesOfFile dates;
    bool day_first = false;
    bool month_first = false;
    for (const Row& row : table.rows) {
        if (row.number <= headings.row()) continue;
        for (const Field field : {Field::date, Field::start, Field::end, Field::hard_stop}) {
            std::string text = headings.text(row, field);
            if (text.empty() || !known.try_emplace(text, true).second) continue;
            const auto date = date_in(text);
            if (!date || date->day_first == date->month_first) continue;
            if (!date->is_two_ways())
                (date->day_first ? day_first : month_first) = true;
            else if (dates.undecided.size() < dates_shown)
                dates.undecided.push_back(
                    {row.number, std::move(text), *date->day_first, *date->month_first});
        }
    }
    if (day_first != month_first)
        dates.order = day_first ? DateOrder::day_first : DateOrder::month_first;
    else if (asked)
        dates.order = *asked;
    else
        return dates;
    dates.undecided.clear();
    return dates;
}

std::optional<MeetingTimes> read_times(const TimeCells& cells, const Zone& zone, DateOrder order,
                                       Duration length, const FaultAt& fault) {
    return TimesOfRow{cells, zone, order, fault}.read(length);
}

}  // namespace rostrum::wire
