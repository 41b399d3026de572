// The other messages of a live connection.
#include <catch2/catch.hpp>
#include <google/protobuf/util/message_differencer.h>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"
#include "sample_room.hpp"

namespace rostrum::wire {
namespace {

/// The message written in both encodings, which must be equal.
std::string written(const std::string& json, const std::string& bytes) {
    v1::ServerMessage said;
    v1::ServerMessage binary;
    REQUIRE(google::protobuf::util::JsonStringToMessage(json, &said).ok());
    REQUIRE(binary.ParseFromString(bytes));
    CHECK(google::protobuf::util::MessageDifferencer::Equals(said, binary));
    return json;
}

template <class Write>
std::string written(const Write& write) {
    return written(write(Encoding::json), write(Encoding::protobuf));
}

template <class Message>
Message read(const Encoded& encoded) {
    const auto message = read_client_message(encoded.encoding, encoded.bytes);
    REQUIRE(std::holds_alternative<ClientMessage>(message));
    return std::get<Message>(std::get<ClientMessage>(message));
}

TEST_CASE("a hello is read with the revision that the client holds") {
    for (const Encoded& encoded : both_encodings<v1::ClientMessage>(
             R"({"hello": {"token": "secret", "device": "Tablette de la présidence",
                 "seen": {"logId": "log-1", "revision": "41", "actsHash": "99"}}})")) {
        const auto hello = read<Hello>(encoded);
        CHECK(hello.token == "secret");
        CHECK(hello.device == "Tablette de la présidence");
        REQUIRE(hello.seen);
        CHECK(hello.seen->log_id == "log-1");
        CHECK(hello.seen->revision == Revision{41});
        CHECK(hello.seen->acts_hash == 99);
    }
    for (const Encoded& encoded : both_encodings<v1::ClientMessage>(R"({"hello": {}})")) {
        const auto hello = read<Hello>(encoded);
        CHECK(hello.token.empty());
        CHECK(hello.device.empty());
        CHECK(!hello.seen);
    }
}

TEST_CASE("what a screen shows is read, and the screens of a room are written") {
    for (const Encoded& encoded : both_encodings<v1::ClientMessage>(
             R"({"shows": {"visible": true, "scene": "SCENE_AUTOMATIC",
                 "display": "DISPLAY_MODE_BLACKOUT", "noticeId": 6}})"))
        CHECK(read<Shows>(encoded) ==
              Shows{true, Scene::automatic, DisplayMode::blackout, "", 0, 6});
    for (const Encoded& encoded : both_encodings<v1::ClientMessage>(
             R"({"shows": {"visible": true, "delegationId": "cso-1", "signalId": 8}})"))
        CHECK(read<Shows>(encoded) == Shows{true, std::nullopt, std::nullopt, "cso-1", 8, 0});
    for (const Encoded& encoded :
         both_encodings<v1::ClientMessage>(R"({"hello": {"watchesScreens": true}})"))
        CHECK(read<Hello>(encoded).watches_screens);
    CHECK(written([](Encoding encoding) {
              return write_screens(encoding, {{Role::display, 2, std::nullopt},
                                              {Role::speaker, 1,
                                               Shows{true, std::nullopt, std::nullopt, "", 8, 0}}});
          }) == R"({"roomScreens":{"alike":[{"role":"ROLE_DISPLAY","count":2},)"
                R"({"role":"ROLE_SPEAKER","count":1,"shows":{"visible":true,)"
                R"("scene":"SCENE_UNSPECIFIED","display":"DISPLAY_MODE_UNSPECIFIED",)"
                R"("delegationId":"","signalId":"8","noticeId":"0"}}]}})");
}

TEST_CASE("a client's clock is returned unchanged") {
    for (const Encoded& encoded :
         both_encodings<v1::ClientMessage>(R"({"timeSync": {"clientMs": 1234.0625}})"))
        CHECK(read<TimeSync>(encoded).client_ms == 1234.0625);
    CHECK(written([](Encoding encoding) {
              return write_time_sync_reply(encoding, 1234.0625, 1'523'430'000'123.25);
          }) == R"({"timeSyncReply":{"clientMs":1234.0625,"serverUnixMs":1523430000123.25}})");
}

TEST_CASE("answers to a command") {
    CHECK(written([](Encoding encoding) {
              return write_accepted(encoding, CommandId{"command-1"}, Revision{42});
          }) == R"({"accepted":{"id":"command-1","revision":"42"}})");
    CHECK(
        written([](Encoding encoding) {
            return write_refused(encoding, CommandId{"command-1"},
                                 {RefusalCode::stale, "That statement is over."});
        }) ==
        R"({"refused":{"id":"command-1","code":"REFUSAL_CODE_STALE","text":"That statement is over.","againAtUnixMs":"0","reason":"","particulars":[]}})");
    CHECK(written([](Encoding encoding) {
              return write_refused(encoding, CommandId{}, {RefusalCode::malformed, "No."});
          }) == R"({"refused":{"id":"","code":"REFUSAL_CODE_MALFORMED","text":"No.",)"
                R"("againAtUnixMs":"0","reason":"","particulars":[]}})");
}

TEST_CASE("a refusal says which sentence it is, and what goes into it") {
    CHECK(written([](Encoding encoding) {
              return write_refused(
                  encoding, CommandId{"command-1"},
                  {RefusalCode::malformed,
                   {"panel_size", "A panel has 1 to {most} panellists.", {{"most", "59"}}}});
          }) == R"({"refused":{"id":"command-1","code":"REFUSAL_CODE_MALFORMED",)"
                R"("text":"A panel has 1 to 59 panellists.","againAtUnixMs":"0",)"
                R"("reason":"panel_size","particulars":[{"name":"most","value":"59"}]}})");
}

TEST_CASE("goodbyes") {
    CHECK(written([](Encoding encoding) {
              return write_goodbye(encoding, GoodbyeReason::stopping);
          }) == R"({"goodbye":{"reason":"REASON_STOPPING"}})");
    CHECK(written([](Encoding encoding) {
              return write_goodbye(encoding, GoodbyeReason::lagging);
          }) == R"({"goodbye":{"reason":"REASON_LAGGING"}})");
    CHECK(written([](Encoding encoding) {
              return write_goodbye(encoding, GoodbyeReason::assigned);
          }) == R"({"goodbye":{"reason":"REASON_ASSIGNED"}})");
    CHECK(written([](Encoding encoding) {
              return write_goodbye(encoding, GoodbyeReason::revoked);
          }) == R"({"goodbye":{"reason":"REASON_REVOKED"}})");
}

TEST_CASE("an assignment has the screen's name, scene and new place") {
    CHECK(written([](Encoding encoding) {
              return write_assigned(encoding, {"Left wall", Scene::overlay, std::nullopt});
          }) == R"({"assigned":{"name":"Left wall","scene":"SCENE_OVERLAY","token":"",)"
                R"("roomId":"","role":"ROLE_UNSPECIFIED"}})");
    CHECK(written([](Encoding encoding) {
              return write_assigned(encoding, {"Lectern", std::nullopt,
                                               Elsewhere{"secret", RoomId{"xx"}, Role::speaker}});
          }) == R"({"assigned":{"name":"Lectern","scene":"SCENE_UNSPECIFIED","token":"secret",)"
                R"("roomId":"xx","role":"ROLE_SPEAKER"}})");
    CHECK(written([](Encoding encoding) {
              return write_identify(encoding, "Left wall", Duration{5'000});
          }) == R"({"identify":{"name":"Left wall","forMs":"5000"}})");
}

TEST_CASE("a welcome leaves out the room that the client holds") {
    CHECK(written([](Encoding encoding) {
              return write_welcome(encoding, {Role::speaker, "log-1", Revision{8},
                                              1'523'430'000'123.0, "0.1.0", nullptr, 99});
          }) == R"({"welcome":{"role":"ROLE_SPEAKER","logId":"log-1","revision":"8",)"
                R"("serverUnixMs":1523430000123,"serverVersion":"0.1.0","actsHash":"99",)"
                R"("device":""}})");
}

TEST_CASE("a welcome names the servers of the record only if there are several") {
    const std::vector<std::string> origins{"https://a.example", "https://b.example"};
    const auto welcome = [&](const std::vector<std::string>* servers) {
        return written([&](Encoding encoding) {
            Welcome sent{Role::speaker, "log-1", Revision{8}, 0, "0.1.0"};
            sent.servers = servers;
            return write_welcome(encoding, sent);
        });
    };
    CHECK(welcome(&origins).find(
              R"("servers":{"origins":["https://a.example","https://b.example"]})") !=
          std::string::npos);
    const std::vector<std::string> none;
    CHECK(welcome(&none) == welcome(nullptr));
    CHECK(welcome(nullptr).find("servers") == std::string::npos);
    CHECK(written([&](Encoding encoding) { return write_servers(encoding, origins); }) ==
          R"({"servers":{"origins":["https://a.example","https://b.example"]}})");
}

TEST_CASE("a welcome has the whole room, as its role may see it") {
    const auto welcome = [](Role role) {
        const auto encoded = write_sections(Encoding::protobuf, view_of(role), sample_room());
        const Sections sections{encoded.begin(), encoded.end()};
        v1::ServerMessage message;
        REQUIRE(message.ParseFromString(write_welcome(
            Encoding::protobuf, {role, "log-1", Revision{8}, 0, "0.1.0", &sections})));
        return message.welcome();
    };
    CHECK(welcome(Role::chair).room().has_memory());
    CHECK(welcome(Role::secretariat).room().has_memory());
    for (const Role role : {Role::speaker, Role::interpreter}) {
        CHECK(!welcome(role).room().has_memory());
        CHECK(welcome(role).room().has_signals());
    }
    for (const Role role : {Role::display, Role::observer, Role::delegation}) {
        CHECK(!welcome(role).room().has_memory());
        CHECK(!welcome(role).room().has_signals());
        CHECK(welcome(role).room().agenda().meetings_size() == 2);
    }
}

TEST_CASE("a change has only the sections that changed") {
    CHECK(written([](Encoding encoding) {
              const auto sections = write_sections(encoding, View::everybody, sample_room());
              return write_changed(encoding, Revision{7}, Revision{8}, 99,
                                   {sections.at(v1::Room::kNoticeBoardFieldNumber - 1)});
          }) == R"({"changed":{"previousRevision":"7","revision":"8","actsHash":"99","sections":)"
                R"({"noticeBoard":{"notice":{"id":"6","text":"Please be brief.",)"
                R"("untilUnixMs":"1523430900000","countsDown":false}}}}})");
}

TEST_CASE("a change that a view may not see still advances its revision") {
    CHECK(written([](Encoding encoding) {
              const auto sections = write_sections(encoding, View::everybody, sample_room());
              return write_changed(encoding, Revision{7}, Revision{8}, 99,
                                   {sections.at(v1::Room::kMemoryFieldNumber - 1)});
          }) ==
          R"({"changed":{"previousRevision":"7","revision":"8","actsHash":"99","sections":{}}})");
}

}  // namespace
}  // namespace rostrum::wire
