#include "wire/programme_json.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace rostrum::wire::programme_json_test {
namespace {

Programme programme_of(const std::string& json) {
    auto read = read_programme(json);
    if (const auto* faults = std::get_if<std::vector<Fault>>(&read))
        for (const Fault& fault : *faults)
            UNSCOPED_INFO(fault.place << ": " << fault.reason.english);
    REQUIRE(std::holds_alternative<Programme>(read));
    return std::get<Programme>(std::move(read));
}

std::vector<std::string> faults_of(const std::string& json) {
    const auto read = read_programme(json);
    REQUIRE(std::holds_alternative<std::vector<Fault>>(read));
    std::vector<std::string> sentences;
    for (const Fault& fault : std::get<std::vector<Fault>>(read))
        sentences.push_back(fault.place + ": " + fault.reason.english);
    return sentences;
}

using Sentences = std::vector<std::string>;

const std::string small = R"({
  "title": "A round",
  "remark": "To try things out",
  "rooms": [{
    "id": "xxvii",
    "name": "Room XXVII",
    "timeZone": "Europe/Zurich",
    "meetings": [{
      "id": "cuba",
      "state": { "code": "CU", "name": "Cuba" },
      "startsAt": "2018-04-11T09:00:00+02:00",
      "endsAt": "2018-04-11T08:00:00Z",
      "panel": [
        { "id": "a", "kind": "DELEGATION_KIND_NATIONAL_CSO", "title": "National CSO" },
        {
          "id": "b",
          "kind": "DELEGATION_KIND_NHRI",
          "title": "National human rights institution",
          "speakerName": "The speaker",
          "subject": "Media freedom",
          "allottedS": 420,
          "standing": "STANDING_ABSENT",
          "absenceReason": "Prevented from travelling"
        }
      ]
    }]
  }]
})";

/// A programme with the first of one text replaced by another.
std::string replaced(std::string json, const std::string& old_text, const std::string& new_text) {
    const auto at = json.find(old_text);
    REQUIRE(at != std::string::npos);
    return json.replace(at, old_text.size(), new_text);
}

std::string with(const std::string& old_text, const std::string& new_text) {
    return replaced(small, old_text, new_text);
}

TEST_CASE("a programme is read with its defaults") {
    const Programme programme = programme_of(small);
    CHECK(programme.title == "A round");
    CHECK(programme.remark == "To try things out");
    REQUIRE(programme.rooms.size() == 1);
    const PlannedRoom& room = programme.rooms[0];
    CHECK(room.id == RoomId{"xxvii"});
    CHECK(room.name == "Room XXVII");
    CHECK(room.time_zone == "Europe/Zurich");
    REQUIRE(room.meetings.size() == 1);
    const PlannedMeeting& meeting = room.meetings[0];
    CHECK(meeting.id == MeetingId{"cuba"});
    CHECK(meeting.state == State{"CU", "Cuba"});
    CHECK(unix_ms(meeting.starts_at) == 1'523'430'000'000);
    CHECK(unix_ms(meeting.ends_at) == 1'523'433'600'000);
    CHECK(meeting.sur_allotted == Duration{120'000});
    REQUIRE(meeting.panel.size() == 2);
    CHECK(meeting.panel[0] == PlannedDelegation{DelegationId{"a"}, DelegationKind::national_cso,
                                                "National CSO", "", "", Duration{300'000},
                                                std::nullopt, "", RepresentedBy::undeclared});
    CHECK(meeting.panel[1] == PlannedDelegation{DelegationId{"b"}, DelegationKind::nhri,
                                                "National human rights institution", "The speaker",
                                                "Media freedom", Duration{420'000},
                                                Standing::absent, "Prevented from travelling",
                                                RepresentedBy::undeclared});
}

TEST_CASE("a round has its own rules, and the times of its meetings are within them") {
    const Programme programme = programme_of(with(R"("meetings": [)", R"("rules": {
        "panelShortestMs": 240000, "panelLongestMs": "420000", "surLongestMs": 90000,
        "repliesEach": 3, "order": "SPEAKING_ORDER_NHRI_FIRST" }, "meetings": [)"));
    const PlannedRoom& room = programme.rooms[0];
    Rules rules;
    rules.panel_shortest = Duration{240'000};
    rules.sur_longest = Duration{90'000};
    rules.replies_each = 3;
    rules.order = SpeakingOrder::nhri_first;
    CHECK(room.rules == rules);
    CHECK(room.meetings[0].sur_allotted == Duration{90'000});
    CHECK(room.meetings[0].panel[0].allotted == Duration{240'000});
    CHECK(faults_of(with(R"("meetings": [)",
                         R"("rules": { "panelLongestMs": 360000 }, "meetings": [)")) ==
          Sentences{
              "line 21, rooms[0].meetings[0].panel[1].allottedS: The time allotted here is 5:00 "
              "to 6:00 minutes."});
}

TEST_CASE("a programme may contain standings, RepresentedBy and the hard stop") {
    std::string json = with("STANDING_ABSENT", "STANDING_EXPECTED");
    json = replaced(json, R"("absenceReason": "Prevented from travelling")",
                    R"("representedBy": "REPRESENTED_BY_WOMAN")");
    json =
        replaced(json, R"("panel": [)", R"("hardStopAt": "2018-04-11T09:55:00+02:00", "panel": [)");
    const PlannedMeeting meeting = programme_of(json).rooms[0].meetings[0];
    CHECK(meeting.hard_stop == instant_from_unix_ms(1'523'433'300'000));
    CHECK(meeting.panel[0].represented_by == RepresentedBy::undeclared);
    CHECK(meeting.panel[1].standing == Standing::expected);
    CHECK(meeting.panel[1].represented_by == RepresentedBy::woman);
}

TEST_CASE("a programme may be spelt as in the contract, and saved with a byte order mark") {
    CHECK(programme_of(with("timeZone", "time_zone")) == programme_of(small));
    CHECK(programme_of("\xEF\xBB\xBF" + small) == programme_of(small));
}

TEST_CASE("every fault is reported, in the order of the file, with its line") {
    std::string json = small;
    const auto spoil = [&json](const std::string& old_text, const std::string& new_text) {
        json = replaced(json, old_text, new_text);
    };
    spoil("\"CU\"", "\"cu\"");
    spoil("\"timeZone\"", "\"timezone\"");
    spoil("\"Room XXVII\"", "27");
    spoil("+02:00", "");
    spoil("DELEGATION_KIND_NATIONAL_CSO", "CSO");
    spoil("420", "480");
    spoil(R"("id": "b")", R"("id": "a", "id": "a")");
    CHECK(faults_of(json) ==
          Sentences{
              "line 6, rooms[0].name: This must be a text, in quotes.",
              ("line 7, rooms[0].timezone: Unknown field. The fields are: id, name, "
               "timeZone, meetings, rules."),
              ("line 10, rooms[0].meetings[0].state.code: Give the State by its ISO 3166-1 "
               "code: "
               "two capital letters."),
              ("line 11, rooms[0].meetings[0].startsAt: This must be a time such as "
               "\"2018-04-11T09:00:00+02:00\"."),
              ("line 14, rooms[0].meetings[0].panel[0].kind: This must be one of "
               "DELEGATION_KIND_STATE_UNDER_REVIEW, DELEGATION_KIND_NATIONAL_CSO, "
               "DELEGATION_KIND_INTERNATIONAL_CSO, DELEGATION_KIND_NHRI, DELEGATION_KIND_MISSION, "
               "DELEGATION_KIND_MODERATOR, DELEGATION_KIND_ORGANISATION."),
              "line 16, rooms[0].meetings[0].panel[1].id: This is given twice.",
              ("line 21, rooms[0].meetings[0].panel[1].allottedS: The time allotted here is 5:00 "
               "to 7:00 minutes.")});
}

TEST_CASE("a missing field is one fault, in the line of its object") {
    CHECK(faults_of(with("\"startsAt\": \"2018-04-11T09:00:00+02:00\",", "")) ==
          Sentences{"line 8, rooms[0].meetings[0].starts_at: This is required."});
    CHECK(faults_of(with(",\n      \"endsAt\": \"2018-04-11T08:00:00Z\"", "")) ==
          Sentences{"line 8, rooms[0].meetings[0].ends_at: This is required."});
    CHECK(faults_of(with("\"kind\": \"DELEGATION_KIND_NHRI\",", "")) ==
          Sentences{"line 15, rooms[0].meetings[0].panel[1].kind: This is required."});
    CHECK(faults_of("{}") == Sentences{"line 1, rooms: A programme has at least one room."});
}

TEST_CASE("a fault hides those that only follow from it") {
    CHECK(faults_of(with("{ \"code\": \"CU\", \"name\": \"Cuba\" }", "\"Cuba\"")) ==
          Sentences{"line 10, rooms[0].meetings[0].state: This must be an object, in braces."});
    CHECK(faults_of(with("\"2018-04-11T08:00:00Z\"", "10")) ==
          Sentences{"line 12, rooms[0].meetings[0].endsAt: This must be a time such as "
                    "\"2018-04-11T09:00:00+02:00\"."});
}

TEST_CASE("faults by the rules of the floor have their places in the file") {
    CHECK(
        faults_of(with("STANDING_ABSENT", "STANDING_PRESENT")) ==
        Sentences{
            "line 23, rooms[0].meetings[0].panel[1].absenceReason: Only an absent delegation has a "
            "reason for its absence."});
}

TEST_CASE("a programme that is not JSON is refused at the line and column of the error") {
    CHECK(faults_of(with("\"title\": \"A round\",", "\"title\": \"A round\"")) ==
          Sentences{"line 3, column 3: From here on this is not JSON."});
}

}  // namespace
}  // namespace rostrum::wire::programme_json_test
