#include "wire/log_encoding.hpp"

#include <fstream>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "filled.hpp"
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
    PlannedDelegation cso;
    cso.id = DelegationId{"cso-1"};
    cso.kind = DelegationKind::national_cso;
    cso.title = "National CSO: media freedom";
    cso.subject = "Media freedom";
    cso.allotted = Duration{300'000};
    cso.standing = Standing::absent;
    cso.absence_reason = "Prevented from travelling";
    cso.represented_by = RepresentedBy::woman;
    PlannedDelegation nhri;
    nhri.id = DelegationId{"nhri"};
    nhri.kind = DelegationKind::nhri;
    nhri.title = "National human rights institution";
    nhri.allotted = Duration{420'000};
    nhri.standing = Standing::expected;
    meeting.panel = {cso, nhri};
    meeting.hard_stop = instant_from_unix_ms(1'523'433'000'000);
    return meeting;
}

/// All different from the Pre-sessions.
Rules rules() {
    Rules rules;
    rules.sur_shortest = Duration{11'000};
    rules.sur_longest = Duration{12'000};
    rules.panel_shortest = Duration{13'000};
    rules.panel_longest = Duration{14'000};
    rules.warning = Duration{0};
    rules.reserve = Duration{15'000};
    rules.question = Duration{16'000};
    rules.answers = Duration{17'000};
    rules.reply = Duration{18'000};
    rules.replies_each = 3;
    rules.point_of_order = Duration{19'000};
    rules.order = SpeakingOrder::nhri_first;
    return rules;
}

/// With their numbers in the contract. No log contains an event of another kind yet.
std::vector<std::pair<int, Event>> events() {
    const MeetingId cuba{"cuba"};
    const InscriptionId first{"cso-1"};
    const DelegationId cso_1{"cso-1"};
    const DelegationId cso_2{"cso-2"};
    const Instant instant = instant_from_unix_ms(1'523'433'600'000);
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
        {22, MarkedExpected{cso_1}},
        {23, StatementHanded{cso_1, cso_2}},
        {24, ChairLeftEmpty{first}},
        {25, SilenceBegun{first, Duration{30'000}}},
        {26, QuestionsOpened{12, instant, true}},
        {26, QuestionsOpened{0, std::nullopt, false}},
        {27, QuestionsClosed{}},
        {28,
         FloorRequested{
             cuba, DelegationId{"mission-fr"}, InscriptionKind::question, {cso_1, cso_2}}},
        {28, FloorRequested{cuba, cso_1, InscriptionKind::right_of_reply, {}}},
        {29, RequestAccepted{cuba, InscriptionId{"ask-3"}, Duration{120'000}, first}},
        {29, RequestAccepted{cuba, InscriptionId{"ask-3"}, Duration{120'000}, std::nullopt}},
        {30, RequestDeclined{InscriptionId{"ask-3"}}},
        {31, Withdrawn{cuba, InscriptionId{"ask-3"}}},
        {32,
         Inscribed{
             DelegationId{"moderator"}, InscriptionKind::follow_up, {cso_2}, Duration{60'000}}},
        {33, AnswersBegun{{cso_2, cso_1}, Duration{240'000}}},
        {34, PointOfOrderRaised{DelegationId{"mission-fr"}, Duration{120'000}}},
        {35, PointOfOrderRuled{StatementId{7}, Ruling::rejected, "Not in order."}},
        {36, TimeReallocated{{{first, Duration{310'000}}, {InscriptionId{"b"}, Duration{320'000}}},
                             Duration{600'000}}},
        {37, HardStopSet{instant}},
        {37, HardStopSet{std::nullopt}},
        {38, SignalSent{SignalKind::text, Role::secretariat, cso_1, "Closer, please."}},
        {38, SignalSent{SignalKind::slow_down, Role::interpreter, std::nullopt, ""}},
        {39, DisplaySet{{DisplayMode::test_picture, true}}},
        {40, ControlsPassed{Role::secretariat}},
        {41, RollEntered{cuba, {"FR", "CU"}}},
        {42, RollLeft{cuba, {"FR"}}},
        {43, MeetingEdited{plan()}},
        {44, MeetingCancelled{cuba}},
        {45, MeetingRescheduled{cuba, instant, instant_from_unix_ms(1'523'437'200'000)}},
        {46, RulesSet{rules()}},
        {47, NameWithheld{cuba, cso_1}},
        {48, NameErased{cuba, cso_1}},
        {49, OutageReported{instant, instant_from_unix_ms(1'523'437'200'000)}},
        {50, LostTimeSettled{StatementId{7}}},
        {57, PlateCorrected{cuba, cso_1, DelegationKind::nhri, "The Ombudsman", "Prisons",
                            Standing::absent, "Not let in.", RepresentedBy::woman, "Ombudsman"}},
        {57, PlateCorrected{cuba, cso_1, DelegationKind::nhri, "The Ombudsman", "",
                            Standing::read_by, "", RepresentedBy::undeclared, "", cso_2}},
        {58, NoteSet{cuba, cso_1, "Speaks Spanish."}},
        {59, ListArranged{{first, InscriptionId{"cso-2"}}}},
        {42, RollLeft{cuba, {}, true, "UNICEF"}},
        {60, RoomRenamed{"Salle XX"}},
        {61, MeetingMovedAway{cuba, RoomId{"xxiv"}, {cso_1}, "Room XXIV"}},
        {62, MeetingMovedHere{cuba, RoomId{"xxiv"}}},
        {63, RoomArchived{true}},
        {6, MeetingSuspended{cuba, instant}},
        {19, NoticeShown{"Please be brief.", instant, true}},
    };
}

TEST_CASE("every event is read back unchanged") {
    for (const auto& [number, event] : events()) {
        INFO("event " << number);
        CHECK(read_event(write_event(event)) == event);
        CHECK(event_number(event) == number);
    }
}

TEST_CASE("every event of the contract is read with all its fields, and written as it was") {
    const auto* kinds = v1::Event::descriptor()->FindOneofByName("event");
    for (int i = 0; i < kinds->field_count(); ++i) {
        v1::Event event;
        fill(*event.GetReflection()->MutableMessage(&event, kinds->field(i)), only_in_a_programme);
        const std::string bytes = event.SerializeAsString();
        INFO(kinds->field(i)->name());
        CHECK(write_event(read_event(bytes)) == bytes);
        CHECK(event_number(read_event(bytes)) == kinds->field(i)->number());
    }
}

TEST_CASE("an event is written in the bytes that an earlier version wrote") {
    std::ifstream lines{ROSTRUM_BEFORE "/events.txt"};
    std::string line;
    for (const auto& [number, event] : events()) {
        INFO("event " << number);
        // The earlier version has no event about an outage, and nothing that came after it.
        if (number >= 49) break;
        REQUIRE(std::getline(lines, line));
        std::string hexadecimal;
        for (const char byte : write_event(event)) {
            constexpr std::string_view digits = "0123456789abcdef";
            hexadecimal += digits[static_cast<unsigned char>(byte) >> 4U];
            hexadecimal += digits[static_cast<unsigned char>(byte) & 15U];
        }
        CHECK(hexadecimal == line);
    }
    CHECK(!std::getline(lines, line));
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
    CHECK(write_event(QuestionsClosed{}) == std::string{"\xda\x01\x00", 3});
    CHECK(write_event(ControlsPassed{Role::chair}) == "\xc2\x02\x02\x08\x01");
    CHECK(write_event(RollEntered{MeetingId{"a"}, {"FR"}}) ==
          "\xca\x02\x07\x0a\x01"
          "a\x12\x02"
          "FR");
}

TEST_CASE("a planned meeting is written without its speakers' names") {
    PlannedMeeting named = plan();
    named.panel.front().speaker_name = "The speaker";
    CHECK(write_event(MeetingPlanned{named}) == write_event(MeetingPlanned{plan()}));
    CHECK(write_event(MeetingPlanned{named}).find("The speaker") == std::string::npos);
    CHECK(write_event(MeetingEdited{named}) == write_event(MeetingEdited{plan()}));
}

TEST_CASE("bytes that are not an event are refused") {
    CHECK_THROWS_WITH(read_event("\xff\xff\xff"), "An event is damaged: its bytes cannot be read.");
    CHECK_THROWS_AS(read_event(""), DecodeError);
    const std::string whole = write_event(MeetingPlanned{plan()});
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_THROWS_AS(read_event(whole.substr(0, length)), DecodeError);
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
                      "This version of Rostrum does not know PlannedDelegation.kind = 9: a newer "
                      "one wrote it, or it is damaged.");
}

TEST_CASE("a field that only a programme has is refused in the log") {
    v1::Event event;
    v1::PlannedDelegation& plate = *event.mutable_meeting_edited()->mutable_plan()->add_panel();
    plate.set_kind(v1::DELEGATION_KIND_NHRI);
    plate.set_standing(v1::STANDING_PRESENT);
    CHECK_NOTHROW(read_event(event.SerializeAsString()));
    plate.set_speaker_name("The speaker");
    CHECK_THROWS_WITH(read_event(event.SerializeAsString()),
                      "A plan in the log holds a person's name: it is damaged.");
    plate.clear_speaker_name();
    plate.set_allotted_s(60);
    CHECK_THROWS_WITH(read_event(event.SerializeAsString()),
                      "This version of Rostrum does not know PlannedDelegation.allotted_s in the "
                      "log: a newer one wrote it, or it is damaged.");
}

TEST_CASE("an unknown value is refused with its field and number") {
    const auto refused = [](const v1::Event& event, const std::string& what) {
        CHECK_THROWS_WITH(read_event(event.SerializeAsString()),
                          "This version of Rostrum does not know " + what +
                              ": a newer one wrote it, or it is damaged.");
    };
    v1::Event event;
    v1::PlannedDelegation& panellist = *event.mutable_meeting_edited()->mutable_plan()->add_panel();
    panellist.set_kind(v1::DELEGATION_KIND_NHRI);
    panellist.set_standing(static_cast<v1::Standing>(9));
    refused(event, "PlannedDelegation.standing = 9");
    panellist.set_standing(v1::STANDING_PRESENT);
    panellist.set_represented_by(static_cast<v1::RepresentedBy>(9));
    refused(event, "PlannedDelegation.represented_by = 9");
    event.mutable_floor_requested();
    refused(event, "FloorRequested.kind = 0");
    event.mutable_inscribed();
    refused(event, "Inscribed.kind = 0");
    event.mutable_point_of_order_ruled();
    refused(event, "PointOfOrderRuled.ruling = 0");
    event.mutable_signal_sent();
    refused(event, "SignalSent.kind = 0");
    event.mutable_signal_sent()->set_kind(v1::SIGNAL_KIND_TEXT);
    refused(event, "SignalSent.from = 0");
    event.mutable_display_set();
    refused(event, "DisplaySet.display = 0");
    event.mutable_controls_passed();
    refused(event, "ControlsPassed.to = 0");
    event.mutable_rules_set();
    refused(event, "Rules.order = 0");
}

}  // namespace
}  // namespace rostrum::wire
