#include "wire/event_record.hpp"

#include <set>
#include <vector>

#include <catch2/catch.hpp>

#include "rostrum/v1/event.pb.h"

namespace rostrum::wire {
namespace {

PlannedMeeting plan() {
    PlannedMeeting meeting;
    meeting.id = MeetingId{"cuba"};
    meeting.state = {"CU", "Cuba"};
    meeting.starts_at = instant_from_unix_ms(1'523'430'000'000);
    meeting.ends_at = instant_from_unix_ms(1'523'433'600'000);
    meeting.sur_allotted = Duration{120'000};
    meeting.panel = {
        {DelegationId{"cso-1"}, DelegationKind::national_cso, "National CSO: media freedom", "",
         "Media freedom", Duration{300'000}, Standing::absent, "Prevented from travelling"},
        {DelegationId{"nhri"}, DelegationKind::nhri, "National human rights institution", "", "",
         Duration{420'000}, Standing::present, ""},
    };
    return meeting;
}

/// One of each kind at least, each with its number in the contract.
std::vector<std::pair<int, Event>> events() {
    const MeetingId cuba{"cuba"};
    const InscriptionId first{"cso-1"};
    return {
        {1, RoomFounded{"Room XXVII", "Europe/Zurich"}},
        {2, MeetingPlanned{plan()}},
        {3, SpeakerNamed{cuba, DelegationId{"cso-1"}, "The speaker"}},
        {4, MeetingAnnounced{cuba}},
        {5, MeetingOpened{cuba}},
        {6, MeetingSuspended{cuba}},
        {7, MeetingResumed{cuba}},
        {8, MeetingClosed{cuba}},
        {9, FloorGiven{first}},
        {10, StatementPaused{StatementId{7}}},
        {11, StatementResumed{StatementId{7}}},
        {12, StatementEnded{StatementId{7}}},
        {13, StatementDeclined{first}},
        {14, TimeAdded{StatementId{7}, Duration{-30'000}}},
        {15, AllotmentSet{first, Duration{360'000}}},
        {16, InscriptionMoved{first, InscriptionId{"cso-2"}}},
        {16, InscriptionMoved{first, std::nullopt}},
        {17, MarkedPresent{DelegationId{"cso-1"}}},
        {18, MarkedAbsent{DelegationId{"cso-1"}, "Empêché de voyager"}},
        {18, MarkedAbsent{DelegationId{"cso-1"}, ""}},
        {19, NoticeShown{"Please be brief."}},
        {20, NoticeCleared{NoticeId{6}}},
        {21, ActUndone{Revision{41}}},
    };
}

TEST_CASE("every event comes back as it was written") {
    std::set<std::size_t> kinds;
    for (const auto& [number, event] : events()) {
        INFO("event " << number);
        CHECK(read_event(write_event(event)) == event);
        CHECK(event_number(event) == number);
        kinds.insert(event.index());
    }
    CHECK(kinds.size() == std::variant_size_v<Event>);
    CHECK(v1::Event::descriptor()->field_count() == 21);
}

TEST_CASE("the bytes of an event never change: logs are kept, and hashed") {
    CHECK(write_event(MeetingOpened{MeetingId{"cuba"}}) ==
          "\x2a\x06\x0a\x04"
          "cuba");
    CHECK(write_event(TimeAdded{StatementId{7}, Duration{30'000}}) ==
          "\x72\x06\x08\x07\x10\xb0\xea\x01");
    CHECK(write_event(InscriptionMoved{InscriptionId{"a"}, std::nullopt}) ==
          "\x82\x01\x03\x0a\x01"
          "a");
    CHECK(write_event(ActUndone{Revision{41}}) == "\xaa\x01\x02\x08\x29");
}

TEST_CASE("a planned meeting is written without its speakers' names") {
    PlannedMeeting named = plan();
    named.panel.front().speaker_name = "The speaker";
    CHECK(write_event(MeetingPlanned{named}) == write_event(MeetingPlanned{plan()}));
    CHECK(write_event(MeetingPlanned{named}).find("The speaker") == std::string::npos);
}

TEST_CASE("bytes that are no event are refused") {
    CHECK_THROWS_WITH(read_event("\xff\xff\xff"),
                      "An event is damaged: its bytes are none of Rostrum's.");
    CHECK_THROWS_AS(read_event(""), UnreadableRecord);
    const std::string whole = write_event(MeetingPlanned{plan()});
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_THROWS_AS(read_event(whole.substr(0, length)), UnreadableRecord);
}

TEST_CASE("an event that a newer version wrote is refused, wherever it is newer") {
    const auto newer = [](const std::string& bytes) {
        CHECK_THROWS_WITH(
            read_event(bytes),
            "An event holds more than this version of Rostrum knows: a newer one wrote it.");
    };
    v1::Event event;
    auto& unknown = *event.GetReflection()->MutableUnknownFields(&event);
    unknown.AddLengthDelimited(1000, "a kind of event that is not known yet");
    newer(event.SerializeAsString());

    event.Clear();
    v1::MeetingPlanned& planned = *event.mutable_meeting_planned();
    planned.GetReflection()->MutableUnknownFields(&planned)->AddVarint(1000, 1);
    newer(event.SerializeAsString());

    event.Clear();
    v1::State& state = *event.mutable_meeting_planned()->mutable_state();
    state.GetReflection()->MutableUnknownFields(&state)->AddVarint(1000, 1);
    newer(event.SerializeAsString());

    event.Clear();
    v1::PlannedDelegation& panellist = *event.mutable_meeting_planned()->add_panel();
    panellist.GetReflection()->MutableUnknownFields(&panellist)->AddVarint(1000, 1);
    newer(event.SerializeAsString());

    event.Clear();
    event.mutable_meeting_planned()->add_panel()->set_kind(static_cast<v1::DelegationKind>(9));
    CHECK_THROWS_WITH(read_event(event.SerializeAsString()),
                      "This version of Rostrum does not know the kind of delegation of an event: "
                      "a newer one wrote it, or it is damaged.");
}

}  // namespace
}  // namespace rostrum::wire
