#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <openssl/ssl.h>

#include "live_server.hpp"
#include "raw_client.hpp"
#include "test_certificate.hpp"

namespace rostrum::net::tls_test {
namespace {

using namespace std::chrono_literals;

/// OpenSSL's client raises SIGPIPE when it writes to a closed connection.
const auto no_sigpipe = std::signal(SIGPIPE, SIG_IGN);

std::shared_ptr<const TlsIdentity> identity_named(const std::string& name) {
    const TestCertificate files{name};
    return std::make_shared<const TlsIdentity>(files.certificate(), files.key());
}

std::string get(const std::string& path, const std::string& headers = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: room.example:8443\r\n" + headers + "\r\n";
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("over TLS, requests and live connections work") {
    LiveServer server{{}, identity_named("room.example")};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        CAPTURE(version);
        RawClient client{server.port()};
        REQUIRE(client.secure(version));
        CHECK(client.certificate_name() == "room.example");
        CHECK(client.ask(get("/healthz")).body == "alive\n");
        CHECK(client.ask(get("/")).body == "<p>Lobby</p>");
        CHECK(holds(client.join("xx", "chair-of-xx"), R"({"welcome":{"role":"ROLE_CHAIR")"));
    }
    RawClient chair{server.port()};
    REQUIRE(chair.secure());
    chair.join("xx", "chair-of-xx");
    chair.send_text(R"({"command":{"id":"command1","next":{"endingStatementId":"0"}}})");
    CHECK(holds(chair.read_text(), R"({"changed":)"));
    CHECK(chair.read_text() == R"({"accepted":{"id":"command1","revision":"3"}})");
    chair.send(client_frame(ping_opcode, "there?"));
    const auto pong = chair.read_frame();
    REQUIRE(pong);
    CHECK(pong->opcode == pong_opcode);
    CHECK(pong->payload == "there?");
    chair.send(client_frame(close_opcode, "\x03\xE8"));
    CHECK(chair.read_close() == 1000);
    CHECK(chair.ends_within(patience));
}

TEST_CASE("over TLS a large request and a large response arrive whole") {
    LiveServer server{{}, identity_named("room.example")};
    const std::string large(3'000'000, 'x');
    server.in_loop([&](World& world, Server&) {
        world.assets.files["/large"] = FakeAssets::asset(large, "text/plain", "\"x\"", true);
    });
    RawClient client{server.port()};
    REQUIRE(client.secure());
    CHECK(client.ask(get("/large")).body == large);
    const std::string body(60'000, ' ');
    CHECK(client
              .ask("POST /api/v1/rooms/xx/commands HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                   "secretariat-of-xx\r\nContent-Length: 60000\r\n\r\n" +
                   body)
              .status == 400);
}

TEST_CASE("TLS 1.1 and older are refused, and the server continues") {
    LiveServer server{{}, identity_named("room.example")};
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        RawClient old{server.port()};
        CHECK_FALSE(old.secure(version));
    }
    RawClient client{server.port()};
    CHECK(client.secure());
    CHECK(server.metrics().faults == 0);
}

TEST_CASE("plain HTTP on a TLS port: a page is redirected to https, the interface refuses") {
    LiveServer server{{}, identity_named("room.example")};
    RawClient browser{server.port()};
    const HttpAnswer page = browser.ask(get("/chair/?lang=fr"));
    CHECK(page.status == 308);
    CHECK(holds(page.head, "\r\nLocation: https://room.example:8443/chair/?lang=fr\r\n"));
    CHECK(holds(page.head, "\r\nConnection: close\r\n"));
    CHECK(browser.ends_within(patience));

    RawClient program{server.port()};
    const HttpAnswer access =
        program.ask(get("/api/v1/access", "Authorization: Bearer chair-of-xx\r\n"));
    CHECK(access.status == 400);
    CHECK(holds(access.body, R"("code":"TLS_REQUIRED")"));
    CHECK(program.ends_within(patience));

    RawClient screen{server.port()};
    CHECK(screen.upgrade("xx", "rostrum.v1.json").status == 400);
    RawClient posting{server.port()};
    CHECK(posting.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").status == 400);
}

TEST_CASE("garbage instead of a handshake ends the connection") {
    LiveServer server{{}, identity_named("room.example")};
    for (const std::string& garbage :
         {std::string(2000, '\x16'), std::string(2000, '\0'), std::string("\x80\x2E\x01\x03", 4),
          std::string("\x16\x03\x01\x40\x00", 5) + std::string(16'384, 'x')}) {
        RawClient client{server.port()};
        client.send_raw(garbage);
        client.shut();
        CHECK(client.ends_within(patience));
    }
    CHECK(server.metrics().faults == 0);
}

TEST_CASE("a slow or missing handshake ends with the time limit of a request") {
    LiveServer server{impatient(), identity_named("room.example")};
    RawClient silent{server.port()};
    RawClient slow{server.port()};
    slow.send_raw(std::string("\x16\x03\x01\x02\x00\x01", 6));
    CHECK(silent.ends_within(patience));
    CHECK(slow.ends_within(patience));
    const auto until = std::chrono::steady_clock::now() + patience;
    while (server.metrics().sockets > 0) REQUIRE(std::chrono::steady_clock::now() < until);
}

TEST_CASE("a new certificate serves new connections, and nobody is dropped") {
    LiveServer server{{}, identity_named("old.example")};
    RawClient before{server.port()};
    REQUIRE(before.secure());
    before.join("xx", "display-of-xx");
    server.in_loop([renewed = identity_named("new.example")](World&, Server& running) {
        running.renew(renewed);
    });

    RawClient after{server.port()};
    REQUIRE(after.secure());
    CHECK(after.certificate_name() == "new.example");
    after.join("xx", "display-of-xx");
    server.show("For both clients.");
    CHECK(holds(before.read_text(), "For both clients."));
    CHECK(holds(after.read_text(), "For both clients."));
    CHECK(before.certificate_name() == "old.example");
}

TEST_CASE("over TLS a stopping server sends Goodbye and close_notify") {
    LiveServer server{{}, identity_named("room.example")};
    RawClient client{server.port()};
    REQUIRE(client.secure());
    client.join("xx", "display-of-xx");
    auto stopped = server.stop();
    CHECK(holds(client.read_text(), R"("reason":"REASON_STOPPING")"));
    CHECK(client.read_close() == 1012);
    CHECK(client.ends_within(patience));
    CHECK(client.received_close_notify());
    CHECK(stopped.wait_for(patience) == std::future_status::ready);
}

TEST_CASE("over TLS a client that never reads is bounded and dropped in time") {
    LiveServer server(patient_unless_stuck(), identity_named("room.example"));
    RawClient stuck(server.port(), 4096);
    REQUIRE(stuck.secure());
    stuck.join("xx", "display-of-xx");
    const auto until = std::chrono::steady_clock::now() + patience;
    int shown = 0;
    while (server.metrics().sockets > 0) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        server.show("Notice " + std::to_string(shown++) + " " + std::string(700, 'x'));
        // It sends, as a browser with a hung page does.
        stuck.send(client_frame(pong_opcode, ""));
    }
}

TEST_CASE("over TLS a slow client receives merged changes") {
    LiveServer server{patient(), identity_named("room.example")};
    RawClient slow(server.port(), 4096);
    REQUIRE(slow.secure());
    slow.join("xx", "display-of-xx");
    for (int i = 0; i < 3000; ++i) server.show(std::to_string(i) + std::string(700, 'x'));
    server.show("The last one.");
    int messages = 0;
    std::string message;
    while (!holds(message, "The last one")) {
        message = slow.read_text();
        REQUIRE_FALSE(message.empty());
        ++messages;
    }
    CHECK(server.metrics().lags >= 1);
    CHECK(messages < 3000);
}

}  // namespace
}  // namespace rostrum::net::tls_test
