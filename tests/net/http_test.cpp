#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fakes.hpp"
#include "net/http/api.hpp"
#include "net/http/routes.hpp"

namespace rostrum::net::http {
namespace {

struct Fixture {
    Response ask(const Request& request) {
        std::optional<Response> given;
        answer(context, request, [&](Response response) { given = std::move(response); });
        REQUIRE(given.has_value());
        return *given;
    }
    Response get(const std::string& path, const std::string& token = "") {
        return ask({.method = "GET", .path = path, .authorization = bearer(token)});
    }
    Response post(const std::string& path, const std::string& token, const std::string& body) {
        return ask({.method = "POST", .path = path, .authorization = bearer(token), .body = body});
    }
    static std::string bearer(const std::string& token) {
        return token.empty() ? "" : "Bearer " + token;
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
};

bool holds(const Response& response, const std::string& text) {
    return response.body && response.body->find(text) != std::string::npos;
}

std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

TEST_CASE_METHOD(Fixture, "each address supports its methods") {
    struct Case {
        const char* method;
        const char* path;
        int status;
    };
    const std::vector<Case> cases{
        {"GET", "/api/v1/rooms", 200},
        {"HEAD", "/api/v1/rooms", 200},
        {"POST", "/api/v1/rooms", 401},
        {"GET", "/api/v1/rooms/xx", 401},
        {"DELETE", "/api/v1/rooms/xx", 405},
        {"GET", "/api/v1/rooms/xx/commands", 405},
        {"POST", "/api/v1/rooms/xx/commands", 401},
        {"GET", "/api/v1/rooms/xx/live", 426},
        {"GET", "/api/v1/access", 401},
        {"GET", "/healthz", 200},
        {"GET", "/readyz", 200},
        {"GET", "/metrics", 200},
        {"GET", "/", 200},
        {"HEAD", "/", 200},
        {"PUT", "/", 405},
        {"OPTIONS", "/api/v1/rooms", 405},
        {"get", "/healthz", 405},
        {"", "/healthz", 405},
        {"GET", "/nothing", 404},
        {"GET", "/api/", 404},
        {"GET", "/api/v1/rooms/", 404},
        {"GET", "/api/v1/rooms/XX", 404},
        {"GET", "/api/v1/rooms/xx/", 404},
        {"GET", "/api/v1/rooms/x%78", 404},
        {"GET", "/api/v1/rooms//live", 404},
        {"GET", "/api/v1/rooms/a/b/live", 404},
        {"GET", "/api/v2/rooms", 404},
        {"GET", "/../../etc/passwd", 404},
        {"GET", "/index.html/", 404},
    };
    for (const Case& one : cases) {
        INFO(one.method << " " << one.path);
        CHECK(ask({.method = one.method, .path = one.path}).status == one.status);
    }
}

TEST_CASE_METHOD(Fixture, "an unsupported method is answered with the supported ones") {
    CHECK(header(ask({.method = "PUT", .path = "/api/v1/rooms/xx/commands"}), "Allow") == "POST");
    CHECK(header(ask({.method = "PUT", .path = "/api/v1/rooms"}), "Allow") == "GET, HEAD, POST");
}

TEST_CASE_METHOD(Fixture, "the lobby lists the rooms for everybody, without plates or names") {
    const Response lobby = get("/api/v1/rooms");
    CHECK(lobby.content_type == "application/json");
    CHECK(holds(lobby, R"("roomId":"xx")"));
    CHECK(holds(lobby, R"("roomId":"yy")"));
    CHECK(holds(lobby, R"("serverUnixMs":1523430000000)"));
    CHECK_FALSE(holds(lobby, "plates"));
}

TEST_CASE_METHOD(Fixture, "a room is shown by the view of the token's role") {
    CHECK(holds(get("/api/v1/rooms/xx", "chair-of-xx"), R"({"revision":"2","logId":"log-1",)"));
    CHECK(holds(get("/api/v1/rooms/xx", "chair-of-xx"), R"("memory")"));
    CHECK_FALSE(holds(get("/api/v1/rooms/xx", "display-of-xx"), R"("memory")"));
    CHECK(get("/api/v1/rooms/xx", "nonsense").status == 401);
    CHECK(header(get("/api/v1/rooms/xx", "nonsense"), "WWW-Authenticate") == "Bearer");
    CHECK(get("/api/v1/rooms/xx", "chair-of-yy").status == 403);
    CHECK(get("/api/v1/rooms/zz", "chair-of-yy").status == 403);
    world.credentials.grants["chair-of-zz"] = {RoomId{"zz"}, Role::chair};
    CHECK(get("/api/v1/rooms/zz", "chair-of-zz").status == 404);
}

TEST_CASE_METHOD(Fixture, "a token's grant can be read") {
    CHECK(*get("/api/v1/access", "speaker-of-xx").body ==
          R"({"roomId":"xx","role":"ROLE_SPEAKER","name":"","scene":"SCENE_UNSPECIFIED"})");
    CHECK(get("/api/v1/access").status == 401);
}

TEST_CASE_METHOD(Fixture, "the token follows the word Bearer in any case") {
    const auto status = [&](const std::string& authorization) {
        return ask({.method = "GET", .path = "/api/v1/access", .authorization = authorization})
            .status;
    };
    CHECK(status("bearer chair-of-xx") == 200);
    CHECK(status("Basic chair-of-xx") == 401);
    CHECK(status("chair-of-xx") == 401);
    CHECK(status("Bearer") == 401);
}

TEST_CASE_METHOD(Fixture, "a posted command is answered when it is durable") {
    const std::string address = "/api/v1/rooms/xx/commands";
    const std::string next = R"({"id":"command1","next":{"endingStatementId":"0"}})";

    const Response done = post(address, "chair-of-xx", next);
    CHECK(done.status == 200);
    CHECK(*done.body == R"({"id":"command1","revision":"3"})");
    CHECK(*post(address, "chair-of-xx", next).body == *done.body);

    const Response stale =
        post(address, "chair-of-xx", R"({"id":"command2","next":{"endingStatementId":"0"}})");
    CHECK(stale.status == 409);
    CHECK(stale.content_type == "application/problem+json");
    CHECK(holds(stale, R"({"type":"about:blank","title":"Conflict","status":409,)"
                       R"("code":"REFUSAL_CODE_STALE","detail":")"));

    CHECK(post(address, "display-of-xx", R"({"id":"command3","undo":{"revision":"3"}})").status ==
          403);
    CHECK(post(address, "chair-of-yy", next).status == 403);
    CHECK(post(address, "nonsense", next).status == 401);
    const Response malformed = post(address, "chair-of-xx", "{");
    CHECK(malformed.status == 400);
    CHECK(holds(malformed, R"("code":"REFUSAL_CODE_MALFORMED")"));
    CHECK(post(address, "chair-of-xx", "").status == 400);
}

TEST_CASE_METHOD(Fixture, "a command that the log cannot write is refused with 503") {
    world.xx.log.fail_next();
    const Response response = post("/api/v1/rooms/xx/commands", "chair-of-xx",
                                   R"({"id":"command1","next":{"endingStatementId":"0"}})");
    CHECK(response.status == 503);
    CHECK(holds(response, R"("code":"REFUSAL_CODE_LOG_UNAVAILABLE")"));
}

TEST_CASE_METHOD(Fixture, "the record names the device that posted") {
    ask({.method = "POST",
         .path = "/api/v1/rooms/xx/commands",
         .authorization = "Bearer chair-of-xx",
         .device = "Stream Deck",
         .body = R"({"id":"command1","next":{"endingStatementId":"0"}})"});
    CHECK(world.xx.writer.room().memory.back().actor == Actor{Role::chair, "Stream Deck"});
}

TEST_CASE_METHOD(Fixture, "the server is alive, and ready while it can write and is not stopping") {
    CHECK(get("/healthz").status == 200);
    CHECK(get("/readyz").status == 200);
    world.ready = false;
    CHECK(get("/readyz").status == 503);
    CHECK(holds(get("/readyz"), "The record cannot be written: the disk is full."));
    world.ready = true;
    context.stopping = true;
    CHECK(get("/readyz").status == 503);
    CHECK(get("/healthz").status == 200);
}

TEST_CASE_METHOD(Fixture, "the metrics contain counts and no names") {
    post("/api/v1/rooms/xx/commands", "chair-of-xx",
         R"({"id":"command1","next":{"endingStatementId":"0"}})");
    post("/api/v1/rooms/xx/commands", "display-of-xx",
         R"({"id":"command2","next":{"endingStatementId":"3"}})");
    const Response metrics = get("/metrics");
    CHECK(metrics.content_type == "text/plain; charset=utf-8");
    for (const char* line :
         {"# TYPE rostrum_commands_accepted_total counter\nrostrum_commands_accepted_total 1\n",
          "rostrum_commands_refused_total{code=\"REFUSAL_CODE_NOT_PERMITTED\"} 1\n",
          "rostrum_connections{role=\"chair\"} 0\n", "rostrum_rooms 2\n",
          "rostrum_published_total 5\n"}) {
        INFO(line);
        CHECK(holds(metrics, line));
    }
    CHECK_FALSE(holds(metrics, "of-xx"));
    CHECK_FALSE(holds(metrics, "xx"));
}

TEST_CASE_METHOD(Fixture, "files of the screens") {
    const Response lobby = get("/");
    CHECK(*lobby.body == "<p>Lobby</p>");
    CHECK(lobby.content_type == "text/html; charset=utf-8");
    CHECK(header(lobby, "ETag") == "\"l1\"");
    CHECK(header(lobby, "Cache-Control") == "no-cache");
    CHECK(*get("/display/").body == "<p>D</p>");
    CHECK(get("/display").status == 308);
    CHECK(header(get("/display"), "Location") == "/display/");
    CHECK(header(get("/assets/app-1a2b.js"), "Cache-Control") ==
          "public, max-age=31536000, immutable");

    Request again{.method = "GET", .path = "/", .if_none_match = R"("x", W/"l1")"};
    CHECK(ask(again).status == 304);
    CHECK_FALSE(ask(again).body);
    CHECK(header(ask(again), "ETag") == "\"l1\"");
    again.if_none_match = "\"older\"";
    CHECK(ask(again).status == 200);
}

TEST_CASE_METHOD(Fixture, "a file is compressed for clients that accept it") {
    world.assets.files["/assets/app-1a2b.js"].gzipped = std::make_shared<const std::string>("go!");
    Request request{.method = "GET", .path = "/assets/app-1a2b.js"};
    const Response whole = ask(request);
    CHECK(*whole.body == "go()");
    CHECK(header(whole, "Content-Encoding").empty());
    CHECK(header(whole, "Vary") == "Accept-Encoding");

    for (const char* accepted :
         {"gzip", "deflate, gzip;q=0.5", "br;q=1.0,GZIP ; q=0.1", "gzip;q=1"}) {
        INFO(accepted);
        request.accept_encoding = accepted;
        const Response compressed = ask(request);
        CHECK(*compressed.body == "go!");
        CHECK(compressed.content_type == "text/javascript");
        CHECK(header(compressed, "Content-Encoding") == "gzip");
        CHECK(header(compressed, "Vary") == "Accept-Encoding");
        CHECK(header(compressed, "ETag") == "\"j1-gzip\"");
    }
    for (const char* refused :
         {"", "br", "gzip;q=0", "gzip; q=0.000", "xgzip, gzipx", "identity"}) {
        INFO(refused);
        request.accept_encoding = refused;
        CHECK(*ask(request).body == "go()");
        CHECK(header(ask(request), "ETag") == "\"j1\"");
    }
}

TEST_CASE_METHOD(Fixture, "the ETags of a file and its gzip variant differ") {
    world.assets.files["/index.html"].gzipped = std::make_shared<const std::string>("lobby");
    Request again{
        .method = "GET", .path = "/", .if_none_match = "\"l1\"", .accept_encoding = "gzip"};
    CHECK(ask(again).status == 200);
    again.if_none_match = "\"l1-gzip\"";
    CHECK(ask(again).status == 304);
    CHECK(header(ask(again), "Vary") == "Accept-Encoding");
    again.accept_encoding = "";
    CHECK(ask(again).status == 200);
}

TEST_CASE_METHOD(Fixture, "a file without a gzip variant is sent uncompressed") {
    const Response lobby = ask({.method = "GET", .path = "/", .accept_encoding = "gzip"});
    CHECK(*lobby.body == "<p>Lobby</p>");
    CHECK(header(lobby, "Vary").empty());
}

TEST_CASE("the head of a response") {
    Response response = json("{}");
    const std::string head = head_of(response, true);
    CHECK(head ==
          "HTTP/1.1 200 OK\r\n"
          "Content-Type: application/json\r\n"
          "Content-Length: 2\r\n"
          "Cache-Control: no-store\r\n"
          "Connection: keep-alive\r\n"
          "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
          "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
          "worker-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
          "form-action 'none'\r\n"
          "X-Content-Type-Options: nosniff\r\n"
          "X-Frame-Options: SAMEORIGIN\r\n"
          "Referrer-Policy: no-referrer\r\n"
          "Cross-Origin-Opener-Policy: same-origin\r\n"
          "Cross-Origin-Resource-Policy: same-origin\r\n"
          "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
          "\r\n");
    CHECK(head_of(response, false).find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("the Origin identifies a page of another site") {
    const auto same = [](const std::string& origin, const std::string& host) {
        return is_same_site({.host = host, .origin = origin});
    };
    CHECK(same("", "room.example"));
    CHECK(same("http://room.example", "room.example"));
    CHECK(same("http://Room.example:8080", "room.example:8080"));
    CHECK(same("http://room.example", "room.example:80"));
    CHECK_FALSE(same("https://room.example", "room.example"));
    CHECK_FALSE(same("http://room.example", "room.example:8080"));
    CHECK_FALSE(same("https://elsewhere.example", "room.example"));
    CHECK_FALSE(same("http://room.example:81", "room.example"));
    CHECK_FALSE(same("http://room.example.elsewhere.example", "room.example"));
    CHECK_FALSE(same("null", "room.example"));
    CHECK_FALSE(
        is_same_site({.host = "room.example", .origin = "http://room.example", .secure = true}));
    CHECK(is_same_site({.host = "room.example", .origin = "https://room.example", .secure = true}));
    CHECK(is_same_site(
        {.host = "room.example:443", .origin = "https://room.example", .secure = true}));
    CHECK_FALSE(same("http://", ""));
}

TEST_CASE_METHOD(Fixture, "a page of another site changes nothing, even with a valid token") {
    struct Case {
        const char* method;
        const char* path;
    };
    const std::vector<Case> changing{
        {"POST", "/api/v1/rooms/xx/commands"},
        {"POST", "/api/v1/programme/preview"},
        {"POST", "/api/v1/pairings"},
        {"POST", "/api/v1/screens"},
        {"PUT", "/api/v1/screens/screen-1"},
        {"DELETE", "/api/v1/screens/screen-1"},
        {"POST", "/api/v1/screens/screen-1/identify"},
    };
    const std::string notice = R"({"id":"command1","showNotice":{"text":"From elsewhere."}})";
    for (const Case& one : changing) {
        INFO(one.method << " " << one.path);
        Request request{.method = one.method,
                        .path = one.path,
                        .authorization = "Bearer secretariat-of-xx",
                        .host = "room.example",
                        .body = notice};
        const auto is_refused = [&](const std::string& origin, const std::string& site) {
            request.origin = origin;
            request.fetch_site = site;
            return holds(ask(request), "FOREIGN_ORIGIN");
        };
        CHECK(is_refused("https://elsewhere.example", ""));
        CHECK(is_refused("null", ""));
        CHECK(is_refused("", "cross-site"));
        CHECK(is_refused("http://room.example", "same-site"));
    }
    CHECK(world.xx.log.read(RoomId{"xx"}, Revision{}).size() == 2);
    Request own{.method = "POST",
                .path = "/api/v1/rooms/xx/commands",
                .authorization = "Bearer secretariat-of-xx",
                .host = "room.example",
                .origin = "http://room.example",
                .fetch_site = "same-origin",
                .body = notice};
    CHECK(ask(own).status == 200);
    own.origin.clear();
    own.fetch_site = "none";
    CHECK(ask(own).status == 200);
    // A read is allowed, but no header lets another site's page see its answer.
    CHECK(ask({.method = "GET", .path = "/api/v1/rooms", .fetch_site = "cross-site"}).status ==
          200);
}

}  // namespace
}  // namespace rostrum::net::http
