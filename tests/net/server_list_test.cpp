#include "net/server_list.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"
#include "live_server.hpp"
#include "net/http/api.hpp"
#include "net/http/cross_origin.hpp"
#include "raw_client.hpp"

namespace rostrum::net {
namespace {

using Urls = std::vector<std::string>;

ServerList list_of(const Urls& urls) {
    ServerList list;
    list.renew(urls);
    return list;
}

const Urls two_servers{"https://a.example", "https://b.example:8443"};

/// A server at a.example; the other is at b.example.
struct TwoServers {
    TwoServers() { context.servers = list_of(two_servers); }
    http::Response ask(const http::Request& request) {
        std::optional<http::Response> given;
        http::answer(context, request, [&](http::Response answer) { given = std::move(answer); });
        REQUIRE(given.has_value());
        return *given;
    }
    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
};

std::string header_in(const http::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

bool has_part(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* hello_of_chair = R"({"hello":{"token":"chair-of-xx"}})";
constexpr const char* ask_time = R"({"timeSync":{"clientMs":1}})";

TEST_CASE("an origin is written as a browser writes it") {
    CHECK(origin_of("https://Rostrum.example") == "https://rostrum.example");
    CHECK(origin_of("HTTPS://rostrum.example:443/") == "https://rostrum.example");
    CHECK(origin_of("http://192.0.2.1:8080/chair/") == "http://192.0.2.1:8080");
    CHECK(origin_of("http://rostrum.example:80") == "http://rostrum.example");
    CHECK(origin_of("http://rostrum.example:443") == "http://rostrum.example:443");
    CHECK(origin_of("http://[2001:DB8::1]:8080") == "http://[2001:db8::1]:8080");
}

TEST_CASE("what could mean more than one server in a header is no origin") {
    for (const char* url :
         {"", "rostrum.example", "ftp://rostrum.example", "https://", "https://*.example",
          "https://a.example;script-src", "https://a.example b.example", "https://a.example\r\nX:",
          "https://a,b", "https://user@a.example", "https://a.example:", "https://a.example:0",
          "https://a.example:65536", "https://a.example:8o", "https://[::1", "https://[]"})
        CHECK_FALSE(origin_of(url).has_value());
}

TEST_CASE("one server has no list") {
    CHECK(list_of({}).origins().empty());
    CHECK(list_of({"https://a.example", "https://A.example:443/"}).origins().empty());
    CHECK(list_of({"https://a.example", "not an address"}).origins().empty());
    CHECK(list_of({"https://a.example"}).number() == 0);
    CHECK(list_of({"https://a.example"}).connect_sources().empty());
}

TEST_CASE("a list has at most 16 servers") {
    Urls many;
    for (int i = 0; i < 20; ++i) many.push_back("http://server-" + std::to_string(i));
    const ServerList list = list_of(many);
    REQUIRE(list.origins().size() == 16);
    CHECK(list.origins().front() == "http://server-0");
    CHECK(list.origins().back() == "http://server-15");
}

TEST_CASE("a list has another number only when it has changed") {
    ServerList list = list_of(two_servers);
    CHECK(list.number() == 1);
    list.renew({"https://A.example/", "https://b.example:8443"});
    CHECK(list.number() == 1);
    list.renew({"https://a.example"});
    CHECK(list.number() == 2);
    CHECK(list.origins().empty());
}

TEST_CASE("a page may connect to exactly the servers of the list") {
    CHECK(list_of(two_servers).connect_sources() ==
          " https://a.example wss://a.example https://b.example:8443 wss://b.example:8443");
    const std::string head = http::head_of({}, true, list_of(two_servers).connect_sources());
    CHECK(head.find("connect-src 'self' https://a.example wss://a.example https://b.example:8443 "
                    "wss://b.example:8443; manifest-src 'self'") != std::string::npos);
}

TEST_CASE_METHOD(TwoServers,
                 "a page has another ETag with another list, and a script has the same") {
    const http::Response page = ask({.method = "GET", .path = "/"});
    const std::string etag = header_in(page, "ETag");
    CHECK(etag != "\"l1\"");
    CHECK(ask({.method = "GET", .path = "/", .if_none_match = etag}).status == 304);
    CHECK(ask({.method = "GET", .path = "/", .if_none_match = "\"l1\""}).status == 200);
    CHECK(header_in(ask({.method = "GET", .path = "/assets/app-1a2b.js"}), "ETag") == "\"j1\"");
    context.servers.renew({"https://a.example", "https://c.example"});
    CHECK(ask({.method = "GET", .path = "/", .if_none_match = etag}).status == 200);
    context.servers.renew({});
    CHECK(header_in(ask({.method = "GET", .path = "/"}), "ETag") == "\"l1\"");
}

TEST_CASE_METHOD(TwoServers, "a page of another server may change what its token permits") {
    http::Request request{.method = "POST",
                          .path = "/api/v1/rooms/xx/commands",
                          .authorization = "Bearer chair-of-xx",
                          .host = "a.example",
                          .origin = "https://b.example:8443",
                          .fetch_site = "cross-site",
                          .secure = true,
                          .body = R"({"id":"command1","showNotice":{"text":"Please conclude."}})"};
    CHECK(ask(request).status == 200);
    for (const char* elsewhere : {"https://b.example", "http://b.example:8443", "null",
                                  "https://evil.example", "https://b.example:8443.evil.example"}) {
        request.origin = elsewhere;
        CHECK(ask(request).status == 403);
    }
}

TEST_CASE_METHOD(TwoServers, "a browser may ask for a page of another server what it may send") {
    http::Request asked{.method = "OPTIONS",
                        .path = "/api/v1/rooms/xx/commands",
                        .host = "a.example",
                        .origin = "https://b.example:8443",
                        .fetch_site = "cross-site"};
    const http::Response allowed = ask(asked);
    CHECK(allowed.status == 204);
    CHECK(header_in(allowed, "Access-Control-Allow-Methods") == "GET, HEAD, POST, PUT, DELETE");
    CHECK(header_in(allowed, "Access-Control-Allow-Headers") ==
          "Authorization, Content-Type, Rostrum-Device, Rostrum-File-Name");
    asked.path = "/display/";
    CHECK(ask(asked).status == 405);
    asked.path = "/api/v1/rooms";
    asked.origin = "https://evil.example";
    CHECK(ask(asked).status == 403);
}

TEST_CASE("a page of another server reads the interface's answers, and nothing else") {
    const auto allowed = [](const char* origin, const char* target) {
        http::BeastRequest request;
        request.set(boost::beast::http::field::origin, origin);
        request.target(target);
        http::Response response;
        http::let_read(list_of(two_servers), request, response);
        return header_in(response, "Access-Control-Allow-Origin");
    };
    CHECK(allowed("https://b.example:8443", "/api/v1/rooms") == "https://b.example:8443");
    CHECK(allowed("https://b.example:8443", "/display/").empty());
    CHECK(allowed("https://b.example:8443", "/metrics").empty());
    CHECK(allowed("https://evil.example", "/api/v1/rooms").empty());
    CHECK(allowed("", "/api/v1/rooms").empty());
}

TEST_CASE_METHOD(TwoServers, "a Welcome names the servers") {
    Client chair(context, "xx");
    chair.send_text(hello_of_chair);
    CHECK(has_part(chair.received()[0],
                   R"("servers":{"origins":["https://a.example","https://b.example:8443"]})"));
    context.servers.renew({});
    Client alone(context, "xx");
    alone.send_text(hello_of_chair);
    CHECK_FALSE(has_part(alone.received()[0], "servers"));
}

TEST_CASE_METHOD(TwoServers, "a change of the list comes once, before the time") {
    Client chair(context, "xx");
    chair.send_text(hello_of_chair);
    chair.received();
    chair.send_text(ask_time);
    CHECK(chair.received().size() == 1);
    context.servers.renew({"https://a.example", "https://c.example"});
    CHECK(chair.received().empty());
    chair.send_text(ask_time);
    const auto received = chair.received();
    REQUIRE(received.size() == 2);
    CHECK(received[0] == R"({"servers":{"origins":["https://a.example","https://c.example"]}})");
    CHECK(starts(received[1], R"({"timeSyncReply":)"));
    chair.send_text(ask_time);
    CHECK(chair.received().size() == 1);
    context.servers.renew({"https://a.example"});
    chair.send_text(ask_time);
    CHECK(chair.received()[0] == R"({"servers":{"origins":[]}})");
}

TEST_CASE("over a socket, pages of the servers connect and read, and others do not") {
    LiveServer server({}, {}, {}, {}, [] {
        return Urls{"http://room.example", "http://b.example"};
    });
    const auto status = [&](const std::string& origin) {
        RawClient client(server.port());
        return client.upgrade("xx", "rostrum.v1.json", "Origin: " + origin + "\r\n").status;
    };
    CHECK(status("http://b.example") == 101);
    CHECK(status("http://room.example") == 101);
    CHECK(status("https://b.example") == 403);
    CHECK(status("http://evil.example") == 403);
    RawClient reader(server.port());
    const HttpAnswer answer = reader.ask(
        "GET /api/v1/access HTTP/1.1\r\nHost: room.example\r\nOrigin: http://b.example\r\n\r\n");
    CHECK(answer.status == 401);
    CHECK(
        has_part(answer.head, "Access-Control-Allow-Origin: http://b.example\r\nVary: Origin\r\n"));
    CHECK(has_part(answer.head,
                   "connect-src 'self' http://room.example ws://room.example "
                   "http://b.example ws://b.example;"));
}

}  // namespace
}  // namespace rostrum::net
