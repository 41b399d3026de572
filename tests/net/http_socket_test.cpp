#include <chrono>
#include <cstddef>
#include <future>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "live_server.hpp"
#include "raw_client.hpp"

namespace rostrum::net {
namespace {

using namespace std::chrono_literals;

std::string get(const std::string& path, const std::string& headers = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: room.example\r\n" + headers + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
    return "POST /api/v1/rooms/xx/commands HTTP/1.1\r\nHost: room.example\r\n"
           "Authorization: Bearer chair-of-xx\r\n" +
           headers + "\r\n" + body;
}

std::string with_length(const std::string& body) {
    return post("Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

const std::string next_command = R"({"id":"command1","next":{"endingStatementId":"0"}})";

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("a connection serves several requests") {
    LiveServer server;
    RawClient client(server.port());
    CHECK(client.ask(get("/healthz")).body == "alive\n");
    CHECK(client.ask(get("/")).body == "<p>Lobby</p>");
    CHECK(client.ask(get("/?token=none#x")).body == "<p>Lobby</p>");
    CHECK(client.ask(with_length(next_command)).body == R"({"id":"command1","revision":"3"})");
    CHECK(client.ask(get("/healthz", "Connection: close\r\n")).status == 200);
    CHECK(client.ends_within(patience));
}

TEST_CASE("pipelined requests are answered in order") {
    LiveServer server;
    RawClient client(server.port());
    client.send(get("/healthz") + with_length(next_command) + get("/display"));
    CHECK(client.read_answer().body == "alive\n");
    CHECK(client.read_answer().status == 200);
    CHECK(client.read_answer().status == 308);
}

TEST_CASE("a request that arrives byte by byte is read whole") {
    LiveServer server;
    RawClient client(server.port());
    for (char byte : with_length(next_command)) client.send(std::string(1, byte));
    CHECK(client.read_answer().status == 200);
}

TEST_CASE("HEAD is answered without the body but with its length") {
    LiveServer server;
    RawClient client(server.port());
    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    const HttpAnswer answer = client.read_answer(false);
    CHECK(answer.status == 200);
    CHECK(holds(answer.head, "Content-Length: 12\r\n"));
    CHECK(client.ask(get("/healthz")).body == "alive\n");
}

TEST_CASE("a file in the browser's cache is not sent again") {
    LiveServer server;
    RawClient client(server.port());
    const HttpAnswer answer = client.ask(get("/", "If-None-Match: \"l1\"\r\n"));
    CHECK(answer.status == 304);
    CHECK(answer.body.empty());
    CHECK(client.ask(get("/healthz")).status == 200);
}

TEST_CASE("an HTTP/1.0 client is answered and the connection closed") {
    LiveServer server;
    RawClient client(server.port());
    CHECK(client.ask("GET /healthz HTTP/1.0\r\n\r\n").body == "alive\n");
    CHECK(client.ends_within(patience));
}

TEST_CASE("an ambiguous or malformed request is refused and ends the connection") {
    LiveServer server;
    const std::string long_line(9000, 'x');
    struct Case {
        std::string request;
        int status;
    };
    const std::vector<Case> cases{
        {"nonsense\r\n\r\n", 400},
        {"GET\r\n\r\n", 400},
        {"GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n", 400},
        {"GET /healthz\r\n\r\n", 400},
        {"GET  /healthz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /healthz HTTP/1.1\r\n\r\n", 400},
        {"GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400},
        {"GET http://x/healthz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /healthz HTTP/1.1\r\nHost: x\r\n folded: y\r\nno colon\r\n\r\n", 400},
        {"GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n", 400},
        {"GET /heal\x01thz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {get("/" + long_line), 431},
        {get("/healthz", "X: " + long_line + "\r\n"), 431},
        {post("Content-Length: 50\r\nTransfer-Encoding: chunked\r\n", next_command), 400},
        {post("Transfer-Encoding: chunked\r\nContent-Length: 50\r\n", next_command), 400},
        {post("Content-Length: 50\r\nContent-Length: 51\r\n", next_command), 400},
        {post("Content-Length: -1\r\n", ""), 400},
        {post("Content-Length: 0x32\r\n", next_command), 400},
        {post("Content-Length: 99999999999999999999999\r\n", ""), 400},
        {post("Content-Length: 65537\r\n", ""), 413},
        {post("Transfer-Encoding: chunked\r\n", "zz\r\n"), 400},
        {post("Transfer-Encoding: chunked\r\n", "ffffff\r\n" + long_line + long_line), 413},
    };
    for (const Case& one : cases) {
        INFO(one.request.substr(0, 200));
        RawClient client(server.port());
        const HttpAnswer answer = client.ask(one.request + get("/healthz"));
        CHECK(answer.status == one.status);
        CHECK(holds(answer.head, "Content-Type: application/problem+json\r\n"));
        CHECK(holds(answer.head, "Connection: close\r\n"));
        CHECK(client.read_answer().status == 0);
    }
    RawClient client(server.port());
    CHECK(client.ask(get("/healthz")).status == 200);
    CHECK(server.in_loop([](World& world, Server&) { return world.xx.writer.room().revision; }) ==
          Revision{2});
}

TEST_CASE("a chunked body is read within the same limit") {
    LiveServer server;
    RawClient client(server.port());
    const auto chunk = [](const std::string& bytes) {
        return std::string{"32\r\n"} + bytes + "\r\n0\r\n\r\n";
    };
    REQUIRE(next_command.size() == 0x32);
    CHECK(client.ask(post("Transfer-Encoding: chunked\r\n", chunk(next_command))).status == 200);
}

TEST_CASE("headers that do not arrive in time end the connection") {
    LiveServer server(impatient());
    RawClient slow(server.port());
    for (char byte : get("/healthz").substr(0, 20)) {
        slow.send(std::string(1, byte));
        std::this_thread::sleep_for(20ms);
    }
    CHECK(slow.ends_within(patience));
    RawClient body(server.port());
    body.send(post("Content-Length: 50\r\n", "{"));
    CHECK(body.ends_within(patience));
    RawClient nothing(server.port());
    CHECK(nothing.ends_within(patience));
}

TEST_CASE("an idle connection is closed") {
    LiveServer server(impatient());
    RawClient client(server.port());
    CHECK(client.ask(get("/healthz")).status == 200);
    CHECK(client.ends_within(patience));
}

TEST_CASE("a slow commit is waited for") {
    LiveServer server(impatient());
    RawClient client(server.port());
    server.in_loop([](World& world, Server&) { world.xx.log.hold(); });
    client.send(with_length(next_command));
    std::this_thread::sleep_for(1s);
    server.in_loop([](World& world, Server&) { world.xx.log.release(); });
    CHECK(client.read_answer().status == 200);
}

TEST_CASE("a sender that leaves before its command is durable affects nobody") {
    LiveServer server;
    server.in_loop([](World& world, Server&) { world.xx.log.hold(); });
    {
        RawClient client(server.port());
        client.send(with_length(next_command));
        CHECK(RawClient(server.port()).ask(get("/healthz")).status == 200);
    }
    server.in_loop([](World& world, Server&) { world.xx.log.release(); });
    RawClient again(server.port());
    CHECK(again.ask(with_length(next_command)).body == R"({"id":"command1","revision":"3"})");
}

const std::string ask_for_link =
    get("/api/v1/rooms/xx/floor-link", "Authorization: Bearer display-of-xx\r\n");

/// A server whose request links for Missions wait to be stored.
struct SlowLinks {
    explicit SlowLinks(Limits limits = {})
        : server(limits, {}, {}, [this](const RoomId&, const std::string&, RequestLinkDone done) {
              waiting.push_back(std::move(done));
          }) {}
    void wait_for(std::size_t asked) {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (server.in_loop([this](World&, Server&) { return waiting.size(); }) < asked)
            REQUIRE(std::chrono::steady_clock::now() < until);
    }
    void record() {
        server.in_loop([this](World&, Server&) {
            for (const auto& done : std::exchange(waiting, {})) done("http://floor.example");
        });
    }

    std::vector<RequestLinkDone> waiting;
    LiveServer server;
};

TEST_CASE("a link that waits to be stored delays no other client") {
    SlowLinks links;
    RawClient client(links.server.port());
    client.send(ask_for_link);
    links.wait_for(1);
    RawClient other(links.server.port());
    CHECK(other.ask(get("/healthz")).status == 200);
    CHECK(holds(RawClient(links.server.port()).join("xx", "chair-of-xx"), "welcome"));
    links.record();
    CHECK(client.read_answer().body == R"({"url":"http://floor.example"})");
}

TEST_CASE("a client that left before its link is stored is sent nothing") {
    SlowLinks links(impatient());
    RawClient cut(links.server.port());
    cut.send(ask_for_link);
    links.wait_for(1);
    {
        RawClient gone(links.server.port());
        gone.send(ask_for_link);
        links.wait_for(2);
    }
    CHECK(links.server.stop().wait_for(patience) == std::future_status::ready);
    CHECK(cut.ends_within(patience));
    links.record();
    CHECK(links.waiting.empty());
}

TEST_CASE("connections beyond the limit of an address are refused until others close") {
    Limits limits;
    limits.connections_an_address = 3;
    LiveServer server(limits);
    {
        std::vector<RawClient> clients;
        for (int i = 0; i < 3; ++i) {
            clients.emplace_back(server.port());
            REQUIRE(holds(clients.back().join("xx", "display-of-xx"), "welcome"));
        }
        RawClient one_more(server.port());
        const HttpAnswer answer = one_more.read_answer();
        CHECK(answer.status == 503);
        CHECK(holds(answer.body, R"("code":"TOO_MANY_CONNECTIONS")"));
        CHECK(one_more.ends_within(patience));
    }
    int status = 0;
    const auto until = std::chrono::steady_clock::now() + patience;
    while (status != 200 && std::chrono::steady_clock::now() < until)
        status = RawClient(server.port()).ask(get("/healthz")).status;
    CHECK(status == 200);
}

TEST_CASE("connections beyond the total limit are refused") {
    Limits limits;
    limits.connections = 2;
    LiveServer server(limits);
    RawClient first(server.port());
    RawClient second(server.port());
    CHECK(holds(first.join("xx", "display-of-xx"), "welcome"));
    CHECK(holds(second.join("xx", "display-of-xx"), "welcome"));
    CHECK(RawClient(server.port()).read_answer().status == 503);
}

TEST_CASE("the oldest connection without a token gives way to a newcomer") {
    Limits limits;
    (GENERATE(true, false) ? limits.connections : limits.connections_an_address) = 3;
    LiveServer server(limits);
    RawClient chair(server.port());
    RawClient silent(server.port());
    RawClient idle(server.port());
    CHECK(holds(chair.join("xx", "chair-of-xx"), "welcome"));
    CHECK(idle.ask(get("/healthz")).status == 200);
    RawClient newcomer(server.port());
    CHECK(newcomer.ask(get("/healthz")).status == 200);
    CHECK(silent.ends_within(patience));
    RawClient another(server.port());
    CHECK(holds(another.join("xx", "display-of-xx"), "welcome"));
    CHECK(idle.ends_within(patience));
    server.show("The chair stays");
    CHECK(holds(chair.read_text(), "The chair stays"));
}

TEST_CASE("a stopping server answers the request in progress and accepts no other") {
    LiveServer server;
    RawClient client(server.port());
    server.in_loop([](World& world, Server&) { world.xx.log.hold(); });
    client.send(with_length(next_command));
    RawClient(server.port()).ask(get("/healthz"));
    auto stopped = server.stop();
    server.in_loop([](World& world, Server&) { world.xx.log.release(); });
    const HttpAnswer answer = client.read_answer();
    CHECK(answer.status == 200);
    CHECK(holds(answer.head, "Connection: close\r\n"));
    CHECK(client.ends_within(patience));
    CHECK(stopped.wait_for(patience) == std::future_status::ready);
}

}  // namespace
}  // namespace rostrum::net
