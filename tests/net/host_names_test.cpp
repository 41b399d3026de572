#include "net/http/host_names.hpp"

#include <catch2/catch.hpp>

namespace rostrum::net::http {
namespace {

TEST_CASE("a Host header has one of the server's names, at any port") {
    HostNames names;
    names.add("Room.example:8080");
    CHECK(names.hold("room.example"));
    CHECK(names.hold("ROOM.example.:443"));
    CHECK_FALSE(names.hold("room.example.evil"));
    CHECK_FALSE(names.hold("evil.example"));
    CHECK_FALSE(names.hold("a.room.example"));
    CHECK_FALSE(names.hold(""));
}

TEST_CASE("addresses and localhost are known without being named") {
    const HostNames names;
    for (const char* host : {"192.0.2.1", "192.0.2.1:80", "[2001:db8::1]", "[::1]:8080",
                             "localhost", "LocalHost:8080", "localhost."})
        CHECK(names.hold(host));
    for (const char* host : {"192.0.2.1.evil", "[evil]", "[]", "[", "localhost.evil", "1"})
        CHECK_FALSE(names.hold(host));
}

TEST_CASE("a certificate's wildcard stands for one label") {
    HostNames names;
    names.add("*.rooms.example");
    CHECK(names.hold("xx.rooms.example"));
    CHECK_FALSE(names.hold("rooms.example"));
    CHECK_FALSE(names.hold("a.b.rooms.example"));
    CHECK_FALSE(names.hold(".rooms.example"));
}

}  // namespace
}  // namespace rostrum::net::http
