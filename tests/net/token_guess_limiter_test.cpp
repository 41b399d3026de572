#include "net/token_guess_limiter.hpp"

#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"
#include "live_server.hpp"
#include "net/http/api.hpp"
#include "raw_client.hpp"

namespace rostrum::net::token_guess_limiter_test {
namespace {

using namespace std::chrono_literals;

struct Guesser {
    /// How many of these wrong tokens are answered without delay.
    int at_once(const std::string& address, int tokens = 1) {
        const int before = answered;
        for (int i = 0; i < tokens; ++i)
            guess_limiter.wrong(address, now, limits, [this] { ++answered; });
        return answered - before;
    }
    int later() {
        const int before = answered;
        guess_limiter.check_timeouts(now);
        return answered - before;
    }

    Limits limits;
    TokenGuessLimiter guess_limiter;
    Instant now = nine_o_clock;
    int answered = 0;
};

TEST_CASE_METHOD(Guesser, "after 20 wrong tokens in a minute, each is answered 10 s late") {
    CHECK(at_once("192.0.2.1", 25) == 20);
    CHECK(guess_limiter.waiting() == 5);
    now += 10s - 1ms;
    CHECK(later() == 0);
    now += 1ms;
    CHECK(later() == 5);
    CHECK(at_once("192.0.2.1") == 0);
    now = nine_o_clock + 1min;
    CHECK(at_once("192.0.2.1", 25) == 20);
}

TEST_CASE_METHOD(Guesser, "wrong tokens of one address do not affect another") {
    CHECK(at_once("192.0.2.1", 25) == 20);
    CHECK(at_once("192.0.2.2") == 1);
    // A dual-stack socket reports IPv4 addresses in this form.
    CHECK(at_once("::ffff:192.0.2.1", 25) == 20);
    CHECK(at_once("::ffff:192.0.2.2") == 1);
}

TEST_CASE_METHOD(Guesser, "all addresses of an IPv6 network count as one") {
    CHECK(at_once("2001:db8:0:1::1", 20) == 20);
    CHECK(at_once("2001:db8:0:1:ffff::2") == 0);
    CHECK(at_once("2001:db8:0:2::1") == 1);
}

TEST_CASE_METHOD(Guesser, "addresses beyond the bound count as one") {
    limits.guessers = 3;
    for (int i = 0; i < 200; ++i) at_once("192.0.2." + std::to_string(i));
    CHECK(guess_limiter.addresses() == 4);
    CHECK(at_once("192.0.2.1") == 1);
    CHECK(at_once("192.0.2.200") == 0);
    now += 1min;
    later();
    CHECK(guess_limiter.addresses() == 0);
    CHECK(at_once("192.0.2.200") == 1);
}

struct Fixture {
    Fixture() {
        for (int i = 0; i < 20; ++i) wrong_token();
    }
    /// Sends a wrong token on a live connection. Returns the close frame, or nothing.
    std::string wrong_token() {
        Client client(context, "xx", wire::Encoding::json, "192.0.2.1");
        client.send_text(R"({"hello":{"token":"nonsense"}})");
        const auto received = client.received();
        return received.empty() ? "" : received[0];
    }
    int status(const std::string& path, const std::string& token) {
        int status = 0;
        http::answer(context,
                     {.method = "GET",
                      .path = path,
                      .authorization = "Bearer " + token,
                      .address = "192.0.2.1"},
                     [&](const http::Response& response) { status = response.status; });
        return status;
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
};

TEST_CASE_METHOD(Fixture,
                 "a valid token is admitted at once from an address with too many wrong ones") {
    Client chair(context, "xx", wire::Encoding::json, "192.0.2.1");
    chair.send_text(R"({"hello":{"token":"chair-of-xx"}})");
    CHECK(starts(chair.received().at(0), R"({"welcome")"));
    CHECK(status("/api/v1/access", "chair-of-xx") == 200);
    CHECK(status("/api/v1/rooms/yy", "chair-of-xx") == 403);
}

TEST_CASE_METHOD(Fixture, "a client with a wrong token waits, and its other messages are ignored") {
    Client guesser(context, "xx", wire::Encoding::json, "192.0.2.1");
    guesser.send_text(R"({"hello":{"token":"nonsense"}})");
    guesser.send_text(R"({"hello":{"token":"chair-of-xx"}})");
    guesser.send_text("not a message");
    guesser.connection->no_hello_came();
    CHECK(guesser.received().empty());
    world.clock.time += 10s;
    context.guess_limiter->check_timeouts(world.clock.now());
    CHECK(guesser.received() == std::vector{close_of(4401, "This link does not open this room.")});
}

TEST_CASE_METHOD(Fixture, "over HTTP, a wrong token or secret waits in the same way") {
    int statuses = 0;
    for (const std::string path : {"/api/v1/access", "/api/v1/pairing"})
        http::answer(context,
                     {.method = "GET",
                      .path = path,
                      .authorization = "Bearer nonsense",
                      .address = "192.0.2.1"},
                     [&](const http::Response& response) { statuses += response.status; });
    CHECK(statuses == 0);
    // A request without a token is not a guess.
    CHECK(status("/api/v1/access", "") == 401);
    world.clock.time += 10s;
    context.guess_limiter->check_timeouts(world.clock.now());
    CHECK(statuses == 401 + 404);
}

TEST_CASE("the limit of a body reveals nothing about a token") {
    LiveServer server;
    const auto upload = [&](const std::string& token) {
        return "POST /api/v1/programme/preview HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
               token + "\r\nContent-Length: 100000\r\n\r\n";
    };
    for (int i = 0; i < 20; ++i)
        REQUIRE(RawClient(server.port()).ask(upload("nonsense")).status == 401);
    RawClient guesser(server.port());
    guesser.send(upload("nonsense"));
    const auto waiting = [](World&, Server& running) {
        return running.metrics().wrong_tokens_waiting;
    };
    while (server.in_loop(waiting) == 0) std::this_thread::yield();
    RawClient secretariat(server.port());
    CHECK(secretariat.ask(upload("secretariat-of-xx") + std::string(100'000, ' ')).status == 200);
    server.in_loop([](World& world, Server&) { world.clock.time += 10s; });
    CHECK(guesser.read_answer().status == 401);
}

}  // namespace
}  // namespace rostrum::net::token_guess_limiter_test
