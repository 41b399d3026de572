#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include "live_server.hpp"
#include "raw_client.hpp"

namespace rostrum::net {
namespace {

/// Trusts 127.0.0.1, from which all tests connect.
TrustedProxies local_proxy() {
    TrustedProxies proxies;
    CHECK(proxies.add("127.0.0.0/8"));
    return proxies;
}

Limits few(std::size_t connections) {
    Limits limits;
    limits.connections_an_address = connections;
    return limits;
}

std::string from(const std::string& address) {
    return "GET /healthz HTTP/1.1\r\nHost: room.example\r\nX-Forwarded-For: " + address +
           "\r\n\r\n";
}

std::string pairing_from(const std::string& address) {
    return "POST /api/v1/pairings HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address +
           "\r\nContent-Length: 0\r\n\r\n";
}

TEST_CASE("behind a trusted proxy, connections count for the forwarded client") {
    LiveServer server{few(2), {}, local_proxy()};
    RawClient one{server.port()};
    RawClient two{server.port()};
    RawClient three{server.port()};
    RawClient other{server.port()};
    CHECK(one.ask(from("192.0.2.1")).status == 200);
    CHECK(two.ask(from("192.0.2.1")).status == 200);
    const HttpAnswer refused = three.ask(from("192.0.2.1"));
    CHECK(refused.status == 503);
    CHECK(refused.body.find(R"("code":"TOO_MANY_CONNECTIONS")") != std::string::npos);
    CHECK(three.ends_within(patience));
    CHECK(other.ask(from("192.0.2.2")).status == 200);

    // A connection that the proxy reuses for another client counts for that client.
    CHECK(one.ask(from("192.0.2.3")).status == 200);
    RawClient four{server.port()};
    CHECK(four.ask(from("192.0.2.1")).status == 200);
    RawClient five{server.port()};
    CHECK(five.ask(from("192.0.2.1")).status == 503);
}

TEST_CASE("a client that leaves through a proxy makes room for the next") {
    LiveServer server{few(1), {}, local_proxy()};
    for (int i = 0; i < 3; ++i) {
        RawClient client{server.port()};
        CHECK(client
                  .ask("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.1\r\n"
                       "Connection: close\r\n\r\n")
                  .status == 200);
        CHECK(client.ends_within(patience));
        const auto until = std::chrono::steady_clock::now() + patience;
        while (server.metrics().sockets > 0) REQUIRE(std::chrono::steady_clock::now() < until);
    }
}

TEST_CASE(
    "a client that is not a trusted proxy counts by its own address, whatever its headers say") {
    LiveServer server{few(2)};
    RawClient one{server.port()};
    RawClient two{server.port()};
    CHECK(one.ask(from("192.0.2.1")).status == 200);
    CHECK(two.ask(from("192.0.2.2")).status == 200);
    // A newcomer takes the place of the oldest connection that has shown no token.
    RawClient three{server.port()};
    CHECK(three.ask(from("192.0.2.3")).status == 200);
    CHECK(one.ends_within(patience));
}

TEST_CASE("behind a trusted proxy, waiting screens count for the forwarded client") {
    LiveServer behind_proxy{{}, {}, local_proxy()};
    LiveServer without_proxy;
    for (LiveServer* server : {&behind_proxy, &without_proxy}) {
        RawClient proxy{server->port()};
        for (int i = 0; i < 20; ++i) CHECK(proxy.ask(pairing_from("192.0.2.1")).status == 200);
        CHECK(proxy.ask(pairing_from("192.0.2.1")).status == 429);
        CHECK(proxy.ask(pairing_from("192.0.2.2")).status == (server == &behind_proxy ? 200 : 429));
    }
}

TEST_CASE("the Origin is compared with the host that a trusted proxy reports") {
    const std::string origin = "Origin: https://floor.example\r\n";
    const std::string forwarded = "X-Forwarded-Host: floor.example\r\nX-Forwarded-Proto: https\r\n";
    LiveServer behind_proxy{{}, {}, local_proxy()};
    LiveServer without_proxy;
    const auto status = [&](LiveServer& server, const std::string& headers) {
        RawClient screen{server.port()};
        return screen.upgrade("xx", "rostrum.v1.json", headers).status;
    };
    CHECK(status(behind_proxy, origin + forwarded) == 101);
    CHECK(status(without_proxy, origin + forwarded) == 403);
    CHECK(status(behind_proxy, origin) == 403);
    CHECK(status(behind_proxy, "Origin: http://room.example\r\n") == 101);
    CHECK(status(behind_proxy, "Origin: https://evil.example\r\n" + forwarded) == 403);
    // The same name without TLS is another site: anyone on the path can forge its pages.
    CHECK(status(behind_proxy, "Origin: http://floor.example\r\n" + forwarded) == 403);
}

}  // namespace
}  // namespace rostrum::net
