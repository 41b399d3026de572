#include "floor/hour.hpp"

#include <fstream>
#include <sstream>

#include <boost/json.hpp>

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;
namespace json = boost::json;

namespace {

/// The table that also tests the screens.
const json::object& table() {
    static const json::value value = [] {
        std::ifstream file{ROSTRUM_CASES "/hour.json"};
        std::stringstream text;
        text << file.rdbuf();
        return json::parse(text.str());
    }();
    return value.as_object();
}

/// `1:30` is 90 s, `-1:30` is -90 s.
Duration time_in(std::string_view text) {
    const bool below = text.starts_with('-');
    if (below) text.remove_prefix(1);
    std::stringstream parts{std::string{text}};
    Duration::rep seconds = 0;
    for (std::string part; std::getline(parts, part, ':');)
        seconds = seconds * 60 + std::stoi(part);
    return std::chrono::seconds{below ? -seconds : seconds};
}

std::string_view text_in(const json::value& value, const char* field) {
    return value.at(field).as_string();
}
bool has(const json::value& value, const char* field) {
    return !value.at(field).is_null();
}
Duration length(const json::value& value, const char* field) {
    return has(value, field) ? time_in(text_in(value, field)) : Duration{0};
}
Instant instant(const json::value& value, const char* field) {
    return Instant{length(value, field)};
}
std::optional<Instant> maybe(const json::value& value, const char* field) {
    return has(value, field) ? std::optional{instant(value, field)} : std::nullopt;
}

HourAnchors anchors_in(const json::value& entry) {
    HourAnchors anchors;
    anchors.begins_at = maybe(entry, "begins_at");
    anchors.due_at = instant(entry, "due_at");
    anchors.waiting = length(entry, "waiting");
    anchors.reserve_left = length(entry, "reserve_left");
    anchors.question = length(entry, "question");
    anchors.closed_at = maybe(entry, "closed_at");
    anchors.answers_owed = length(entry, "answers_owed");
    return anchors;
}

/// A meeting with nothing left but its reserve, which ends when the table says.
Meeting meeting_in(const json::value& entry, Instant now) {
    Meeting meeting;
    meeting.id = MeetingId{std::string{text_in(entry, "id")}};
    meeting.starts_at = instant(entry, "starts_at");
    meeting.ends_at = instant(entry, "ends_at");
    meeting.opened_at = maybe(entry, "opened_at");
    if (!meeting.opened_at) return meeting;
    const Instant end = instant(entry, "end");
    meeting.course = end > now ? Course::open : Course::closed;
    if (end > now)
        meeting.reserve = end - now;
    else
        meeting.closed_at = end;
    return meeting;
}

}  // namespace

TEST_CASE("hour: the projected end and the questions that fit match the screens") {
    const json::array& cases = table().at("forecast").as_array();
    CHECK(cases.size() >= 10);
    for (const json::value& entry : cases) {
        INFO(text_in(entry, "name"));
        const Forecast forecast =
            rostrum::forecast(anchors_in(entry), length(entry, "remaining"), instant(entry, "now"));
        CHECK(unix_ms(forecast.end) == unix_ms(instant(entry, "end")));
        CHECK(forecast.over == length(entry, "over"));
        CHECK(forecast.questions == entry.at("questions").to_number<int>());
    }
}

TEST_CASE("hour: the projected times of a day's meetings match the screens") {
    const json::array& cases = table().at("day").as_array();
    CHECK(cases.size() >= 6);
    for (const json::value& entry : cases) {
        INFO(text_in(entry, "name"));
        const Instant now = instant(entry, "now");
        Room room;
        for (const json::value& meeting : entry.at("meetings").as_array())
            room.proceedings.meetings.emplace_back(meeting_in(meeting, now));
        std::vector<ExpectedMeeting> expected;
        for (const json::value& one : entry.at("expected").as_array()) {
            expected.push_back({MeetingId{std::string{text_in(one, "id")}},
                                instant(one, "starts_at"), instant(one, "ends_at")});
        }
        CHECK(expected_meetings(room, now) == expected);
    }
}

TEST_CASE("hour: a planned meeting has its planned anchors") {
    const Stage stage = founded();
    const HourAnchors anchors = hour_anchors(stage.meeting(), stage.room.rules);
    CHECK(anchors.begins_at == nine);
    CHECK(anchors.due_at == nine + 1h);
    CHECK(anchors.waiting == 2min + 5min + 7min + 6min);
    CHECK(anchors.freed == 10min);
    CHECK(anchors.reserve_left == 15min);
    CHECK(anchors.question == 6min);
}

TEST_CASE("hour: the speaker no longer counts as waiting; a declined statement frees its time") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    const HourAnchors anchors = hour_anchors(stage.meeting(), stage.room.rules);
    CHECK(anchors.begins_at == std::nullopt);
    CHECK(anchors.waiting == 5min + 6min);
    CHECK(anchors.freed == 12min);
    CHECK(forecast(stage.meeting(), stage.room.rules, nine + 1min).end ==
          nine + 1min + 6min + 11min + 15min);
}

TEST_CASE("hour: an empty chair frees its time before, during and after the silence for it") {
    Stage stage = opened();
    stage.does(MarkAbsent{DelegationId{"media"}, {}});
    const Duration before = hour_anchors(stage.meeting(), stage.room.rules).freed;
    stage.does(HonourEmptyChair{InscriptionId{"media"}, stage.ending(), 30s});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).freed == before);
    stage.ends_statement();
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).freed == before);
}

TEST_CASE("hour: an expected delegation takes its time, an interrupted one its remaining time") {
    Stage stage = opened();
    stage.does(MarkExpected{DelegationId{"media"}});
    stage.gives_floor("expression");
    stage.later(1min);
    stage.does(RaisePointOfOrder{DelegationId{"sur"}, stage.ending()});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).waiting == 2min + 7min + 6min + 4min);
}

TEST_CASE("hour: questions and answers use the reserve, each round once") {
    Stage stage = opened();
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {}});
    stage.does(BeginAnswers{{DelegationId{"media"}, DelegationId{"expression"}}, 3min});
    const auto anchors = [&] { return hour_anchors(stage.meeting(), stage.room.rules); };
    CHECK(anchors().reserve_left == 15min - 2min - 3min);
    CHECK(anchors().waiting == 20min + 2min + 3min);
    stage.does(Next{});
    stage.later(1min);
    CHECK(anchors().reserve_left == 10min);
    CHECK(anchors().waiting == 22min);
    stage.ends_statement();
    CHECK(anchors().reserve_left == 10min);
    CHECK(anchors().waiting == 22min + 2min);
}

TEST_CASE("hour: a question on the list takes the place of one that fits, with its answers") {
    Stage stage = opened();
    const auto fitting = [&] {
        return forecast(stage.meeting(), stage.room.rules, stage.now).questions;
    };
    const int before = fitting();
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {}});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).answers_owed == stage.room.rules.answers);
    CHECK(fitting() == before - 1);
}

TEST_CASE("hour: waiting answers count as zero while one in progress may use the whole budget") {
    Stage stage = opened();
    stage.does(BeginAnswers{{DelegationId{"media"}, DelegationId{"expression"}}, 3min});
    const auto waiting = [&] {
        return left_to_waiting(stage.meeting(), stage.meeting().rounds.front().id);
    };
    CHECK(waiting() == 3min);
    stage.does(Next{});
    CHECK(waiting() == 0min);
    stage.later(1min);
    stage.does(RaisePointOfOrder{DelegationId{"sur"}, stage.ending()});
    CHECK(waiting() == 0min);
    stage.undoes();
    stage.ends_statement();
    CHECK(waiting() == 2min);
}

TEST_CASE("hour: a hard stop before the end is the due time") {
    Stage stage = opened();
    stage.does(SetHardStop{nine + 50min});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).due_at == nine + 50min);
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).hard_stop_at == nine + 50min);
    stage.does(SetHardStop{nine + 70min});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).due_at == nine + 1h);
}

TEST_CASE("hour: a suspended meeting goes on at its time of return") {
    Stage stage = opened();
    stage.does(SuspendMeeting{cuba, nine + 15min});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).begins_at == nine + 15min);
    stage.does(ResumeMeeting{cuba});
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).begins_at == std::nullopt);
}
