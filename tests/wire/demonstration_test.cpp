// The programme of the demonstration, compared with the figures that UPR Info published.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "wire/programme_json.hpp"

namespace rostrum::wire {
namespace {

PlannedRoom demonstration() {
    std::ifstream file{ROSTRUM_DEMONSTRATION};
    const std::string json{std::istreambuf_iterator<char>{file}, {}};
    auto read = read_programme(json);
    if (const auto* faults = std::get_if<std::vector<Fault>>(&read))
        for (const Fault& fault : *faults)
            UNSCOPED_INFO(fault.place << ": " << fault.reason.english);
    REQUIRE(std::holds_alternative<Programme>(read));
    auto& programme = std::get<Programme>(read);
    REQUIRE(programme.rooms.size() == 1);
    return std::move(programme.rooms.front());
}

/// The day of April 2018 on which it starts, in Geneva.
std::int64_t day_of_april(const PlannedMeeting& meeting) {
    constexpr std::int64_t april_in_geneva = 1'522'533'600'000;
    constexpr std::int64_t day = 86'400'000;
    return 1 + (unix_ms(meeting.starts_at) - april_in_geneva) / day;
}

TEST_CASE("the demonstration has the published totals, and Cuba's two empty chairs in addition") {
    const PlannedRoom room = demonstration();
    int plates = 0;
    int women = 0;
    std::map<DelegationKind, int> of_kind;
    for (const PlannedMeeting& meeting : room.meetings) {
        for (const PlannedDelegation& panellist : meeting.panel) {
            ++plates;
            if (panellist.standing == Standing::absent) continue;
            ++of_kind[panellist.kind];
            if (panellist.represented_by == RepresentedBy::woman) ++women;
        }
    }

    const int nhris = of_kind[DelegationKind::nhri];
    const int national = of_kind[DelegationKind::national_cso] + nhris;
    CHECK(nhris == 3);
    CHECK(national == 39);
    CHECK(national + of_kind[DelegationKind::international_cso] == 58);
    CHECK(women == 30);
    CHECK(plates == 60);
    CHECK(room.meetings.size() == 12);
}

TEST_CASE("the demonstration has the States of the round, in hours of three days") {
    const PlannedRoom room = demonstration();
    CHECK(room.name == "Room XXVII");
    CHECK(room.time_zone == "Europe/Zurich");
    std::set<std::string> states;
    std::map<std::int64_t, int> meetings_on;
    for (const PlannedMeeting& meeting : room.meetings) {
        states.insert(meeting.state.code + " " + meeting.state.name);
        ++meetings_on[day_of_april(meeting)];
        CHECK(meeting.ends_at - meeting.starts_at == std::chrono::hours{1});
        CHECK(meeting.sur_allotted == std::chrono::minutes{2});
        CHECK(meeting.panel.size() >= 4);
        CHECK(meeting.panel.size() <= 6);
    }
    CHECK(states == std::set<std::string>{"AZ Azerbaijan", "BD Bangladesh", "BF Burkina Faso",
                                          "CA Canada", "CM Cameroon", "CO Colombia", "CU Cuba",
                                          "DE Germany", "DJ Djibouti", "RU Russian Federation",
                                          "TM Turkmenistan", "UZ Uzbekistan"});
    CHECK(meetings_on == std::map<std::int64_t, int>{{11, 4}, {12, 4}, {13, 4}});
}

TEST_CASE("the demonstration begins with Cuba's meeting and its two empty chairs") {
    const PlannedRoom room = demonstration();
    CHECK(room.meetings.front().id == MeetingId{"cuba"});
    for (const PlannedMeeting& meeting : room.meetings) {
        INFO(meeting.id.value);
        const auto absent =
            std::count_if(meeting.panel.begin(), meeting.panel.end(), [](const auto& panellist) {
                return panellist.standing == Standing::absent &&
                       panellist.absence_reason == "Prevented from travelling";
            });
        CHECK(absent == (meeting.id == MeetingId{"cuba"} ? 2 : 0));
    }
}

TEST_CASE("the demonstration names no person, and no two plates of a meeting alike") {
    for (const PlannedMeeting& meeting : demonstration().meetings) {
        INFO(meeting.id.value);
        std::set<std::string> titles;
        for (const PlannedDelegation& panellist : meeting.panel) {
            CHECK(panellist.speaker_name.empty());
            CHECK(!panellist.subject.empty());
            titles.insert(panellist.title);
        }
        CHECK(titles.size() == meeting.panel.size());
    }
}

}  // namespace
}  // namespace rostrum::wire
