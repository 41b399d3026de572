// The limits of docs/protocol.md on the rate and size of one connection.
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "live_server.hpp"
#include "raw_client.hpp"

namespace rostrum::net::limits_test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const std::string one_time_sync = R"({"timeSync":{"clientMs":1}})";
const std::string health = "GET /healthz HTTP/1.1\r\nHost: room.example\r\n\r\n";

Limits five_at_once_ten_a_second() {
    Limits limits;
    limits.messages_at_once = 5;
    limits.messages_a_second = 10;
    limits.check_timeouts_every = 20ms;
    return limits;
}

std::string upload(const std::string& token, std::size_t size) {
    return "POST /api/v1/programme/preview HTTP/1.1\r\nHost: room.example\r\n"
           "Authorization: Bearer " +
           token + "\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
}

TEST_CASE("messages beyond the rate limit wait, and all are answered") {
    LiveServer server(five_at_once_ten_a_second());
    RawClient hasty(server.port());
    // Hello counts as one of the five.
    hasty.join("xx", "display-of-xx");
    const auto start = Clock::now();
    for (int i = 0; i < 12; ++i) hasty.send_text(one_time_sync);
    for (int i = 0; i < 12; ++i) CHECK(hasty.read_text().starts_with(R"({"timeSyncReply":)"));
    // Eight messages beyond the burst, a tenth of a second apart.
    CHECK(Clock::now() - start > 500ms);
}

TEST_CASE("a client that waits for its rate limit delays nobody else and is not dropped") {
    Limits limits = impatient();
    limits.messages_at_once = 2;
    limits.messages_a_second = 1;
    LiveServer server(limits);
    RawClient hasty(server.port());
    hasty.join("xx", "display-of-xx");
    const auto start = Clock::now();
    for (int i = 0; i < 3; ++i) hasty.send_text(one_time_sync);
    RawClient other(server.port());
    CHECK(other.join("xx", "display-of-xx").starts_with(R"({"welcome":)"));
    for (int i = 0; i < 3; ++i) CHECK(hasty.read_text().starts_with(R"({"timeSyncReply":)"));
    CHECK(Clock::now() - start > 1s);
}

TEST_CASE("requests beyond the rate limit wait, and all are answered") {
    LiveServer server(five_at_once_ten_a_second());
    RawClient hasty(server.port());
    const auto start = Clock::now();
    for (int i = 0; i < 10; ++i) hasty.send(health);
    for (int i = 0; i < 10; ++i) CHECK(hasty.read_answer().status == 200);
    CHECK(Clock::now() - start > 300ms);
}

TEST_CASE("a client that floods with pings is dropped, one that pings sometimes is answered") {
    Limits limits = five_at_once_ten_a_second();
    limits.messages_a_second = 1;
    // Neither connection times out.
    limits.dead_after = limits.ping_after = std::chrono::minutes{5};
    LiveServer server(limits);
    RawClient flood(server.port());
    RawClient honest(server.port());
    flood.join("xx", "display-of-xx");
    honest.join("xx", "display-of-xx");
    for (int i = 0; i < 100; ++i) flood.send(client_frame(ping_opcode, "again"));
    CHECK(flood.ends_within(patience));
    honest.send(client_frame(ping_opcode, "once"));
    const auto pong = honest.read_frame();
    REQUIRE(pong.has_value());
    CHECK(pong->payload == "once");
}

TEST_CASE("a programme file of more than 4 MiB is refused before it is read") {
    LiveServer server;
    constexpr std::size_t most = 4UL * 1024 * 1024;
    RawClient too_much(server.port());
    CHECK(too_much.ask(upload("secretariat-of-xx", most + 1)).status == 413);
    RawClient just_so(server.port());
    just_so.send(upload("secretariat-of-xx", most));
    // Not a programme, but read to its end.
    just_so.send(std::string(most, 'x'));
    CHECK(just_so.read_answer().status != 413);
}

TEST_CASE("only the secretariat may send a long body") {
    LiveServer server;
    const auto refusal = [&](const char* token) {
        RawClient client(server.port());
        return client.ask(upload(token, 64UL * 1024 + 1)).status;
    };
    CHECK(refusal("chair-of-xx") == 413);
    CHECK(refusal("display-of-xx") == 413);
    CHECK(refusal("guessed") == 401);
}

TEST_CASE("long messages use up the rate limit sooner") {
    LiveServer server(five_at_once_ten_a_second());
    RawClient hasty(server.port());
    hasty.join("xx", "display-of-xx");
    const auto start = Clock::now();
    // Each counts as eight.
    const std::string padding(7 * 1024, ' ');
    for (int i = 0; i < 3; ++i) hasty.send_text(one_time_sync + padding);
    for (int i = 0; i < 3; ++i) CHECK(hasty.read_text().starts_with(R"({"timeSyncReply":)"));
    CHECK(Clock::now() - start > 1s);
}

TEST_CASE("a crowd leaves places to chair and secretariat") {
    Limits limits;
    limits.connections_an_address = 16;
    LiveServer server(limits);
    std::vector<RawClient> crowd;
    for (int i = 0; i < 14; ++i) {
        crowd.emplace_back(server.port());
        REQUIRE(crowd.back().join("xx", "display-of-xx").starts_with(R"({"welcome":)"));
    }
    RawClient one_more(server.port());
    CHECK(one_more.join("xx", "display-of-xx").empty());
    for (const char* token : {"chair-of-xx", "secretariat-of-xx"}) {
        crowd.emplace_back(server.port());
        CHECK(crowd.back().join("xx", token).starts_with(R"({"welcome":)"));
    }
}

TEST_CASE("a command may be as long as its role needs") {
    LiveServer server;
    const auto refusal = [&](const char* token, std::size_t size) {
        RawClient client(server.port());
        return client
            .ask("POST /api/v1/rooms/xx/commands HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                 std::string(token) + "\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n")
            .status;
    };
    CHECK(refusal("display-of-xx", 8UL * 1024 + 1) == 413);
    CHECK(refusal("chair-of-xx", 16UL * 1024 + 1) == 413);
    // A whole programme is one command.
    CHECK(refusal("secretariat-of-xx", 4UL * 1024 * 1024 + 1) == 413);
    CHECK(refusal("guessed", 1) == 401);
}

TEST_CASE("a body that arrives too slowly ends the connection") {
    LiveServer server(impatient());
    RawClient slow(server.port());
    slow.send(upload("secretariat-of-xx", 1000));
    std::atomic<bool> over = false;
    std::atomic<int> sent = 0;
    std::thread drip([&] {
        while (!over) {
            slow.send("x");
            ++sent;
            std::this_thread::sleep_for(20ms);
        }
    });
    CHECK(slow.ends_within(patience));
    // A thousand bytes take 20 s at this pace, and a request may take 0.3 s.
    CHECK(sent < 1000);
    over = true;
    drip.join();
}

}  // namespace
}  // namespace rostrum::net::limits_test
