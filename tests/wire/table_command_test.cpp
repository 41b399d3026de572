// The commands for the list, the table and the programme, as clients send them: in both encodings,
// and as POSTed.
#include "sent.hpp"

namespace rostrum::wire::table_command_test {
namespace {

const DelegationId cso_1{"cso-1"};
const DelegationId cso_2{"cso-2"};

TEST_CASE("commands about empty chairs") {
    for (const auto& act : read<MarkExpected>(R"("markExpected": {"delegationId": "cso-1"})"))
        CHECK(act.delegation == cso_1);
    for (const auto& act : read<HaveStatementRead>(R"("haveStatementRead":
             {"delegationId": "cso-1", "readerDelegationId": "cso-2"})")) {
        CHECK(act.delegation == cso_1);
        CHECK(act.reader == cso_2);
    }
    for (const auto& act : read<HonourEmptyChair>(R"("honourEmptyChair":
             {"inscriptionId": "cso-1", "endingStatementId": 7, "silenceMs": 30000})")) {
        CHECK(act.inscription == InscriptionId{"cso-1"});
        CHECK(act.ending == StatementId{7});
        CHECK(act.silence == Duration{30'000});
    }
    for (const auto& act :
         read<HonourEmptyChair>(R"("honourEmptyChair": {"inscriptionId": "cso-1"})")) {
        CHECK(act.ending == std::nullopt);
        CHECK(act.silence == Duration{0});
    }
}

TEST_CASE("commands about questions") {
    for (const auto& act : read<OpenQuestions>(
             R"("openQuestions": {"most": 12, "openForMs": "900000", "acceptAtOnce": true})")) {
        CHECK(act.most == 12);
        CHECK(act.open_for == Duration{900'000});
        CHECK(act.accept_at_once);
    }
    CHECK(read<CloseQuestions>(R"("closeQuestions": {})").size() == 3);
    for (const auto& act : read<RequestFloor>(R"("requestFloor": {"delegationId": "mission-fr",
             "kind": "INSCRIPTION_KIND_QUESTION", "addressedTo": ["cso-1", "cso-2"]})")) {
        CHECK(act.delegation == DelegationId{"mission-fr"});
        CHECK(act.kind == InscriptionKind::question);
        CHECK(act.addressed_to == std::vector{cso_1, cso_2});
    }
    for (const auto& act : read<AcceptRequest>(
             R"("acceptRequest": {"requestId": "ask-3", "beforeInscriptionId": "cso-2"})")) {
        CHECK(act.request == InscriptionId{"ask-3"});
        CHECK(act.before == InscriptionId{"cso-2"});
    }
    for (const auto& act : read<AcceptRequest>(R"("acceptRequest": {"requestId": "ask-3"})"))
        CHECK(act.before == std::nullopt);
    for (const auto& act : read<DeclineRequest>(R"("declineRequest": {"requestId": "ask-3"})"))
        CHECK(act.request == InscriptionId{"ask-3"});
    for (const auto& act : read<Withdraw>(R"("withdraw": {"inscriptionId": "ask-3"})"))
        CHECK(act.inscription == InscriptionId{"ask-3"});
    for (const auto& act : read<Inscribe>(R"("inscribe": {"delegationId": "cso-1",
             "kind": "INSCRIPTION_KIND_RIGHT_OF_REPLY", "addressedTo": ["cso-2"]})")) {
        CHECK(act.delegation == cso_1);
        CHECK(act.kind == InscriptionKind::right_of_reply);
        CHECK(act.addressed_to == std::vector{cso_2});
    }
    for (const auto& act : read<Inscribe>(R"("inscribe": {"kind": "INSCRIPTION_KIND_FOLLOW_UP"})"))
        CHECK(act.delegation == std::nullopt);
}

TEST_CASE("commands about answers and points of order") {
    for (const auto& act : read<BeginAnswers>(
             R"("beginAnswers": {"delegationIds": ["cso-2", "cso-1"], "budgetMs": 240000})")) {
        CHECK(act.delegations == std::vector{cso_2, cso_1});
        CHECK(act.budget == Duration{240'000});
        CHECK_FALSE(act.calls_first);
    }
    for (const auto& act : read<BeginAnswers>(R"("beginAnswers": {"delegationIds": ["cso-2"],
             "callsFirst": true, "endingStatementId": "7"})")) {
        CHECK(act.calls_first);
        CHECK(act.ending == StatementId{7});
    }
    for (const auto& act : read<RaisePointOfOrder>(R"("raisePointOfOrder":
             {"delegationId": "cso-1", "interruptingStatementId": "7"})")) {
        CHECK(act.delegation == cso_1);
        CHECK(act.interrupting == StatementId{7});
    }
    for (const auto& act :
         read<RaisePointOfOrder>(R"("raisePointOfOrder": {"delegationId": "cso-1"})"))
        CHECK(act.interrupting == std::nullopt);
    for (const auto& act : read<RuleOnPointOfOrder>(R"("ruleOnPointOfOrder":
             {"statementId": 9, "ruling": "RULING_UPHELD", "text": "So ruled."})")) {
        CHECK(act.statement == StatementId{9});
        CHECK(act.ruling == Ruling::upheld);
        CHECK(act.text == "So ruled.");
    }
    for (const auto& act :
         read<Yield>(R"("yield": {"statementId": 9, "inscriptionId": "cso-2"})")) {
        CHECK(act.statement == StatementId{9});
        CHECK(act.to == InscriptionId{"cso-2"});
    }
}

TEST_CASE("commands about the hour") {
    for (const auto& act : read<Reallocate>(R"("reallocate": {"reserveMs": 600000, "allotments":
             [{"inscriptionId": "cso-1", "allottedMs": 300000}, {"inscriptionId": "cso-2"}]})")) {
        CHECK(act.reserve == Duration{600'000});
        CHECK(act.allotments == std::vector{Allotment{InscriptionId{"cso-1"}, Duration{300'000}},
                                            Allotment{InscriptionId{"cso-2"}, Duration{0}}});
    }
    for (const auto& act : read<SetHardStop>(R"("setHardStop": {"atUnixMs": "1523433300000"})"))
        CHECK(act.at == instant_from_unix_ms(1'523'433'300'000));
    for (const auto& act : read<SetHardStop>(R"("setHardStop": {})")) CHECK(act.at == std::nullopt);
}

TEST_CASE("commands about the room") {
    for (const auto& act : read<SendSignal>(R"("sendSignal": {"kind": "SIGNAL_KIND_TEXT",
             "delegationId": "cso-1", "text": "Closer, please."})")) {
        CHECK(act.kind == SignalKind::text);
        CHECK(act.delegation == cso_1);
        CHECK(act.text == "Closer, please.");
    }
    for (const auto& act : read<SendSignal>(R"("sendSignal": {"kind": "SIGNAL_KIND_SLOW_DOWN"})"))
        CHECK(act.delegation == std::nullopt);
    for (const auto& act : read<SetDisplay>(
             R"("setDisplay": {"display": "DISPLAY_MODE_BLACKOUT", "timeUpSound": true})"))
        CHECK(act.display == DisplaySettings{DisplayMode::blackout, true});
    CHECK(read<TakeControls>(R"("takeControls": {})").size() == 3);
    CHECK(read<HandBackControls>(R"("handBackControls": {})").size() == 3);
    for (const auto& act : read<EnterRoll>(R"("enterRoll": {"stateCodes": ["FR", "CU"]})"))
        CHECK(act.state_codes == std::vector<std::string>{"FR", "CU"});
    for (const auto& act : read<LeaveRoll>(R"("leaveRoll": {"stateCodes": ["FR"]})"))
        CHECK(act.state_codes == std::vector<std::string>{"FR"});
}

TEST_CASE("meetings are planned with their defaults") {
    for (const auto& act : read<PlanMeetings>(R"("planMeetings": {"meetings": [{
             "id": "cuba", "state": {"code": "CU", "name": "Cuba"},
             "startsAt": "2018-04-11T09:00:00+02:00", "endsAt": "2018-04-11T10:00:00+02:00",
             "hardStopAt": "2018-04-11T09:55:00+02:00",
             "panel": [{"id": "cso-1", "kind": "DELEGATION_KIND_NHRI", "title": "NHRI",
                        "standing": "STANDING_EXPECTED",
                        "representedBy": "REPRESENTED_BY_OTHER"}]}]})")) {
        REQUIRE(act.meetings.size() == 1);
        const PlannedMeeting& meeting = act.meetings[0];
        CHECK(meeting.id == MeetingId{"cuba"});
        CHECK(meeting.state == State{"CU", "Cuba"});
        CHECK(unix_ms(meeting.starts_at) == 1'523'430'000'000);
        CHECK(unix_ms(meeting.ends_at) == 1'523'433'600'000);
        CHECK(meeting.hard_stop == instant_from_unix_ms(1'523'433'300'000));
        CHECK(meeting.sur_allotted == Duration{120'000});
        REQUIRE(meeting.panel.size() == 1);
        CHECK(meeting.panel[0].kind == DelegationKind::nhri);
        CHECK(meeting.panel[0].allotted == Duration{300'000});
        CHECK(meeting.panel[0].standing == Standing::expected);
        CHECK(meeting.panel[0].represented_by == RepresentedBy::other);
    }
}

TEST_CASE("commands about the programme, the rules and the names") {
    const MeetingId cuba{"cuba"};
    for (const auto& act : read<CancelMeeting>(R"("cancelMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
    for (const auto& act : read<MoveMeeting>(
             R"("moveMeeting": {"meetingId": "cuba", "beforeMeetingId": "djibouti"})")) {
        CHECK(act.meeting == cuba);
        CHECK(act.before == MeetingId{"djibouti"});
    }
    for (const auto& act : read<MoveMeeting>(R"("moveMeeting": {"meetingId": "cuba"})"))
        CHECK(act.before == std::nullopt);
    for (const auto& act : read<SetRules>(R"("setRules": {"rules": {"surShortestMs": 11000,
             "surLongestMs": 12000, "panelShortestMs": 13000, "panelLongestMs": 14000,
             "reserveMs": 15000, "questionMs": 16000, "answersMs": 17000, "replyMs": 18000,
             "repliesEach": 3, "pointOfOrderMs": 19000,
             "order": "SPEAKING_ORDER_NHRI_FIRST"}})")) {
        CHECK(act.rules.sur_shortest == Duration{11'000});
        CHECK(act.rules.sur_longest == Duration{12'000});
        CHECK(act.rules.panel_shortest == Duration{13'000});
        CHECK(act.rules.panel_longest == Duration{14'000});
        CHECK(act.rules.warning == Duration{0});
        CHECK(act.rules.reserve == Duration{15'000});
        CHECK(act.rules.question == Duration{16'000});
        CHECK(act.rules.answers == Duration{17'000});
        CHECK(act.rules.reply == Duration{18'000});
        CHECK(act.rules.replies_each == 3);
        CHECK(act.rules.point_of_order == Duration{19'000});
        CHECK(act.rules.order == SpeakingOrder::nhri_first);
    }
    for (const auto& act : read<NameSpeaker>(
             R"("nameSpeaker": {"meetingId": "cuba", "delegationId": "cso-1", "name": "Name"})")) {
        CHECK(act.meeting == cuba);
        CHECK(act.delegation == cso_1);
        CHECK(act.name == "Name");
    }
    for (const auto& act :
         read<WithholdName>(R"("withholdName": {"meetingId": "cuba", "delegationId": "cso-1"})")) {
        CHECK(act.meeting == cuba);
        CHECK(act.delegation == cso_1);
    }
    for (const auto& act :
         read<EraseName>(R"("eraseName": {"meetingId": "cuba", "delegationId": "cso-1"})")) {
        CHECK(act.meeting == cuba);
        CHECK(act.delegation == cso_1);
    }
    for (
        const auto& act : read<SettleLostTime>(
            R"("settleLostTime": {"statementId": "7", "offeredMs": "134000", "giveBack": true})")) {
        CHECK(act.statement == StatementId{7});
        CHECK(act.offered == Duration{134'000});
        CHECK(act.give_back);
    }
}

}  // namespace
}  // namespace rostrum::wire::table_command_test
