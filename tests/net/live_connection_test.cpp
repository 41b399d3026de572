#include "net/live_connection.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"

namespace rostrum::net {
namespace {

const std::string chair_hello = R"({"hello":{"token":"chair-of-xx","device":" Tablet "}})";

std::string next(const std::string& id, int ending = 0) {
    return R"({"command":{"id":")" + id + R"(","next":{"endingStatementId":")" +
           std::to_string(ending) + R"("}}})";
}

std::string pause(const std::string& id, int statement) {
    return R"({"command":{"id":")" + id + R"(","pauseStatement":{"statementId":")" +
           std::to_string(statement) + R"("}}})";
}

struct Fixture {
    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
    [[nodiscard]] std::uint64_t hash_of_xx() const { return world.xx.writer.room().acts_hash; }
};

TEST_CASE_METHOD(Fixture, "Welcome answers Hello with the whole room") {
    Client chair(context, "xx");
    CHECK_FALSE(chair.connection->is_welcome());
    chair.send_text(chair_hello);
    CHECK(chair.connection->is_welcome());
    const auto received = chair.received();
    REQUIRE(received.size() == 1);
    CHECK(starts(received[0], R"({"welcome":{"role":"ROLE_CHAIR","logId":"log-1","revision":"2",)"
                              R"("serverUnixMs":1523430000000,"serverVersion":"1.2.3",)"
                              R"("actsHash":")" +
                                  std::to_string(hash_of_xx()) +
                                  R"(","device":"Tablet","room":{"agenda":{"roomId":"xx")"));
    CHECK(context.metrics->connections[Role::chair] == 1);
}

TEST_CASE_METHOD(Fixture, "a client that holds this revision of this log is not sent the room") {
    const auto hello = [this](const std::string& log, int revision, std::uint64_t more = 0) {
        return R"({"hello":{"token":"chair-of-xx","seen":{"logId":")" + log + R"(","revision":")" +
               std::to_string(revision) + R"(","actsHash":")" +
               std::to_string(hash_of_xx() + more) + R"("}}})";
    };
    Client same(context, "xx");
    same.send_text(hello("log-1", 2));
    CHECK(same.received()[0].find("\"room\"") == std::string::npos);
    Client older(context, "xx");
    older.send_text(hello("log-1", 1));
    CHECK(older.received()[0].find("\"room\"") != std::string::npos);
    Client elsewhere(context, "xx");
    elsewhere.send_text(hello("log-0", 2));
    CHECK(elsewhere.received()[0].find("\"room\"") != std::string::npos);
    Client after_a_loss(context, "xx");
    after_a_loss.send_text(hello("log-1", 2, 1));
    CHECK(after_a_loss.received()[0].find("\"room\"") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a token that does not open this room learns nothing of it") {
    for (const std::string token : {"nonsense", "", "chair-of-yy"}) {
        Client client(context, "xx");
        client.send_text(R"({"hello":{"token":")" + token + R"("}})");
        CHECK(client.received() ==
              std::vector{close_of(4401, "This link does not open this room.")});
        world.xx.submit("notice-" + std::to_string(token.size()) + "-xx", ShowNotice{token + "."});
        CHECK(client.received().empty());
    }
    CHECK(context.metrics->not_admitted == 3);
}

TEST_CASE_METHOD(Fixture, "only a valid token reveals that a room is not served") {
    world.credentials.grants["chair-of-zz"] = {RoomId{"zz"}, Role::chair};
    Client entitled(context, "zz");
    entitled.send_text(R"({"hello":{"token":"chair-of-zz"}})");
    CHECK(entitled.received() == std::vector{close_of(4404, "There is no such room here.")});
    Client curious(context, "zz");
    curious.send_text(chair_hello);
    CHECK(curious.received() == std::vector{close_of(4401, "This link does not open this room.")});
}

TEST_CASE_METHOD(Fixture, "a command is accepted, and everybody in the room receives the change") {
    Client chair(context, "xx");
    Client display(context, "xx");
    Client elsewhere(context, "yy");
    chair.send_text(chair_hello);
    display.send_text(R"({"hello":{"token":"display-of-xx"}})");
    elsewhere.send_text(R"({"hello":{"token":"chair-of-yy"}})");
    for (Client* client : {&chair, &display, &elsewhere}) client->received();

    chair.send_text(next("command1"));
    const auto received = chair.received();
    REQUIRE(received.size() == 2);
    CHECK(starts(received[0], R"({"changed":{"previousRevision":"2","revision":"3",)"));
    CHECK(received[1] == R"({"accepted":{"id":"command1","revision":"3"}})");
    const auto shown = display.received();
    REQUIRE(shown.size() == 1);
    CHECK(starts(shown[0], R"({"changed":{"previousRevision":"2","revision":"3",)"));
    CHECK(elsewhere.received().empty());
    CHECK(context.metrics->commands_accepted == 1);
}

TEST_CASE_METHOD(Fixture, "the record names the role and the device of each act") {
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.send_text(next("command1"));
    CHECK(world.xx.writer.room().memory.back().actor == Actor{Role::chair, "Tablet"});
}

TEST_CASE_METHOD(Fixture, "a resent command is answered again and not done twice") {
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.send_text(next("command1"));
    chair.received();
    chair.send_text(next("command1"));
    CHECK(chair.received() ==
          std::vector<std::string>{R"({"accepted":{"id":"command1","revision":"3"}})"});
}

TEST_CASE_METHOD(Fixture, "a refusal reaches only its sender") {
    Client display(context, "xx");
    Client chair(context, "xx");
    display.send_text(R"({"hello":{"token":"display-of-xx"}})");
    chair.send_text(chair_hello);
    display.received();
    chair.received();
    display.send_text(next("command1"));
    const auto received = display.received();
    REQUIRE(received.size() == 1);
    CHECK(
        starts(received[0], R"({"refused":{"id":"command1","code":"REFUSAL_CODE_NOT_PERMITTED")"));
    CHECK(chair.received().empty());
    CHECK(context.metrics->commands_refused[RefusalCode::not_permitted] == 1);
}

TEST_CASE_METHOD(Fixture, "TimeSync is answered at once with the server's clock") {
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.received();
    chair.send_text(R"({"timeSync":{"clientMs":12.5}})");
    CHECK(chair.received() ==
          std::vector<std::string>{
              R"({"timeSyncReply":{"clientMs":12.5,"serverUnixMs":1523430000000}})"});
}

TEST_CASE_METHOD(Fixture, "a message outside the protocol is refused and ends the connection") {
    const auto last_words = [&](Client& client) {
        const auto received = client.received();
        REQUIRE(received.size() == 2);
        CHECK(
            starts(received[0], R"({"refused":{"id":"","code":"REFUSAL_CODE_MALFORMED","text":")"));
        CHECK(starts(received[1], close_of(4400, "")));
        CHECK(client.outbox.sealed());
    };
    SECTION("a command before Hello") {
        Client client(context, "xx");
        client.send_text(next("command1"));
        last_words(client);
    }
    SECTION("TimeSync before Hello") {
        Client client(context, "xx");
        client.send_text(R"({"timeSync":{"clientMs":1}})");
        last_words(client);
    }
    SECTION("Hello twice") {
        Client client(context, "xx");
        client.send_text(chair_hello);
        client.received();
        client.send_text(chair_hello);
        last_words(client);
    }
    SECTION("not JSON") {
        Client client(context, "xx");
        client.send_text("Hello?");
        last_words(client);
    }
    SECTION("a binary frame on the JSON subprotocol") {
        Client client(context, "xx");
        client.connection->receive(chair_hello, false);
        last_words(client);
    }
    SECTION("a text frame on the Protocol Buffers subprotocol") {
        Client client(context, "xx", wire::Encoding::protobuf);
        client.connection->receive("\x0A\x00", true);
        CHECK(client.outbox.sealed());
    }
}

TEST_CASE_METHOD(
    Fixture, "a command that exceeds a limit is refused by its id, and the connection continues") {
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.received();
    chair.send_text(R"({"command":{"id":"command1"}})");
    const auto received = chair.received();
    REQUIRE(received.size() == 1);
    CHECK(starts(received[0], R"({"refused":{"id":"command1","code":"REFUSAL_CODE_MALFORMED")"));
    chair.send_text(next("command2"));
    CHECK(chair.received().size() == 2);
}

TEST_CASE_METHOD(Fixture,
                 "a client is not read from while too many of its commands await answers") {
    context.limits.answers_owed = 2;
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.received();
    world.xx.log.hold();
    chair.send_text(next("command1"));
    CHECK(chair.connection->may_read());
    chair.send_text(next("command2", 3));
    CHECK_FALSE(chair.connection->may_read());

    world.xx.log.release();
    CHECK_FALSE(chair.connection->may_read());
    chair.received();
    CHECK(chair.connection->may_read());
}

TEST_CASE_METHOD(Fixture,
                 "a client that is slow is received one change, and then all that came since") {
    Client display(context, "xx");
    display.send_text(R"({"hello":{"token":"display-of-xx"}})");
    display.received();
    for (int i = 0; i < 3; ++i)
        world.xx.submit("notice-" + std::to_string(i), ShowNotice{std::to_string(i)});
    CHECK(context.metrics->lags == 2);
    const auto received = display.received();
    REQUIRE(received.size() == 1);
    CHECK(starts(received[0], R"({"changed":{"previousRevision":"2","revision":"3")"));

    display.connection->catch_up();
    const auto merged = display.received();
    REQUIRE(merged.size() == 1);
    CHECK(starts(merged[0], R"({"changed":{"previousRevision":"3","revision":"5")"));
    CHECK(merged[0].find(R"("text":"2")") != std::string::npos);
    display.connection->catch_up();
    CHECK(display.received().empty());
}

TEST_CASE_METHOD(
    Fixture,
    "what a client's own commands change comes before their answers, if it is not too much") {
    context.limits.waiting_bytes = 10'000;
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.received();
    chair.send_text(next("command1"));
    chair.send_text(pause("command2", 3));
    const auto received = chair.received();
    REQUIRE(received.size() == 4);
    CHECK(starts(received[0], R"({"changed":{"previousRevision":"2","revision":"3")"));
    CHECK(starts(received[1], R"({"accepted":{"id":"command1")"));
    CHECK(starts(received[2], R"({"changed":{"previousRevision":"3","revision":"4")"));
    CHECK(starts(received[3], R"({"accepted":{"id":"command2")"));

    context.limits.waiting_bytes = 0;
    chair.send_text(R"({"command":{"id":"command3","resumeStatement":{"statementId":"3"}}})");
    chair.send_text(pause("command4", 3));
    const auto bounded = chair.received();
    REQUIRE(bounded.size() == 3);
    CHECK(starts(bounded[0], R"({"changed":{"previousRevision":"4","revision":"5")"));
    CHECK(starts(bounded[1], R"({"accepted":{"id":"command3")"));
    CHECK(starts(bounded[2], R"({"accepted":{"id":"command4")"));
}

TEST_CASE_METHOD(Fixture, "a client that keeps up receives nothing twice") {
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    chair.received();
    chair.connection->catch_up();
    CHECK(chair.received().empty());
}

TEST_CASE_METHOD(Fixture, "the last frame") {
    Client client(context, "xx");
    SECTION("no Hello") {
        client.connection->no_hello_came();
        CHECK(client.received() == std::vector{close_of(4408, "No Hello came in time.")});
    }
    SECTION("lagging") {
        client.send_text(chair_hello);
        client.received();
        client.connection->leave_lagging();
        CHECK(client.received() ==
              std::vector<std::string>{R"({"goodbye":{"reason":"REASON_LAGGING"}})",
                                       close_of(1013, "This client has not kept up.")});
    }
    SECTION("stopping") {
        client.send_text(chair_hello);
        client.received();
        client.connection->leave_stopping();
        CHECK(client.received() ==
              std::vector<std::string>{R"({"goodbye":{"reason":"REASON_STOPPING"}})",
                                       close_of(1012, "The server is stopping.")});
    }
}

TEST_CASE_METHOD(Fixture, "a disconnected client is neither counted nor sent anything") {
    Client chair(context, "xx");
    chair.send_text(chair_hello);
    world.xx.log.hold();
    chair.send_text(next("command1"));
    chair.received();
    SECTION("its socket is cut") {
        chair.connection->abandon();
    }
    SECTION("it is destroyed") {
        chair.connection.reset();
    }
    world.xx.log.release();
    CHECK(world.xx.writer.room().revision == Revision{3});
    CHECK(chair.received().empty());
    CHECK(context.metrics->connections[Role::chair] == 0);
}

}  // namespace
}  // namespace rostrum::net
