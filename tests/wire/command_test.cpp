// Every command, as clients send it: in both encodings, and as POSTed.
#include <set>

#include "filled.hpp"
#include "sent.hpp"

namespace rostrum::wire {
namespace {

TEST_CASE("commands about a meeting") {
    const MeetingId cuba{"cuba"};
    for (const auto& act : read<AnnounceMeeting>(R"("announceMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
    for (const auto& act : read<OpenMeeting>(R"("openMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
    for (const auto& act : read<SuspendMeeting>(R"("suspendMeeting": {"meetingId": "cuba"})")) {
        CHECK(act.meeting == cuba);
        CHECK(act.resumes_at == std::nullopt);
    }
    for (const auto& act : read<SuspendMeeting>(
             R"("suspendMeeting": {"meetingId": "cuba", "resumesAtUnixMs": "1523430900000"})"))
        CHECK(act.resumes_at == instant_from_unix_ms(1'523'430'900'000));
    for (const auto& act : read<ResumeMeeting>(R"("resumeMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
    for (const auto& act : read<CloseMeeting>(R"("closeMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
}

TEST_CASE("commands that pass the floor") {
    for (const auto& act :
         read<GiveFloor>(R"("giveFloor": {"inscriptionId": "cso-1", "endingStatementId": "7"})")) {
        CHECK(act.inscription == InscriptionId{"cso-1"});
        CHECK(act.ending == StatementId{7});
    }
    for (const auto& act : read<GiveFloor>(R"("giveFloor": {"inscriptionId": "cso-1"})"))
        CHECK(act.ending == std::nullopt);
    for (const auto& act :
         read<Next>(R"("next": {"endingStatementId": 7, "callingInscriptionId": "cso-2"})")) {
        CHECK(act.ending == StatementId{7});
        CHECK(act.calling == InscriptionId{"cso-2"});
    }
    for (const auto& act : read<Next>(R"("next": {})")) {
        CHECK(act.ending == std::nullopt);
        CHECK(act.calling == std::nullopt);
    }
}

TEST_CASE("commands about a statement") {
    const StatementId seventh{7};
    for (const auto& act : read<PauseStatement>(R"("pauseStatement": {"statementId": "7"})"))
        CHECK(act.statement == seventh);
    for (const auto& act : read<ResumeStatement>(R"("resumeStatement": {"statementId": "7"})"))
        CHECK(act.statement == seventh);
    for (const auto& act : read<EndStatement>(R"("endStatement": {"statementId": "7"})"))
        CHECK(act.statement == seventh);
    for (const auto& act :
         read<AddTime>(R"("addTime": {"statementId": "7", "addedMs": "-30000"})")) {
        CHECK(act.statement == seventh);
        CHECK(act.added == Duration{-30'000});
    }
}

TEST_CASE("commands about the speakers' list") {
    const InscriptionId first{"cso-1"};
    for (const auto& act :
         read<DeclineStatement>(R"("declineStatement": {"inscriptionId": "cso-1"})"))
        CHECK(act.inscription == first);
    for (const auto& act : read<SetAllotment>(
             R"("setAllotment": {"inscriptionId": "cso-1", "allottedMs": 360000})")) {
        CHECK(act.inscription == first);
        CHECK(act.allotted == Duration{360'000});
    }
    for (const auto& act : read<MoveInscription>(R"("moveInscription":
             {"inscriptionId": "cso-1", "beforeInscriptionId": "cso-2"})")) {
        CHECK(act.inscription == first);
        CHECK(act.before == InscriptionId{"cso-2"});
    }
    for (const auto& act :
         read<MoveInscription>(R"("moveInscription": {"inscriptionId": "cso-1"})"))
        CHECK(act.before == std::nullopt);
}

TEST_CASE("commands about name plates and the notice") {
    for (const auto& act : read<MarkPresent>(R"("markPresent": {"delegationId": "cso-1"})"))
        CHECK(act.delegation == DelegationId{"cso-1"});
    for (const auto& act : read<MarkAbsent>(
             R"("markAbsent": {"delegationId": "cso-1", "publicReason": "Empêché de voyager"})")) {
        CHECK(act.delegation == DelegationId{"cso-1"});
        CHECK(act.public_reason == "Empêché de voyager");
    }
    for (const auto& act : read<ShowNotice>(R"("showNotice": {"text": "Please be brief."})")) {
        CHECK(act.text == "Please be brief.");
        CHECK(act.shown_for == Duration{0});
    }
    for (const auto& act :
         read<ShowNotice>(R"("showNotice": {"text": "Please be brief.", "shownForMs": 60000})"))
        CHECK((act.shown_for == Duration{60'000} && !act.counts_down));
    for (const auto& act : read<ShowNotice>(
             R"("showNotice": {"text": "Vote", "shownForMs": 60000, "countsDown": true})"))
        CHECK(act.counts_down);
    for (const auto& act : read<ClearNotice>(R"("clearNotice": {"noticeId": "6"})"))
        CHECK(act.notice == NoticeId{6});
    for (const auto& act : read<Undo>(R"("undo": {"revision": "18446744073709551615"})"))
        CHECK(act.act == Revision{18'446'744'073'709'551'615U});
}

TEST_CASE(
    "every act of the contract is a command, and every command but the server's can be sent") {
    std::set<std::size_t> read_as;
    for (const FilledCommand& filled : filled_commands())
        for (const Command& command : commands_of(filled.json)) read_as.insert(command.index());
    CHECK(read_as.size() == std::variant_size_v<Command> - 2);
    CHECK(std::holds_alternative<FoundRoom>(Command{}));
    CHECK(!read_as.contains(Command{}.index()));
    CHECK(!read_as.contains(Command{ReportOutage{}}.index()));
}

}  // namespace
}  // namespace rostrum::wire
