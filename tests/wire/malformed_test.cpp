// Anything outside the protocol is answered with a sentence, and with the id if there is one.
#include <limits>

#include <catch2/catch.hpp>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"

namespace rostrum::wire {
namespace {

Malformed malformed(Encoding encoding, const std::string& bytes) {
    const auto read = read_client_message(encoding, bytes);
    INFO(bytes);
    REQUIRE(std::holds_alternative<Malformed>(read));
    return std::get<Malformed>(read);
}

/// The answer to a message that is malformed in both encodings alike.
Malformed malformed(const std::string& json) {
    Malformed first = malformed(Encoding::json, json);
    const Malformed second = malformed(Encoding::protobuf, bytes_of<v1::ClientMessage>(json));
    CHECK(first.command == second.command);
    CHECK(first.reason == second.reason);
    return first;
}

std::string reason_of(const std::string& json) {
    return malformed(json).reason.english;
}

TEST_CASE("a command has an id of 8 to 64 letters, digits, hyphens and underscores") {
    const auto command = [](const std::string& id) {
        return R"({"command": {"id": ")" + id + R"(", "undo": {"revision": "3"}}})";
    };
    const std::string longest = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    for (const std::string& id : {std::string{"abcdefgh"}, longest}) {
        const auto read = read_client_message(Encoding::json, command(id));
        REQUIRE(std::holds_alternative<ClientMessage>(read));
        CHECK(std::get<SentCommand>(std::get<ClientMessage>(read)).id == CommandId{id});
    }
    for (const std::string& id :
         {std::string{}, std::string{"abcdefg"}, longest + "a", std::string{"command 1"},
          std::string{"command/1"}, std::string{"command.1"}, std::string{"commandé"}}) {
        const Malformed answer = malformed(command(id));
        CHECK(answer.command.empty());
        CHECK(answer.reason ==
              "A command needs an id of 8 to 64 letters, digits, hyphens and underscores.");
    }
}

TEST_CASE("a command needs a body") {
    const Malformed answer = malformed(R"({"command": {"id": "command-1"}})");
    CHECK(answer.command == CommandId{"command-1"});
    CHECK(answer.reason == "The command contains nothing that this server knows.");
}

TEST_CASE("a command of a newer version is refused as unknown") {
    // Field 1000 of Command, and inside Command the id.
    const std::string bytes =
        std::string{"\x12\x0e\x0a\x09"} + "command-1" + "\xc2\x3e" + std::string(1, '\0');
    CHECK(malformed(Encoding::protobuf, bytes).command == CommandId{"command-1"});
    CHECK(malformed(Encoding::protobuf, bytes).reason ==
          "The command contains nothing that this server knows.");
}

TEST_CASE("a missing field of a command is named") {
    const auto act = [](const std::string& text) {
        const Malformed answer = malformed(R"({"command": {"id": "command-1", )" + text + "}}");
        CHECK(answer.command == CommandId{"command-1"});
        return answer.reason.english;
    };
    CHECK(act(R"("openMeeting": {})") == "meeting_id is missing.");
    CHECK(act(R"("giveFloor": {})") == "inscription_id is missing.");
    CHECK(act(R"("markAbsent": {"publicReason": "Ill"})") == "delegation_id is missing.");
    CHECK(act(R"("endStatement": {})") == "statement_id is missing.");
    CHECK(act(R"("addTime": {"addedMs": "30000"})") == "statement_id is missing.");
    CHECK(act(R"("clearNotice": {})") == "notice_id is missing.");
    CHECK(act(R"("undo": {})") == "revision is missing.");
}

TEST_CASE("an id has 64 bytes at most") {
    const auto open = [](std::size_t length) {
        return R"({"command": {"id": "command-1", "openMeeting": {"meetingId": ")" +
               std::string(length, 'a') + R"("}}})";
    };
    CHECK(std::holds_alternative<ClientMessage>(read_client_message(Encoding::json, open(64))));
    CHECK(reason_of(open(65)) == "meeting_id is too long to be an id.");
    CHECK(reason_of(R"({"command": {"id": "command-1", "next": {"callingInscriptionId": ")" +
                    std::string(65, 'a') + R"("}}})") ==
          "calling_inscription_id is too long to be an id.");
}

TEST_CASE("an invalid field of a command is named") {
    const auto act = [](const std::string& text) {
        return reason_of(R"({"command": {"id": "command-1", )" + text + "}}");
    };
    CHECK(act(R"("haveStatementRead": {"delegationId": "a"})") ==
          "reader_delegation_id is missing.");
    CHECK(act(R"("requestFloor": {"delegationId": "a"})") == "kind is missing or not known.");
    CHECK(act(R"("inscribe": {})") == "kind is missing or not known.");
    CHECK(act(R"("ruleOnPointOfOrder": {"statementId": 9})") == "ruling is missing or not known.");
    CHECK(act(R"("sendSignal": {})") == "kind is missing or not known.");
    CHECK(act(R"("setDisplay": {})") == "display is missing or not known.");
    CHECK(act(R"("setRules": {})") == "rules is missing.");
    CHECK(act(R"("setRules": {"rules": {}})") == "order is missing or not known.");
    CHECK(act(R"("setRules": {"rules": {"replyMs": -1}})") == "reply_ms is below 0.");
    CHECK(act(R"("honourEmptyChair": {"inscriptionId": "a", "silenceMs": -1})") ==
          "silence_ms is below 0.");
    CHECK(act(R"("openQuestions": {"openForMs": -1})") == "open_for_ms is below 0.");
    CHECK(act(R"("openQuestions": {"openForMs": 86400001})") ==
          "open_for_ms is longer than a day.");
    CHECK(act(R"("beginAnswers": {"budgetMs": -1})") == "budget_ms is below 0.");
    CHECK(act(R"("reallocate": {"reserveMs": -1})") == "reserve_ms is below 0.");
    CHECK(act(R"("reallocate": {"allotments": [{"inscriptionId": "a", "allottedMs": -1}]})") ==
          "allotted_ms is below 0.");
    CHECK(act(R"("reallocate": {"allotments": [{}]})") == "inscription_id is missing.");
    CHECK(act(R"("setHardStop": {"atUnixMs": -1})") ==
          "at_unix_ms is not a date between 1970 and 9999.");
    CHECK(act(R"("setHardStop": {"atUnixMs": "253402300800000"})") ==
          "at_unix_ms is not a date between 1970 and 9999.");
    CHECK(act(R"("planMeetings": {"meetings": [{}, {}]})") ==
          "meetings[0].starts_at: This is required.");
    CHECK(act(R"("nameSpeaker": {"meetingId": "a"})") == "delegation_id is missing.");
}

TEST_CASE("a list has its bound, and no empty entries") {
    const auto act = [](const std::string& text) {
        return R"({"command": {"id": "command-1", )" + text + "}}";
    };
    const auto list = [](std::size_t entries, const std::string& entry) {
        std::string text;
        for (std::size_t i = 0; i < entries; ++i) text += (text.empty() ? "" : ",") + entry;
        return "[" + text + "]";
    };
    const auto answers = [&](std::size_t entries) {
        return act(R"("beginAnswers": {"delegationIds": )" + list(entries, R"("a")") + "}");
    };
    CHECK(std::holds_alternative<ClientMessage>(read_client_message(Encoding::json, answers(60))));
    CHECK(reason_of(answers(61)) == "delegation_ids has more than 60 entries.");
    CHECK(reason_of(act(R"("requestFloor": {"delegationId": "a",
              "kind": "INSCRIPTION_KIND_QUESTION", "addressedTo": )" +
                        list(61, R"("a")") + "}")) == "addressed_to has more than 60 entries.");
    CHECK(reason_of(act(R"("enterRoll": {"stateCodes": )" + list(196, R"("FR")") + "}")) ==
          "state_codes has more than 195 entries.");
    CHECK(reason_of(act(R"("leaveRoll": {"stateCodes": [""]})")) == "state_codes is missing.");
    CHECK(reason_of(act(R"("leaveRoll": {"stateCodes": [")" + std::string(65, 'F') + R"("]})")) ==
          "state_codes is too long to be an id.");
    CHECK(reason_of(act(R"("planMeetings": {"meetings": )" + list(201, "{}") + "}")) ==
          "meetings has more than 200 entries.");
    CHECK(reason_of(act(R"("reallocate": {"allotments": )" + list(2001, "{}") + "}")) ==
          "allotments has more than 2000 entries.");
    CHECK(malformed(Encoding::json, act(R"("enterRoll": {"stateCodes": ["FR", 7]})")).reason ==
          "command.enterRoll.stateCodes[1]: This must be a text, in quotes.");
}

TEST_CASE("enumeration numbers that only protobuf lets through are refused") {
    const auto reason = [](const v1::Command& command) {
        v1::ClientMessage message;
        *message.mutable_command() = command;
        message.mutable_command()->set_id("command-1");
        return malformed(Encoding::protobuf, message.SerializeAsString()).reason.english;
    };
    v1::Command command;
    command.mutable_send_signal()->set_kind(static_cast<v1::SignalKind>(99));
    CHECK(reason(command) == "kind is missing or not known.");

    v1::PlannedMeeting& meeting = *command.mutable_plan_meetings()->add_meetings();
    meeting.mutable_starts_at();
    meeting.mutable_ends_at();
    v1::PlannedDelegation& panellist = *meeting.add_panel();
    panellist.set_kind(v1::DELEGATION_KIND_NHRI);
    panellist.set_standing(static_cast<v1::Standing>(99));
    CHECK(reason(command) == "meetings[0].panel[0].standing: This is not known.");
    panellist.set_standing(v1::STANDING_EXPECTED);
    panellist.set_represented_by(static_cast<v1::RepresentedBy>(99));
    CHECK(reason(command) == "meetings[0].panel[0].represented_by: This is not known.");
}

TEST_CASE("the rules refuse a planned time that is not a date") {
    v1::ClientMessage message;
    message.mutable_command()->set_id("command-1");
    v1::PlannedMeeting& meeting =
        *message.mutable_command()->mutable_plan_meetings()->add_meetings();
    meeting.mutable_starts_at()->set_seconds(std::numeric_limits<std::int64_t>::min());
    meeting.mutable_ends_at()->set_seconds(std::numeric_limits<std::int64_t>::max());
    const auto read = read_client_message(Encoding::protobuf, message.SerializeAsString());
    REQUIRE(std::holds_alternative<ClientMessage>(read));
    const auto& act =
        std::get<PlanMeetings>(std::get<SentCommand>(std::get<ClientMessage>(read)).command);
    CHECK(unix_ms(act.meetings[0].starts_at) == 253'402'300'800'000);
    CHECK(unix_ms(act.meetings[0].ends_at) == 253'402'300'800'000);
}

TEST_CASE("a device's name is one line of 128 bytes at most") {
    const auto hello = [](const std::string& device) {
        return R"({"hello": {"token": "t", "device": ")" + device + R"("}})";
    };
    CHECK(std::holds_alternative<ClientMessage>(
        read_client_message(Encoding::json, hello(std::string(128, 'a')))));
    CHECK(reason_of(hello(std::string(129, 'a'))) ==
          "The device's name is too long (at most 128 bytes).");
    CHECK(reason_of(hello("tablet\\nchair")) ==
          "The device's name holds a line break or a control character.");
}

TEST_CASE("a client's clock must be a finite number") {
    CHECK(reason_of(R"({"timeSync": {"clientMs": "NaN"}})") == "client_ms is not a finite number.");
    CHECK(reason_of(R"({"timeSync": {"clientMs": "-Infinity"}})") ==
          "client_ms is not a finite number.");
}

TEST_CASE("an empty message is refused") {
    CHECK(reason_of("{}") == "The message contains nothing that this server knows.");
    CHECK(malformed(Encoding::protobuf, "").reason ==
          "The message contains nothing that this server knows.");
}

TEST_CASE("bytes that are not a message are refused") {
    CHECK(malformed(Encoding::protobuf, "\xff\xff\xff").reason ==
          "This is not a message of rostrum.v1.");
    // Invalid UTF-8 in the token of a Hello.
    CHECK(malformed(Encoding::protobuf, "\x0a\x04\x0a\x02\xc3\x28").reason ==
          "This is not a message of rostrum.v1.");
    CHECK(malformed(Encoding::json, "").reason ==
          "line 1, column 1: This JSON ends too early: something in it is not closed.");
    CHECK(malformed(Encoding::json, "{\"hello\":\n  {]").reason ==
          "line 2, column 4: From here on this is not JSON.");
    CHECK(malformed(Encoding::json, std::string(33, '[')).reason ==
          "line 1, column 33: From here on this is not JSON.");
}

TEST_CASE("a typo in JSON is reported by name, with the id of the command") {
    const Malformed answer =
        malformed(Encoding::json,
                  R"({"command": {"openMeeting": {"meetingID": "cuba"}, "id": "command-1"}})");
    CHECK(answer.command == CommandId{"command-1"});
    CHECK(answer.reason ==
          "command.openMeeting.meetingID: Unknown field. The fields are: meetingId.");
    CHECK(malformed(Encoding::json, R"({"bye": {}})").reason ==
          "bye: Unknown field. The fields are: hello, command, timeSync, shows.");
}

TEST_CASE("a message in JSON contains one message, and a command one body") {
    CHECK(malformed(Encoding::json, R"({"hello": {}, "timeSync": {}})").reason ==
          "timeSync: This cannot be combined with hello.");
    const Malformed answer = malformed(
        Encoding::json, R"({"command": {"id": "command-1", "next": {}, "undo": {"revision": 3}}})");
    CHECK(answer.command == CommandId{"command-1"});
    CHECK(answer.reason == "command.undo: This cannot be combined with next.");
}

TEST_CASE("a POSTed command is refused like one on the wire") {
    const auto posted = [](const std::string& json) {
        return std::get<Malformed>(read_command(json));
    };
    CHECK(posted("{}").command.empty());
    CHECK(posted("{}").reason ==
          "A command needs an id of 8 to 64 letters, digits, hyphens and underscores.");
    CHECK(posted(R"({"id": "command-1", "undo": {"revision": true}})").command ==
          CommandId{"command-1"});
    CHECK(posted(R"({"id": "command-1", "undo": {"revision": true}})").reason ==
          "undo.revision: This must be a whole number, 0 or more.");
    CHECK(posted("Next!").reason == "line 1, column 1: From here on this is not JSON.");
}

}  // namespace
}  // namespace rostrum::wire
