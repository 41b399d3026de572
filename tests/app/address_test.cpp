#include "app/address.hpp"

#include <catch2/catch.hpp>

#include "app/exit_code.hpp"

using rostrum::app::Failure;
using rostrum::app::guess_public_url;
using rostrum::app::ListenAddress;
using rostrum::app::parse_listen_address;

TEST_CASE("a listening address is an IP address and a port") {
    CHECK(parse_listen_address("0.0.0.0:8080") == ListenAddress{"0.0.0.0", 8080});
    CHECK(parse_listen_address("127.0.0.1:0") == ListenAddress{"127.0.0.1", 0});
    CHECK(parse_listen_address("[::1]:8080") == ListenAddress{"::1", 8080});
    CHECK(parse_listen_address("[::]:65535") == ListenAddress{"::", 65535});
}

TEST_CASE("an invalid listening address is refused with valid examples") {
    for (const auto* wrong :
         {"", "8080", "localhost:8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536",
          "127.0.0.1:80a", "127.0.0.1:-1", "::1:8080", "[127.0.0.1]:8080", "[::1]"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(parse_listen_address(wrong), Failure);
    }
    CHECK_THROWS_WITH(parse_listen_address("localhost"),
                      "`localhost` is not an address to listen on: write it as 0.0.0.0:8080, "
                      "127.0.0.1:8080 or [::1]:8080.");
}

TEST_CASE("a trusted proxy is an address or a network") {
    const auto proxies = rostrum::app::parse_trusted_proxies({"127.0.0.1", "10.0.0.0/8"});
    CHECK(proxies.hold(*rostrum::net::Address::parse("10.1.2.3")));
    CHECK_FALSE(proxies.hold(*rostrum::net::Address::parse("127.0.0.2")));
    CHECK_THROWS_WITH(rostrum::app::parse_trusted_proxies({"nginx.example"}),
                      "`nginx.example` is not a proxy's address: write it as 127.0.0.1, "
                      "10.0.0.0/8 or 2001:db8::/32.");
}

TEST_CASE("the public address is the listening address, if it is specific") {
    CHECK(guess_public_url({"192.0.2.1", 8080}, false) == "http://192.0.2.1:8080");
    CHECK(guess_public_url({"192.0.2.1", 8443}, true) == "https://192.0.2.1:8443");
    CHECK(guess_public_url({"::1", 80}, false) == "http://[::1]:80");
}

TEST_CASE("the public address of a server that listens everywhere is not a wildcard") {
    const std::string guessed = guess_public_url({"0.0.0.0", 8080}, false);
    CHECK(guessed.find("0.0.0.0") == std::string::npos);
    CHECK(guessed == guess_public_url({"::", 8080}, false));
}
