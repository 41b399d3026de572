#pragma once

#include <array>
#include <string_view>

/// Commands that a client can send to the room of fakes.hpp, as the fields of their JSON. All are
/// well-formed; as many as possible are accepted from a role that may send them.
namespace rostrum::net {

constexpr std::array role_commands{
    std::string_view{R"("announceMeeting":{"meetingId":"cuba"})"},
    std::string_view{R"("openMeeting":{"meetingId":"cuba"})"},
    std::string_view{R"("suspendMeeting":{"meetingId":"cuba"})"},
    std::string_view{R"("resumeMeeting":{"meetingId":"cuba"})"},
    std::string_view{R"("closeMeeting":{"meetingId":"cuba"})"},
    std::string_view{R"("giveFloor":{"inscriptionId":"a"})"},
    std::string_view{R"("next":{})"},
    std::string_view{R"("pauseStatement":{"statementId":"7"})"},
    std::string_view{R"("resumeStatement":{"statementId":"7"})"},
    std::string_view{R"("endStatement":{"statementId":"7"})"},
    std::string_view{R"("declineStatement":{"inscriptionId":"a"})"},
    std::string_view{R"("addTime":{"statementId":"7","addedMs":"30000"})"},
    std::string_view{R"("setAllotment":{"inscriptionId":"a","allottedMs":"360000"})"},
    std::string_view{R"("moveInscription":{"inscriptionId":"a"})"},
    std::string_view{R"("markPresent":{"delegationId":"a"})"},
    std::string_view{R"("markAbsent":{"delegationId":"a"})"},
    std::string_view{R"("showNotice":{"text":"Please be brief."})"},
    std::string_view{R"("clearNotice":{"noticeId":"7"})"},
    std::string_view{R"("undo":{"revision":"2"})"},
    std::string_view{R"("markExpected":{"delegationId":"a"})"},
    std::string_view{R"("haveStatementRead":{"delegationId":"a","readerDelegationId":"b"})"},
    std::string_view{R"("honourEmptyChair":{"inscriptionId":"a"})"},
    std::string_view{R"("openQuestions":{})"},
    std::string_view{R"("closeQuestions":{})"},
    std::string_view{
        R"("requestFloor":{"delegationId":"mission-fr","kind":"INSCRIPTION_KIND_QUESTION"})"},
    std::string_view{R"("acceptRequest":{"requestId":"ask-7"})"},
    std::string_view{R"("declineRequest":{"requestId":"ask-7"})"},
    std::string_view{R"("withdraw":{"inscriptionId":"ask-7"})"},
    std::string_view{R"("inscribe":{"delegationId":"a","kind":"INSCRIPTION_KIND_RIGHT_OF_REPLY"})"},
    std::string_view{R"("beginAnswers":{"delegationIds":["a"]})"},
    std::string_view{R"("raisePointOfOrder":{"delegationId":"a"})"},
    std::string_view{R"("ruleOnPointOfOrder":{"statementId":"7","ruling":"RULING_UPHELD"})"},
    std::string_view{R"("yield":{"statementId":"7","inscriptionId":"a"})"},
    std::string_view{
        R"("reallocate":{"allotments":[{"inscriptionId":"a","allottedMs":"360000"}]})"},
    std::string_view{R"("setHardStop":{"atUnixMs":"1523433300000"})"},
    std::string_view{R"("sendSignal":{"kind":"SIGNAL_KIND_SLOW_DOWN"})"},
    std::string_view{R"("setDisplay":{"display":"DISPLAY_MODE_BLACKOUT"})"},
    std::string_view{R"("takeControls":{})"},
    std::string_view{R"("handBackControls":{})"},
    std::string_view{R"("enterRoll":{"stateCodes":["FR"]})"},
    std::string_view{R"("leaveRoll":{"stateCodes":["FR"]})"},
    std::string_view{
        R"("planMeetings":{"meetings":[{"id":"chad","state":{"code":"TD","name":"Chad"},)"
        R"("startsAt":"2018-04-11T11:00:00+02:00","endsAt":"2018-04-11T12:00:00+02:00"}]})"},
    std::string_view{R"("cancelMeeting":{"meetingId":"cuba"})"},
    std::string_view{R"("moveMeeting":{"meetingId":"cuba"})"},
    std::string_view{
        R"("setRules":{"rules":{"order":"SPEAKING_ORDER_NHRI_FIRST","surShortestMs":"30000",)"
        R"("surLongestMs":"120000","panelShortestMs":"300000","panelLongestMs":"420000",)"
        R"("warningMs":"30000","reserveMs":"600000","questionMs":"120000","answersMs":"300000",)"
        R"("replyMs":"120000","repliesEach":2,"pointOfOrderMs":"120000"}})"},
    std::string_view{R"("nameSpeaker":{"meetingId":"cuba","delegationId":"a","name":"Ana"})"},
    std::string_view{R"("withholdName":{"meetingId":"cuba","delegationId":"a"})"},
    std::string_view{R"("eraseName":{"meetingId":"cuba","delegationId":"a"})"},
    std::string_view{R"("settleLostTime":{"statementId":"7","offeredMs":"60000","giveBack":true})"},
};

}  // namespace rostrum::net
