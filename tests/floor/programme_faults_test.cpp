#include <functional>

#include "floor/fixture.hpp"
#include "floor/limits.hpp"
#include "floor/programme.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace rostrum {

std::ostream& operator<<(std::ostream& out, const Fault& fault) {
    return out << fault.place << ": " << fault.reason.english;
}

}  // namespace rostrum

namespace {

using Faults = std::vector<Fault>;

Programme programme() {
    return {"Round 30", "", {room_plan()}};
}

/// The faults of a valid programme after this change.
Faults faults_after(const std::function<void(Programme&)>& spoil) {
    Programme spoilt = programme();
    spoil(spoilt);
    return faults(spoilt);
}

Faults faults_in_meeting(const std::function<void(PlannedMeeting&)>& spoil) {
    return faults_after([&](Programme& it) { spoil(it.rooms[0].meetings[0]); });
}

Faults faults_in_panellist(const std::function<void(PlannedDelegation&)>& spoil) {
    return faults_in_meeting([&](PlannedMeeting& it) { spoil(it.panel[1]); });
}

const std::string an_id = "An id is 1 to 64 small letters a to z, digits and hyphens.";

}  // namespace

TEST_CASE("a valid programme has no fault") {
    CHECK(faults(programme()).empty());
}

TEST_CASE("the title and the rooms of a programme are checked") {
    CHECK(faults_after([](Programme& it) { it.title = "two\nlines"; }) ==
          Faults{{"title", {"", "This text holds a line break or a control character."}}});
    CHECK(faults_after([](Programme& it) { it.rooms.clear(); }) ==
          Faults{{"rooms", {"", "A programme has at least one room."}}});
    CHECK(faults_after([](Programme& it) { it.rooms.push_back(it.rooms[0]); }) ==
          Faults{{"rooms[1].id", {"", "The id xx is used twice."}}});
}

TEST_CASE("the id, name, time zone and number of meetings of a room are checked") {
    CHECK(faults_after([](Programme& it) { it.rooms[0].id = RoomId{"Room XX"}; }) ==
          Faults{
              {"rooms[0].id", {"", "An id is 1 to 32 small letters a to z, digits and hyphens."}}});
    CHECK(faults_after([](Programme& it) { it.rooms[0].name = " "; }) ==
          Faults{{"rooms[0].name", {"", "This is required."}}});
    CHECK(faults_after([](Programme& it) { it.rooms[0].name = std::string(401, 'a'); }) ==
          Faults{{"rooms[0].name", {"", "This text is too long (at most 400 bytes)."}}});
    const std::string zone = "Give the time zone by its IANA name, such as Europe/Zurich.";
    for (const char* wrong : {"", "Europe Zurich", "/etc/passwd", "Europe/"}) {
        CHECK(faults_after([&](Programme& it) { it.rooms[0].time_zone = wrong; }) ==
              Faults{{"rooms[0].time_zone", {"", zone}}});
    }
    CHECK(faults_after([](Programme& it) { it.rooms[0].meetings.clear(); }).empty());
    const Faults found = faults_after([](Programme& it) { it.rooms[0].meetings.resize(201); });
    REQUIRE_FALSE(found.empty());
    CHECK(found[0] == Fault{"rooms[0].meetings", {"", "A room has at most 200 meetings."}});
}

TEST_CASE("the id and the State of a meeting are checked") {
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.id = MeetingId{}; }) ==
          Faults{{"rooms[0].meetings[0].id", {"", an_id}}});
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.id = germany; }) ==
          Faults{{"rooms[0].meetings[1].id", {"", "The id germany is used twice."}}});
    const std::string code = "Give the State by its ISO 3166-1 code: two capital letters.";
    for (const char* wrong : {"", "C", "cu", "CUB"}) {
        CHECK(faults_in_meeting([&](PlannedMeeting& it) { it.state.code = wrong; }) ==
              Faults{{"rooms[0].meetings[0].state.code", {"", code}}});
    }
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.state.name = ""; }) ==
          Faults{{"rooms[0].meetings[0].state.name", {"", "This is required."}}});
}

TEST_CASE("the hour of a meeting is checked") {
    const std::string length = "A meeting lasts 10 minutes to 6 hours.";
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.ends_at = it.starts_at; }) ==
          Faults{{"rooms[0].meetings[0].ends_at", {"", "The meeting ends before it starts."}}});
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.ends_at = it.starts_at + 599s; }) ==
          Faults{{"rooms[0].meetings[0].ends_at", {"", length}}});
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.ends_at = it.starts_at + 10min; }).empty());
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.starts_at = it.ends_at - 6h; }).empty());
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.starts_at = it.ends_at - 6h - 1ms; }) ==
          Faults{{"rooms[0].meetings[0].ends_at", {"", length}}});
    CHECK(faults_in_meeting([](PlannedMeeting& it) {
              it.starts_at = instant_from_unix_ms(INT64_MIN);
          }) == Faults{{"rooms[0].meetings[0].starts_at",
                        {"", "This is not a date between 1970 and 9999."}}});
    CHECK(faults_after([](Programme& it) {
              it.rooms[0].meetings[1].ends_at = instant_from_unix_ms(INT64_MAX);
          }) == Faults{{"rooms[0].meetings[1].ends_at",
                        {"", "This is not a date between 1970 and 9999."}}});
}

TEST_CASE("the meetings of a room may not overlap") {
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.ends_at += 1ms; }) ==
          Faults{{"rooms[0].meetings[1].starts_at",
                  {"", "The meeting before it in this room, Cuba, is not over by then."}}});
    CHECK(faults_after(
              [](Programme& it) { std::swap(it.rooms[0].meetings[0], it.rooms[0].meetings[1]); }) ==
          Faults{{"rooms[0].meetings[1].starts_at",
                  {"", "The meeting before it in this room, Germany, is not over by then."}}});
}

TEST_CASE("the statement of the State under Review lasts at most two minutes") {
    const Faults wrong{{"rooms[0].meetings[0].sur_statement_s",
                        {"", "The time allotted here is 0:30 to 2:00 minutes."}}};
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.sur_allotted = 121s; }) == wrong);
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.sur_allotted = 29s; }) == wrong);
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.sur_allotted = 30s; }).empty());
}

TEST_CASE("a panel has 1 to 59 panellists") {
    CHECK(faults_in_meeting([](PlannedMeeting& it) { it.panel.clear(); }) ==
          Faults{{"rooms[0].meetings[0].panel", {"", "A panel has 1 to 59 panellists."}}});
    const auto panel_of = [](std::size_t size) {
        return faults_in_meeting([&](PlannedMeeting& it) {
            it.panel.resize(size, it.panel[0]);
            for (std::size_t i = 0; i < size; ++i) {
                it.panel[i].id = DelegationId{"cso-" + std::to_string(i)};
            }
        });
    };
    CHECK(panel_of(59).empty());
    CHECK(panel_of(60) ==
          Faults{{"rooms[0].meetings[0].panel", {"", "A panel has 1 to 59 panellists."}}});
}

TEST_CASE("the id and the kind of a panellist are checked") {
    const std::string panellist = "rooms[0].meetings[0].panel[1]";
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.id.value = "expression"; }) ==
          Faults{{panellist + ".id", {"", "The id expression is used twice."}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.id.value = "sur"; }) ==
          Faults{{panellist + ".id", {"", "The id sur is that of the State under Review."}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.id.value = std::string(65, 'a'); }) ==
          Faults{{panellist + ".id", {"", an_id}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) {
              it.kind = DelegationKind::state_under_review;
          }) == Faults{{panellist + ".kind",
                        {"", "A panellist is a national or international CSO, or an NHRI."}}});
}

TEST_CASE("a panellist may not have a reserved id") {
    const std::string place = "rooms[0].meetings[0].panel[1].id";
    for (const char* id : {"moderator", "mission-fr", "organisation-4e", "ask-3", "entry-4",
                           "answer-5-1", "order-6"}) {
        CHECK(faults_in_panellist([&](PlannedDelegation& it) { it.id.value = id; }) ==
              Faults{{place,
                      {"",
                       "The ids moderator, mission-…, organisation-…, ask-…, entry-…, answer-… and "
                       "order-… are the room's own."}}});
    }
}

TEST_CASE("the texts of a panellist are checked") {
    const std::string panellist = "rooms[0].meetings[0].panel[1]";
    const std::string broken = "This text is not well-formed UTF-8.";
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.title = ""; }) ==
          Faults{{panellist + ".title", {"", "This is required."}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.title = "\xFF"; }) ==
          Faults{{panellist + ".title", {"", broken}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.speaker_name = "\xFF"; }) ==
          Faults{{panellist + ".speaker_name", {"", broken}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.subject = "\xFF"; }) ==
          Faults{{panellist + ".subject", {"", broken}}});
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.absence_reason = "\xFF"; }) ==
          Faults{{panellist + ".absence_reason", {"", broken}}});
}

TEST_CASE("the time of a panellist and the reason of an absence are checked") {
    const std::string panellist = "rooms[0].meetings[0].panel[1]";
    const Faults wrong{
        {panellist + ".allotted_s", {"", "The time allotted here is 5:00 to 7:00 minutes."}}};
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.allotted = 299s; }) == wrong);
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.allotted = 421s; }) == wrong);
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.allotted = 7min; }).empty());
    CHECK(faults_in_panellist([](PlannedDelegation& it) { it.standing = Standing::present; }) ==
          Faults{{panellist + ".absence_reason",
                  {"", "Only an absent delegation has a reason for its absence."}}});
}

TEST_CASE("all faults are reported together, in the order of the file") {
    const Faults found = faults_after([](Programme& it) {
        it.rooms[0].name = "";
        it.rooms[0].meetings[0].panel[0].title = "";
        it.rooms[0].meetings[1].panel[0].allotted = 1h;
    });
    REQUIRE(found.size() == 3);
    CHECK(found[0].place == "rooms[0].name");
    CHECK(found[1].place == "rooms[0].meetings[0].panel[0].title");
    CHECK(found[2].place == "rooms[0].meetings[1].panel[0].allotted_s");
}
