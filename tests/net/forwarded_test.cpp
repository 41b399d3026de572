#include "net/forwarded.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace rostrum::net {
namespace {

Address at(const std::string& text) {
    return Address::parse(text).value();
}

TrustedProxies proxies() {
    TrustedProxies trusted;
    CHECK(trusted.add("127.0.0.1"));
    CHECK(trusted.add("10.1.0.0/16"));
    CHECK(trusted.add("2001:db8:aa::/48"));
    return trusted;
}

std::string sender(const std::string& nearest, const ForwardingHeaders& headers) {
    return sender_of(at(nearest), headers, proxies()).address.text();
}

TEST_CASE("all notations of an address are equal") {
    CHECK(at("::ffff:192.0.2.1") == at("192.0.2.1"));
    CHECK(at("::ffff:192.0.2.1").text() == "192.0.2.1");
    CHECK(at("2001:db8:0:0::1").text() == "2001:db8::1");
    CHECK(at("2001:db8::1") != at("2001:db8::2"));
    for (const auto* wrong : {"", "192.0.2", "192.0.2.1:80", "[::1]", "localhost", "192.0.2.256"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Address::parse(wrong));
    }
}

TEST_CASE("a proxy is trusted by its address or its network") {
    const TrustedProxies trusted = proxies();
    for (const auto* inside : {"127.0.0.1", "::ffff:127.0.0.1", "10.1.0.0", "10.1.255.255",
                               "2001:db8:aa::1", "2001:db8:aa:ffff::"}) {
        CAPTURE(inside);
        CHECK(trusted.hold(at(inside)));
    }
    for (const auto* outside :
         {"127.0.0.2", "10.0.255.255", "10.2.0.0", "2001:db8:ab::1", "::1", "::"}) {
        CAPTURE(outside);
        CHECK_FALSE(trusted.hold(at(outside)));
    }
    TrustedProxies odd;
    CHECK(odd.add("192.0.2.128/25"));
    CHECK(odd.hold(at("192.0.2.128")));
    CHECK_FALSE(odd.hold(at("192.0.2.127")));
    for (const auto* wrong : {"", "localhost", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/a",
                              "10.0.0.0/8/8", "10.0.0.0/-1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(odd.add(wrong));
    }
}

TEST_CASE("only trusted proxies can report a sender") {
    const ForwardingHeaders headers{.x_forwarded_for = "192.0.2.1",
                                    .x_forwarded_host = "floor.example",
                                    .x_forwarded_proto = "https"};
    const Sender stranger = sender_of(at("198.51.100.1"), headers, proxies());
    CHECK(stranger.address.text() == "198.51.100.1");
    CHECK(stranger.host.empty());
    CHECK_FALSE(stranger.secure);
    CHECK(sender("198.51.100.1", {.forwarded = "for=192.0.2.1"}) == "198.51.100.1");
    CHECK(sender_of(at("127.0.0.1"), headers, {}).address.text() == "127.0.0.1");

    const Sender guest = sender_of(at("127.0.0.1"), headers, proxies());
    CHECK(guest.address.text() == "192.0.2.1");
    CHECK(guest.host == "floor.example");
    CHECK(guest.secure);
}

TEST_CASE("the sender is the last address of the chain that is not a trusted proxy") {
    const auto through = [](const std::string& chain) {
        return sender("127.0.0.1", {.x_forwarded_for = chain});
    };
    CHECK(through("192.0.2.1") == "192.0.2.1");
    // What the sender itself wrote comes first.
    CHECK(through("203.0.113.9, 192.0.2.1") == "192.0.2.1");
    CHECK(through("127.0.0.1, 192.0.2.1") == "192.0.2.1");
    CHECK(through("192.0.2.1, 10.1.2.3") == "192.0.2.1");
    CHECK(through("203.0.113.9,192.0.2.1 ,10.1.2.3,10.1.2.4") == "192.0.2.1");
    CHECK(through("10.1.2.3, 10.1.2.4") == "10.1.2.3");
    CHECK(through("192.0.2.1:4711") == "192.0.2.1");
    CHECK(through("2001:db8::7") == "2001:db8::7");
    CHECK(through("[2001:db8::7]:4711") == "2001:db8::7");
    CHECK(through("::ffff:192.0.2.1") == "192.0.2.1");
}

TEST_CASE("if the chain is unreadable, the nearest known proxy counts as the sender") {
    const auto through = [](const std::string& chain) {
        return sender("127.0.0.1", {.x_forwarded_for = chain});
    };
    for (const auto* nothing : {"", "unknown", ",", "192.0.2.1, unknown", "192.0.2.1, _hidden", "[",
                                "192.0.2.1, 192.0.2", "\"192.0.2.1"}) {
        CAPTURE(nothing);
        CHECK(through(nothing) == "127.0.0.1");
    }
    CHECK(through("192.0.2.1, unknown, 10.1.2.3") == "10.1.2.3");
}

TEST_CASE("Forwarded gives the sender, with host and protocol of its own hop") {
    const Sender guest = sender_of(
        at("127.0.0.1"),
        {.forwarded = "for=203.0.113.9;host=liar.example, "
                      R"(For="[2001:db8::7]:4711";Proto=HTTPS;host="floor.example:8443", )"
                      "for=10.1.2.3;proto=http;by=127.0.0.1"},
        proxies());
    CHECK(guest.address.text() == "2001:db8::7");
    CHECK(guest.host == "floor.example:8443");
    CHECK(guest.secure);
    CHECK(sender("127.0.0.1", {.forwarded = R"(for="192.0.2.1, 192.0.2.2")"}) == "127.0.0.1");
    CHECK(sender("127.0.0.1", {.forwarded = "for=unknown"}) == "127.0.0.1");
    CHECK(sender("127.0.0.1", {.forwarded = "proto=https"}) == "127.0.0.1");
    CHECK(sender("127.0.0.1", {.forwarded = "for"}) == "127.0.0.1");
}

TEST_CASE("a request with both kinds of headers has neither trusted") {
    const Sender guest = sender_of(at("127.0.0.1"),
                                   {.x_forwarded_for = "192.0.2.1",
                                    .x_forwarded_host = "floor.example",
                                    .x_forwarded_proto = "https",
                                    .forwarded = "for=203.0.113.9;host=liar.example;proto=https"},
                                   proxies());
    CHECK(guest.address.text() == "127.0.0.1");
    CHECK(guest.host.empty());
    CHECK_FALSE(guest.secure);
}

TEST_CASE("of several hosts and protocols, the nearest proxy's count") {
    const Sender guest = sender_of(at("127.0.0.1"),
                                   {.x_forwarded_for = "192.0.2.1",
                                    .x_forwarded_host = "liar.example, floor.example",
                                    .x_forwarded_proto = "https, http"},
                                   proxies());
    CHECK(guest.host == "floor.example");
    CHECK_FALSE(guest.secure);
}

}  // namespace
}  // namespace rostrum::net
