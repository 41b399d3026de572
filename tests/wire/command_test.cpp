// Every command, as clients send it: in both encodings, and as POSTed.
#include <set>
#include <vector>

#include <catch2/catch.hpp>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"

namespace rostrum::wire {
namespace {

/// The act of `{"id": "command-1", <act>}`, however it travelled.
std::vector<Command> commands_of(const std::string& act) {
    const std::string json = R"({"id": "command-1", )" + act + "}";
    std::vector<Command> read;
    const auto keep = [&](const SentCommand& sent) {
        CHECK(sent.id == CommandId{"command-1"});
        read.push_back(sent.command);
    };
    for (const auto& [encoding, bytes] :
         both_encodings<v1::ClientMessage>(R"({"command": )" + json + "}")) {
        const auto message = read_client_message(encoding, bytes);
        REQUIRE(std::holds_alternative<ClientMessage>(message));
        keep(std::get<SentCommand>(std::get<ClientMessage>(message)));
    }
    const auto posted = read_command(json);
    REQUIRE(std::holds_alternative<SentCommand>(posted));
    keep(std::get<SentCommand>(posted));
    return read;
}

template <class Act>
std::vector<Act> read(const std::string& act) {
    std::vector<Act> acts;
    for (const Command& command : commands_of(act)) acts.push_back(std::get<Act>(command));
    return acts;
}

TEST_CASE("commands about a meeting") {
    const MeetingId cuba{"cuba"};
    for (const auto& act : read<AnnounceMeeting>(R"("announceMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
    for (const auto& act : read<OpenMeeting>(R"("openMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
    for (const auto& act : read<SuspendMeeting>(R"("suspendMeeting": {"meetingId": "cuba"})"))
        CHECK(act.meeting == cuba);
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
    for (const auto& act : read<ShowNotice>(R"("showNotice": {"text": "Please be brief."})"))
        CHECK(act.text == "Please be brief.");
    for (const auto& act : read<ClearNotice>(R"("clearNotice": {"noticeId": "6"})"))
        CHECK(act.notice == NoticeId{6});
    for (const auto& act : read<Undo>(R"("undo": {"revision": "18446744073709551615"})"))
        CHECK(act.act == Revision{18'446'744'073'709'551'615U});
}

TEST_CASE("every act of the contract is a command, and every command but founding can be sent") {
    const auto* acts = v1::Command::descriptor()->FindOneofByName("act");
    std::set<std::size_t> read_as;
    for (int i = 0; i < acts->field_count(); ++i) {
        // Whatever the act asks for: ids in full, so that none of them is refused for want of one.
        std::string fields;
        const auto& type = *acts->field(i)->message_type();
        for (int j = 0; j < type.field_count(); ++j)
            fields +=
                (fields.empty() ? "" : ",") + ('"' + type.field(j)->json_name()) + R"(": "1")";
        for (const Command& command :
             commands_of('"' + acts->field(i)->json_name() + R"(": {)" + fields + "}"))
            read_as.insert(command.index());
    }
    CHECK(acts->field_count() == 19);
    CHECK(std::variant_size_v<Command> == 20);
    CHECK(read_as.size() == 19);
    CHECK(std::holds_alternative<FoundRoom>(Command{}));
    CHECK(!read_as.contains(Command{}.index()));
}

}  // namespace
}  // namespace rostrum::wire
