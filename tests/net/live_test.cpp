#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "live_server.hpp"
#include "raw_client.hpp"

namespace rostrum::net::live_test {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

constexpr std::size_t longest_message = 16'384;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Waits for the condition. Returns false on timeout.
template <class Condition>
bool soon(Condition condition) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!condition())
        if (std::chrono::steady_clock::now() > until) return false;
    return true;
}

/// The number that follows `"name":"`; -1 if there is none.
long number(const std::string& message, const std::string& name) {
    const auto at = message.find("\"" + name + "\":\"");
    return at == std::string::npos ? -1 : std::stol(message.substr(at + name.size() + 4));
}

TEST_CASE("a client speaks JSON") {
    LiveServer server;
    RawClient client(server.port());
    const HttpAnswer answer = client.upgrade("xx", "rostrum.v1.json");
    CHECK(answer.status == 101);
    CHECK(holds(answer.head, "Sec-WebSocket-Protocol: rostrum.v1.json\r\n"));
    CHECK(holds(answer.head, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    client.send_text(R"({"hello":{"token":"chair-of-xx"}})");
    CHECK(holds(client.read_text(),
                R"({"welcome":{"role":"ROLE_CHAIR","logId":"log-1","revision":"2")"));
    client.send_text(R"({"command":{"id":"command1","showNotice":{"text":"Welcome."}}})");
    CHECK(holds(client.read_text(), R"("noticeBoard":{"notice":{"id":"3","text":"Welcome.")"));
    CHECK(client.read_text() == R"({"accepted":{"id":"command1","revision":"3"}})");
}

TEST_CASE("a client speaks Protocol Buffers") {
    LiveServer server;
    RawClient client(server.port());
    const HttpAnswer answer = client.upgrade("xx", "rostrum.v1.protobuf");
    CHECK(answer.status == 101);
    CHECK(holds(answer.head, "Sec-WebSocket-Protocol: rostrum.v1.protobuf\r\n"));
    // ClientMessage{hello{token}}
    client.send(client_frame(binary_opcode,
                             "\x0A\x0D\x0A\x0B"
                             "chair-of-xx"s));
    const auto frame = client.read_frame();
    REQUIRE(frame.has_value());
    CHECK(frame->opcode == binary_opcode);
    // ServerMessage{welcome{role: ROLE_CHAIR, log_id: "log-1", …}}
    CHECK(frame->payload.front() == '\x0A');
    CHECK(holds(frame->payload, "\x08\x01\x12\x05log-1\x18\x02"));
}

TEST_CASE("a client that offers no known subprotocol is refused") {
    LiveServer server;
    for (const char* offered : {"", "rostrum.v2.json", "chat"}) {
        RawClient client(server.port());
        const HttpAnswer answer = client.upgrade("xx", offered);
        CHECK(answer.status == 400);
        CHECK(holds(answer.body, R"("code":"NO_SUBPROTOCOL")"));
    }
}

TEST_CASE("a page of another site gets no connection") {
    LiveServer server;
    RawClient foreign(server.port());
    const HttpAnswer refused =
        foreign.upgrade("xx", "rostrum.v1.json", "Origin: https://elsewhere.example\r\n");
    CHECK(refused.status == 403);
    CHECK(holds(refused.body, R"("code":"FOREIGN_ORIGIN")"));
    RawClient own(server.port());
    CHECK(own.upgrade("xx", "rostrum.v1.json", "Origin: http://room.example\r\n").status == 101);
}

TEST_CASE("a client that sends before the upgrade is refused") {
    LiveServer server;
    RawClient client(server.port());
    const HttpAnswer answer = client.ask(
        "GET /api/v1/rooms/xx/live HTTP/1.1\r\nHost: room.example\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Protocol: rostrum.v1.json\r\n\r\n" +
        client_frame(text_opcode, R"({"hello":{"token":"chair-of-xx"}})"));
    CHECK(answer.status == 400);
    CHECK(holds(answer.body, R"("code":"MALFORMED")"));
}

TEST_CASE("an invalid room id gets no connection") {
    LiveServer server;
    RawClient client(server.port());
    CHECK(client.upgrade("XX", "rostrum.v1.json").status == 404);
}

TEST_CASE(
    "a client receives the whole room first, then every change, while others join and change it") {
    LiveServer server;
    constexpr int clients = 20;
    constexpr int changes = 300;
    std::thread publisher([&] {
        for (int i = 0; i < changes; ++i) server.show("Notice " + std::to_string(i));
    });
    std::vector<RawClient> joined;
    std::vector<long> held;
    for (int i = 0; i < clients; ++i) {
        joined.emplace_back(server.port());
        held.push_back(number(joined.back().join("xx", "display-of-xx"), "revision"));
    }
    publisher.join();
    for (int i = 0; i < clients; ++i) {
        auto& client = joined[static_cast<std::size_t>(i)];
        long& revision = held[static_cast<std::size_t>(i)];
        REQUIRE(revision >= 2);
        while (revision < 2 + changes) {
            const std::string change = client.read_text();
            const long previous = number(change, "previousRevision");
            REQUIRE((previous == revision || previous == 0));
            const long next = number(change, "revision");
            REQUIRE(next > revision);
            revision = next;
        }
    }
}

TEST_CASE("a client with a wrong token sees nothing of the room while it changes") {
    LiveServer server;
    RawClient client(server.port());
    client.upgrade("xx", "rostrum.v1.json");
    server.show("Before the token is checked.");
    client.send_text(R"({"hello":{"token":"chair-of-yy"}})");
    server.show("And after.");
    const auto frame = client.read_frame();
    REQUIRE(frame.has_value());
    CHECK(frame->close_code() == 4401);
    CHECK(frame->payload.substr(2) == "This link does not open this room.");
    client.send(client_frame(close_opcode, "\x11\x31"));
    CHECK(client.ends_within(patience));
}

TEST_CASE("only the clients of a revoked token are notified and disconnected") {
    LiveServer server(patient());
    RawClient display(server.port());
    RawClient second_display(server.port());
    RawClient chair(server.port());
    display.join("xx", "display-of-xx");
    second_display.join("xx", "display-of-xx");
    chair.join("xx", "chair-of-xx");
    server.in_loop(
        [](World& world, Server&) { world.credentials.has_ended = {"id of display-of-xx"}; });
    for (RawClient* ended : {&display, &second_display}) {
        CHECK(ended->read_text() == R"({"goodbye":{"reason":"REASON_REVOKED"}})");
        CHECK(ended->read_close() == 4401);
        ended->send(client_frame(close_opcode, "\x11\x31"));
    }
    server.show("To those who remain.");
    CHECK(chair.read_text().find("To those who remain.") != std::string::npos);
}

TEST_CASE("a client that sends no Hello in time is disconnected") {
    LiveServer server(impatient());
    RawClient client(server.port());
    client.upgrade("xx", "rostrum.v1.json");
    CHECK(client.read_close() == 4408);
}

TEST_CASE("a message that is too long ends the connection") {
    LiveServer server;
    RawClient client(server.port());
    client.join("xx", "chair-of-xx");
    client.send_text(std::string(longest_message + 1, ' '));
    CHECK(client.read_close() == 1009);
    RawClient fragments(server.port());
    fragments.join("xx", "chair-of-xx");
    std::string piece = client_frame(text_opcode, std::string(9000, ' '));
    piece[0] = text_opcode;
    fragments.send(piece);
    fragments.send(client_frame(0, std::string(9000, ' ')));
    CHECK(fragments.read_close() == 1009);
}

TEST_CASE("a message of the maximum length is read") {
    LiveServer server;
    RawClient client(server.port());
    client.join("xx", "chair-of-xx");
    const std::string sync = R"({"timeSync":{"clientMs":1}})";
    client.send_text(sync + std::string(longest_message - sync.size(), ' '));
    CHECK(holds(client.read_text(), "timeSyncReply"));
}

TEST_CASE("a message may arrive in any pieces, with pauses and pings between them") {
    LiveServer server;
    RawClient chair(server.port());
    chair.join("xx", "chair-of-xx");
    const auto served_meanwhile = [&] {
        RawClient other(server.port());
        return !other.join("xx", "display-of-xx").empty();
    };
    const auto unfinished = [](int opcode, std::string_view payload) {
        std::string frame = client_frame(opcode, payload);
        frame[0] = static_cast<char>(opcode);
        return frame;
    };
    const std::string ping = client_frame(ping_opcode, "here");
    chair.send(unfinished(text_opcode, ""));
    REQUIRE(served_meanwhile());
    chair.send(ping.substr(0, 6));
    REQUIRE(served_meanwhile());
    chair.send(ping.substr(6));
    CHECK(chair.read_frame()->payload == "here");
    chair.send(unfinished(0, R"({"timeSync":{)"));
    REQUIRE(served_meanwhile());
    const std::string last = client_frame(0, R"("clientMs":7}})");
    for (const char byte : last) {
        chair.send(std::string(1, byte));
        REQUIRE(served_meanwhile());
    }
    CHECK(holds(chair.read_text(), R"("clientMs":7)"));
    // Two messages and the beginning of a third in one write.
    const std::string sync = client_frame(text_opcode, R"({"timeSync":{"clientMs":8}})");
    chair.send(sync + sync + sync.substr(0, 1));
    CHECK(holds(chair.read_text(), R"("clientMs":8)"));
    CHECK(holds(chair.read_text(), R"("clientMs":8)"));
    REQUIRE(served_meanwhile());
    chair.send(sync.substr(1));
    CHECK(holds(chair.read_text(), R"("clientMs":8)"));
}

TEST_CASE("a ping is answered with its payload") {
    LiveServer server;
    RawClient client(server.port());
    client.join("xx", "chair-of-xx");
    client.send(client_frame(ping_opcode, "there?"));
    const auto pong = client.read_frame();
    REQUIRE(pong.has_value());
    CHECK(pong->opcode == pong_opcode);
    CHECK(pong->payload == "there?");
}

TEST_CASE("a client's close frame is answered and the client forgotten") {
    LiveServer server;
    RawClient client(server.port());
    client.join("xx", "chair-of-xx");
    CHECK(server.metrics().connections[Role::chair] == 1);
    client.send(client_frame(close_opcode, "\x03\xE8"s));
    CHECK(client.read_close() == 1000);
    CHECK(client.ends_within(patience));
    CHECK(soon([&] { return server.metrics().connections[Role::chair] == 0; }));
    CHECK(soon([&] { return server.metrics().sockets == 0; }));
}

TEST_CASE("a dead peer is dropped, one that answers pings is not") {
    Limits limits = impatient();
    limits.dead_after = 3s;
    LiveServer server(limits);
    RawClient dead(server.port());
    RawClient living(server.port());
    dead.join("xx", "display-of-xx");
    living.join("xx", "speaker-of-xx");

    const auto until = std::chrono::steady_clock::now() + patience;
    int pings = 0;
    while (server.metrics().connections[Role::display] > 0 || pings < 3) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        const auto frame = living.read_frame(100ms);
        if (!frame) continue;
        REQUIRE(frame->opcode == ping_opcode);
        ++pings;
        living.send(client_frame(pong_opcode, frame->payload));
    }
    CHECK(server.metrics().connections[Role::speaker] == 1);
    CHECK(dead.ends_within(patience));
}

TEST_CASE("a client that sends by itself is not pinged") {
    Limits limits = patient();
    limits.ping_after = 2s;
    LiveServer server(limits);
    RawClient client(server.port());
    client.join("xx", "speaker-of-xx");
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < 3s) {
        client.send_text(R"({"timeSync":{"clientMs":1}})");
        const auto frame = client.read_frame();
        REQUIRE(frame.has_value());
        CHECK(frame->opcode == text_opcode);
        CHECK_FALSE(client.read_frame(50ms).has_value());
    }
}

TEST_CASE("commands beyond those in flight wait in the socket, and all are answered") {
    Limits limits;
    limits.answers_owed = 4;
    LiveServer server(limits);
    RawClient client(server.port());
    client.join("xx", "chair-of-xx");
    server.in_loop([](World& world, Server&) { world.xx.log.hold(); });
    constexpr int commands = 50;
    for (int i = 0; i < commands; ++i)
        client.send_text(R"({"command":{"id":"command)" + std::to_string(i) +
                         R"(","showNotice":{"text":"Notice )" + std::to_string(i) + R"("}}})");
    server.in_loop([](World& world, Server&) { world.xx.log.release(); });
    int answered = 0;
    while (answered < commands) {
        const std::string message = client.read_text();
        REQUIRE_FALSE(message.empty());
        if (!holds(message, "accepted")) continue;
        CHECK(holds(message, R"("id":"command)" + std::to_string(answered) + "\""));
        ++answered;
    }
}

TEST_CASE("clients of one room receive nothing of another") {
    LiveServer server;
    RawClient xx(server.port());
    RawClient yy(server.port());
    xx.join("xx", "chair-of-xx");
    yy.join("yy", "chair-of-yy");
    server.show("For xx.");
    CHECK(holds(xx.read_text(), "For xx."));
    yy.send_text(R"({"timeSync":{"clientMs":1}})");
    CHECK(holds(yy.read_text(), "timeSyncReply"));
}

TEST_CASE("a stopping server notifies all clients and ends in time") {
    Limits limits = patient();
    limits.closing = 300ms;
    limits.hello = limits.idle_between_requests = std::chrono::minutes{30};
    LiveServer server(limits);
    RawClient polite(server.port());
    RawClient silent(server.port());
    RawClient no_hello(server.port());
    RawClient idle(server.port());
    polite.join("xx", "chair-of-xx");
    silent.join("xx", "display-of-xx");
    no_hello.upgrade("xx", "rostrum.v1.json");
    CHECK(idle.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status == 200);

    auto stopped = server.stop();
    CHECK(polite.read_text() == R"({"goodbye":{"reason":"REASON_STOPPING"}})");
    CHECK(polite.read_close() == 1012);
    polite.send(client_frame(close_opcode, "\x03\xF4"));
    CHECK(no_hello.read_close() == 1012);
    CHECK(stopped.wait_for(patience) == std::future_status::ready);
    CHECK(silent.ends_within(patience));
    CHECK(idle.ends_within(patience));
    CHECK_THROWS(RawClient(server.port()));
}

TEST_CASE("destroying a server closes its clients' connections") {
    std::optional<RawClient> client;
    std::optional<RawClient> posting;
    {
        LiveServer server;
        client.emplace(server.port());
        client->join("xx", "chair-of-xx");
        posting.emplace(server.port());
        server.in_loop([](World& world, Server&) { world.xx.log.hold(); });
        posting->send(
            "POST /api/v1/rooms/xx/commands HTTP/1.1\r\nHost: x\r\n"
            "Authorization: Bearer chair-of-xx\r\nContent-Length: 54\r\n\r\n"
            R"({"id":"command1","next":{"endingStatementId":"0"}}    )");
        client->send_text(R"({"timeSync":{"clientMs":1}})");
        client->read_text();
    }
    CHECK(client->ends_within(patience));
    CHECK(posting->ends_within(patience));
}

TEST_CASE("an address in use is reported in a sentence") {
    LiveServer server;
    Loop loop;
    World world{[](const std::function<void()>&) {}};
    const auto listen = [&](const std::string& address) {
        Server second(loop, {.address = address, .port = server.port()}, world.context());
    };
    CHECK_THROWS_WITH(listen("127.0.0.1"), "Cannot listen on 127.0.0.1, port " +
                                               std::to_string(server.port()) +
                                               ": Address already in use.");
    CHECK_THROWS_WITH(listen("localhost"), Catch::StartsWith("Cannot listen on localhost"));
}

}  // namespace
}  // namespace rostrum::net::live_test
