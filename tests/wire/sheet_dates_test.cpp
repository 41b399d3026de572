#include <catch2/catch.hpp>

#include "wire/sheet/preview.hpp"
#include "wire/sheet/times.hpp"

namespace rostrum::wire::sheet_dates_test {
namespace {

/// `2017-04-04`; both readings where there are two; empty for what is no date.
std::string read(const std::string& text) {
    const auto date = date_of(text);
    if (!date) return "";
    if (date->is_two_ways())
        return written(*date->day_first) + " or " + written(*date->month_first);
    return written(date->in(DateOrder::day_first)) + (date->is_another_weekday ? " weekday" : "");
}

/// `09:30`, `09:30:15`; empty for what is no time.
std::string clock(const std::string& text) {
    const auto time = time_of(text);
    if (!time) return "";
    const auto seconds = time->since_midnight.count();
    const auto two = [](long long part) { return std::to_string(100 + part).substr(1); };
    return two(seconds / 3600) + ':' + two(seconds / 60 % 60) +
           (seconds % 60 == 0 ? "" : ':' + two(seconds % 60));
}

SheetDefaults defaults(std::optional<DateOrder> order = std::nullopt) {
    SheetDefaults of_room;
    of_room.room = RoomId{"xx"};
    of_room.date_order = order;
    return of_room;
}

Preview preview(const std::string& rows, std::optional<DateOrder> order = std::nullopt) {
    return preview_programme("Date,Start,End,State,Panellist,Kind\n" + rows, "a.csv",
                             defaults(order));
}

/// The days of the meetings, as the room has them.
std::vector<std::string> days(const Preview& read) {
    std::vector<std::string> found;
    for (const PlannedMeeting& meeting : read.rooms.at(0).meetings)
        found.push_back(written(std::chrono::floor<std::chrono::days>(
            std::chrono::local_seconds{std::chrono::floor<std::chrono::seconds>(
                meeting.starts_at.time_since_epoch() + std::chrono::hours{2})})));
    return found;
}

/// The start and the length of the only meeting.
std::pair<std::int64_t, std::int64_t> times(const std::string& csv) {
    const Preview read = preview_programme(csv, "a.csv", defaults());
    for (const Finding& fault : read.faults)
        UNSCOPED_INFO(fault.row << fault.column << ": " << fault.reason.english);
    REQUIRE(read.faults.empty());
    const PlannedMeeting& meeting = read.rooms.at(0).meetings.at(0);
    return {unix_ms(meeting.starts_at), (meeting.ends_at - meeting.starts_at).count() / 60'000};
}

}  // namespace

TEST_CASE("dates: numbers and words are read as people write them") {
    for (const std::string same :
         {"2017-04-04", "2017/04/04", "4.4.2017", "4.4.17", "04.04.17", "4/4/2017", "04-Apr-17",
          "04-Apr-2017", "4 April 2017", "4th April 2017", "April 4, 2017", "Apr 4 2017",
          "Tuesday 4 April 2017", "Tue, 4 Apr 2017", "4/4/17", "20170404"})
        CHECK(same + ": " + read(same) == same + ": 2017-04-04");
    CHECK(read("13/4/2017") == "2017-04-13");
    CHECK(read("4/13/2017") == "2017-04-13");
    CHECK(read("5.4.2017") == "2017-04-05");
    CHECK(read("5/4/2017") == "2017-04-05 or 2017-05-04");
    CHECK(read("05-04-17") == "2017-04-05 or 2017-05-04");
}

TEST_CASE("dates: behind the number of the day in the round") {
    for (const std::string same :
         {"Day 1: 4 April 2017", "Day 1 - Tuesday 4 April 2017", "DAY 2, 4/4/2017",
          "Day 1 (4 April 2017)", "Jour 1 : mardi 4 avril 2017", "Día 1: 4 de abril de 2017",
          "День 1: 4 апреля 2017 г.", "اليوم 1: 4 أبريل 2017", "第1天：2017年4月4日",
          "Day 1: 20170404"})
        CHECK(same + ": " + read(same) == same + ": 2017-04-04");
    for (const std::string wrong : {"Day 1", "Day 1: 9:00", "Day 1:"})
        CHECK(wrong + read(wrong) == wrong);
}

TEST_CASE("dates: in the six languages of the United Nations") {
    for (const std::string same :
         {"mardi 4 avril 2017", "4 avr. 2017", "mar. 4 avril 2017", "martes, 4 de abril de 2017",
          "4 abr 2017", "вторник, 4 апреля 2017 г.", "4 апр. 2017 г.", "الثلاثاء 4 أبريل 2017",
          "٤ أبريل ٢٠١٧", "4 نيسان 2017", "2017年4月4日", "2017年4月4日 星期二",
          "2017年4月4日星期二"})
        CHECK(same + ": " + read(same) == same + ": 2017-04-04");
    CHECK(read("1er mars 2018") == "2018-03-01");
    CHECK(read("1º de marzo de 2018") == "2018-03-01");
    CHECK(read("4 كانون الثاني 2018") == "2018-01-04");
}

TEST_CASE("dates: the day of the week decides, or contradicts") {
    CHECK(read("Wednesday 5/4/2017") == "2017-04-05");
    CHECK(read("Thursday 5/4/2017") == "2017-05-04");
    CHECK(read("Monday 4 April 2017") == "2017-04-04 weekday");
}

TEST_CASE("dates: what is none is not guessed at") {
    for (const std::string wrong :
         {"", "April 2017", "4 April", "30.2.2017", "13/13/2017", "noon", "10:15:30",
          "4 Mai-Juni 2017", "4 April 201", "2017", "1/2/3", "20171304", "04042017", "201704040"})
        CHECK(wrong + read(wrong) == wrong);
}

TEST_CASE("times: as people write them") {
    for (const std::string nine : {"09:00", "9:00", "9h", "9 h", "9 h 00", "9h00", "9.00", "0900",
                                   "9am", "9 AM", "9:00 a. m.", "9:00 a.m.", "9:00 am", "09:00:00",
                                   "0.375", "٠٩:٠٠", "上午9:00", "9点", "9:00 ص"})
        CHECK(nine + ": " + clock(nine) == nine + ": 09:00");
    // The last as a spreadsheet has 0900 in a cell for numbers.
    for (const std::string nine : {"09:00 hrs",    "9.00 hrs",
                                   "09:00 hrs.",   "09:00 hours",
                                   "0900 hrs",     "0900h",
                                   "09:00h",       "9 hrs",
                                   "9 o'clock",    "9 heures",
                                   "9 horas",      "9 часов",
                                   "9 ч. 00 мин.", "9 h 00 min",
                                   "9 утра",       "9:00 صباحا",
                                   "9:00 صباحًا",   "الساعة 9:00",
                                   "9时00分",      "上午9时",
                                   "at 9:00",      "à 9 h",
                                   "a las 9:00",   "в 9:00",
                                   "9 h du matin", "9:00 de la mañana",
                                   "900"})
        CHECK(nine + ": " + clock(nine) == nine + ": 09:00");
    CHECK(clock("1530 hrs") == "15:30");
    CHECK(clock("1530") == "15:30");
    CHECK(clock("3 de la tarde") == "15:00");
    CHECK(clock("3 вечера") == "15:00");
    CHECK(clock("12 noon") == "12:00");
    CHECK(clock("midi") == "12:00");
    CHECK(clock("3:30 PM") == "15:30");
    CHECK(clock("12 am") == "00:00");
    CHECK(clock("12:15 pm") == "12:15");
    CHECK(clock("0.4375") == "10:30");
    CHECK(clock("9:00:15") == "09:00:15");
    CHECK(clock("24:00") == "24:00");
    for (const std::string wrong :
         {"9", "25:00", "9:60", "960", "2500", "12345", "hrs", "9:00 Lunch", "13 pm", "nine",
          "9-10", "09:00-10:00", "24:01", "2017-04-04"})
        CHECK(wrong + clock(wrong) == wrong);
}

TEST_CASE("times: the short name of a time zone is the clock in the room, or UTC, or a fault") {
    const std::string head = "Date,Start,End,State,Panellist,Kind,Time zone\n2017-04-04,";
    const auto in = [&](const std::string& zone, const std::string& time) {
        return times(head + time + ",,CU,CSO,national," + zone + "\n").first;
    };
    const std::int64_t nine = in("Europe/Zurich", "9:00");
    // In April the clocks in Geneva are those of summer, whatever people call them.
    for (const std::string same :
         {"9:00 CET", "9:00 CEST", "9:00 (CET)", "9 am CET", "09:00-10:00 CET", "0900 cet",
          "2017-04-04 09:00 CET", "7:00 UTC", "7:00 GMT", "7:00-8:00 UTC"}) {
        INFO(same);
        CHECK(in("Europe/Zurich", same) == nine);
    }
    CHECK(in("Europe/London", "8:00 GMT") == nine);
    CHECK(in("America/New_York", "3:00 EST") == nine);
    const Preview other =
        preview_programme(head + "9:00 EST,,CU,CSO,national,Europe/Zurich\n", "a.csv", defaults());
    REQUIRE(other.faults.size() == 1);
    CHECK(other.faults[0].reason.code == "another_clock");
}

TEST_CASE("times: minutes may stand before a blank of any width") {
    CHECK(minutes_of("6\xC2\xA0min") == Duration{360'000});
    CHECK(minutes_of("6\xE2\x80\xAFmin") == Duration{360'000});
    CHECK(minutes_of("0") == Duration{0});
}

TEST_CASE("times: minutes and seconds as they are spoken") {
    for (const char* spoken : {"5 min 30", "5 min 30 s", "5' 30\"", "5'30", "5m30s"}) {
        INFO(spoken);
        CHECK(minutes_of(spoken) == Duration{330'000});
    }
    CHECK(minutes_of("5 min 75") == std::nullopt);
}

TEST_CASE("times: from one to the other, as people write it") {
    for (const char* span :
         {"09:00-09:45", "9:00 hrs - 9:45 hrs", "0900-0945", "900-945", "9:00/9:45", "9:00~9:45",
          "from 9:00 to 9:45", "between 9:00 and 9:45", "de 9 h à 9 h 45", "entre 9 h et 9 h 45",
          "de 9:00 a 9:45", "с 9:00 до 9:45", "9:00至9:45"}) {
        INFO(span);
        const auto read = time_span_of(span);
        REQUIRE(read);
        CHECK(read->from.since_midnight == std::chrono::hours{9});
        CHECK(read->to.since_midnight == std::chrono::minutes{585});
    }
    CHECK_FALSE(time_span_of("4/4/2017"));
}

TEST_CASE("times: minutes are read back from a spreadsheet that took them for a time of day") {
    using namespace std::chrono_literals;
    for (const char* five : {"5:00", "05:00:00", "0:05:00", "05:00:00 AM", "12:05:00 AM"}) {
        INFO(five);
        CHECK(minutes_of(five) == 5min);
    }
    CHECK(minutes_of("03:30:00 PM") == 15min + 30s);
    CHECK(minutes_of("13:00:00 PM") == std::nullopt);
}

TEST_CASE("sheet: dates that can be read two ways are asked about, and nothing is imported") {
    const std::string rows =
        "5/4/2017,9:00 AM,,CU,One,national\n6/4/2017,9:00 AM,,CA,Two,national\n";
    const Preview asked = preview(rows);
    REQUIRE(asked.faults.size() == 1);
    CHECK(asked.faults[0].row == 2);
    CHECK(asked.faults[0].column == "A");
    CHECK(asked.faults[0].reason.code == "date_two_ways");
    CHECK(asked.faults[0].reason.english ==
          "5/4/2017 can be 2017-04-05 or 2017-05-04: say which of the two is meant.");
    REQUIRE(asked.dates.size() == 2);
    CHECK(asked.dates[1].text == "6/4/2017");
    CHECK(written(asked.dates[1].day_first) == "2017-04-06");
    CHECK(written(asked.dates[1].month_first) == "2017-06-04");
    using Days = std::vector<std::string>;
    const Preview day_first = preview(rows, DateOrder::day_first);
    CHECK(day_first.faults.empty());
    CHECK(day_first.dates.empty());
    CHECK(days(day_first) == Days{"2017-04-05", "2017-04-06"});
    CHECK(days(preview(rows, DateOrder::month_first)) == Days{"2017-05-04", "2017-06-04"});
}

TEST_CASE("sheet: a date that can be read in one way decides for the whole file") {
    using Days = std::vector<std::string>;
    CHECK(days(preview("4/4/2017,9:00,,CU,One,national\n4/5/2017,9:00,,CA,Two,national\n"
                       "4/13/2017,9:00,,FR,Three,national\n")) ==
          Days{"2017-04-04", "2017-04-05", "2017-04-13"});
    CHECK(days(preview("5/4/2017,9:00,,CU,One,national\n13/4/2017,9:00,,FR,Three,national\n",
                       DateOrder::month_first)) == Days{"2017-04-05", "2017-04-13"});
    // Both kinds of evidence decide nothing.
    CHECK(preview("5/4/2017,9:00,,CU,One,national\n13/4/2017,9:00,,FR,Two,national\n"
                  "4/14/2017,9:00,,CA,Three,national\n")
              .dates.size() == 1);
}

TEST_CASE("sheet: a date may bring its time, and a time its end") {
    const std::string cuba = ",CU,One,national\n";
    const std::int64_t nine = 1'491'289'200'000;
    CHECK(times("Date,State,Panellist,Kind\n2017-04-04 09:00:00" + cuba) == std::pair{nine, 60L});
    CHECK(times("Date,Time,State,Panellist,Kind\n4 April 2017,9:00-9:45" + cuba) ==
          std::pair{nine, 45L});
    CHECK(times("Date,Time,State,Panellist,Kind\n4 April 2017,9 to 10:30 am" + cuba) ==
          std::pair{nine, 90L});
    CHECK(times("Date,Start,Time,State,Panellist,Kind\n4 April 2017,9 AM,6,CU,One,national\n") ==
          std::pair{nine, 60L});
    CHECK(times("Date,Start,State,Panellist,Kind\n2017-04-04 00:00:00,2017-04-04T09:00:00+02:00" +
                cuba) == std::pair{nine, 60L});
}

TEST_CASE("sheet: a meeting runs past midnight, and through the hour that comes twice") {
    const std::string head = "Date,Start,End,Hard stop,State,Panellist,Kind\n";
    const auto rooms = preview_programme(head + "2017-04-04,23:30,00:30,00:45,CU,One,national\n",
                                         "a.csv", defaults())
                           .rooms;
    const PlannedMeeting& late = rooms.at(0).meetings.at(0);
    CHECK(late.ends_at - late.starts_at == std::chrono::hours{1});
    CHECK(late.hard_stop == late.ends_at + std::chrono::minutes{15});
    // Clocks are put back from 03:00 to 02:00 on 29 October 2017.
    CHECK(times("Date,Start,End,State,Panellist,Kind\n2017-10-29,02:30,02:30,CU,One,national\n") ==
          std::pair{1'509'237'000'000L, 60L});
    CHECK(times("Date,Start,End,State,Panellist,Kind\n"
                "2017-10-29,2017-10-29T02:30+01:00,03:15,CU,One,national\n") ==
          std::pair{1'509'240'600'000L, 45L});
}

TEST_CASE("sheet: the wrong day of the week is a fault") {
    const Preview read = preview("Monday 4 April 2017,9:00,,CU,One,national\n");
    REQUIRE(read.faults.size() == 1);
    CHECK(read.faults[0].reason.english ==
          "This is not the day of the week of that date, 2017-04-04.");
}

}  // namespace rostrum::wire::sheet_dates_test
