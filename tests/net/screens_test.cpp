// The life of paired screens, from code to revocation: the secretariat's HTTP requests, and what
// each screen receives.
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"
#include "net/http/api.hpp"

namespace rostrum::net::http::screens_test {
namespace {

using namespace std::chrono_literals;

const std::string wall_in_xx =
    R"("roomId":"xx","role":"ROLE_DISPLAY","name":" Left wall ","scene":"SCENE_LIST"})";
const std::string wall_in_yy =
    R"({"roomId":"yy","role":"ROLE_DISPLAY","name":"Left wall","scene":"SCENE_TIMER"})";

struct Fixture {
    std::optional<Response> asked(Request request, const std::string& token) {
        std::optional<Response> given;
        request.authorization = token.empty() ? "" : "Bearer " + token;
        request.address = "192.0.2.1";
        answer(context, request, [&](Response response) { given = std::move(response); });
        return given;
    }
    Response ask(const std::string& method, const std::string& path, const std::string& body = "",
                 const std::string& token = "secretariat-of-xx") {
        const auto given = asked({.method = method, .path = path, .body = body}, token);
        REQUIRE(given.has_value());
        return *given;
    }
    int status(const std::string& method, const std::string& path, const std::string& body = "",
               const std::string& token = "secretariat-of-xx") {
        return ask(method, path, body, token).status;
    }
    std::string list() { return *ask("GET", "/api/v1/screens").body; }

    /// The first screen, `screen-1`, on the left wall of room xx, with `token-of-screen-1`.
    void let_in() {
        ask("POST", "/api/v1/pairings", "", "");
        REQUIRE(status("POST", "/api/v1/screens", R"({"code":"222222",)" + wall_in_xx) == 200);
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
};

bool holds(const Response& response, const std::string& text) {
    return response.body && response.body->find(text) != std::string::npos;
}

std::string hello(const std::string& token, const std::string& device = "") {
    return R"({"hello":{"token":")" + token + R"(","device":")" + device + R"("}})";
}

const std::vector<std::string> revoked{R"({"goodbye":{"reason":"REASON_REVOKED"}})",
                                       close_of(4401, "This screen's access has ended.")};

TEST_CASE_METHOD(Fixture, "a screen shows a code, is admitted by it, and fetches its token once") {
    const std::string secret(26, '3');
    CHECK(*ask("POST", "/api/v1/pairings", "", "").body ==
          R"({"code":"222222","secret":")" + secret + R"(","expiresAtUnixMs":"1523430600000"})");
    CHECK(holds(ask("GET", "/api/v1/pairing", "", secret), R"({"token":"",)"));

    CHECK(*ask("POST", "/api/v1/screens", R"({"code":"222-222",)" + wall_in_xx).body ==
          R"({"id":"screen-1","name":"Left wall","roomId":"xx","role":"ROLE_DISPLAY",)"
          R"("scene":"SCENE_LIST","connected":false,"paired":true,"sinceUnixMs":"0"})");

    CHECK(*ask("GET", "/api/v1/pairing", "", secret).body ==
          R"({"token":"token-of-screen-1","roomId":"xx","role":"ROLE_DISPLAY",)"
          R"("name":"Left wall","scene":"SCENE_LIST"})");
    CHECK(status("GET", "/api/v1/pairing", "", secret) == 404);
    CHECK(*ask("GET", "/api/v1/access", "", "token-of-screen-1").body ==
          R"({"roomId":"xx","role":"ROLE_DISPLAY","name":"Left wall","scene":"SCENE_LIST"})");
}

TEST_CASE_METHOD(Fixture, "a paired screen receives its name and scene after Welcome") {
    let_in();
    Client wall(context, "xx");
    wall.send_text(hello("token-of-screen-1"));
    const auto received = wall.received();
    REQUIRE(received.size() == 2);
    CHECK(starts(received[0], R"({"welcome":{"role":"ROLE_DISPLAY",)"));
    CHECK(received[1] == R"({"assigned":{"name":"Left wall","scene":"SCENE_LIST","token":"",)"
                         R"("roomId":"","role":"ROLE_UNSPECIFIED"}})");
}

TEST_CASE_METHOD(Fixture, "a screen is renamed, identified, sent to another room and revoked") {
    let_in();
    Client wall(context, "xx");
    Client other(context, "xx");
    wall.send_text(hello("token-of-screen-1"));
    other.send_text(hello("display-of-xx"));
    wall.received();
    other.received();
    const std::string address = "/api/v1/screens/screen-1";

    CHECK(holds(ask("PUT", address, R"({"roomId":"xx","role":"ROLE_DISPLAY","name":"Right wall"})"),
                R"("name":"Right wall","roomId":"xx","role":"ROLE_DISPLAY",)"
                R"("scene":"SCENE_AUTOMATIC","connected":true,)"));
    CHECK(wall.received() ==
          std::vector<std::string>{
              R"({"assigned":{"name":"Right wall","scene":"SCENE_AUTOMATIC","token":"",)"
              R"("roomId":"","role":"ROLE_UNSPECIFIED"}})"});

    CHECK(status("POST", address + "/identify") == 204);
    CHECK(wall.received() ==
          std::vector<std::string>{R"({"identify":{"name":"Right wall","forMs":"5000"}})"});

    CHECK(holds(ask("PUT", address, wall_in_yy), R"("connected":false)"));
    CHECK(wall.received() ==
          std::vector<std::string>{
              R"({"assigned":{"name":"Left wall","scene":"SCENE_TIMER",)"
              R"("token":"token-of-screen-1","roomId":"yy","role":"ROLE_DISPLAY"}})",
              R"({"goodbye":{"reason":"REASON_ASSIGNED"}})",
              close_of(4410, "This screen was sent elsewhere.")});

    Client there(context, "yy");
    there.send_text(hello("token-of-screen-1"));
    CHECK(there.received().size() == 2);
    CHECK(status("DELETE", address) == 403);
    CHECK(status("DELETE", address, "", "secretariat-of-yy") == 204);
    CHECK(there.received() == revoked);
    CHECK(status("GET", "/api/v1/access", "", "token-of-screen-1") == 401);
    CHECK(status("DELETE", address) == 404);
    CHECK(other.received().empty());
}

TEST_CASE_METHOD(Fixture, "a screen that was reassigned while offline learns its new room") {
    let_in();
    CHECK(status("PUT", "/api/v1/screens/screen-1", wall_in_yy) == 200);
    Client wall(context, "xx");
    wall.send_text(hello("token-of-screen-1"));
    const auto received = wall.received();
    REQUIRE(received.size() == 3);
    CHECK(starts(received[0], R"({"assigned":{"name":"Left wall","scene":"SCENE_TIMER",)"
                              R"("token":"token-of-screen-1","roomId":"yy")"));
    CHECK(received[2] == close_of(4410, "This screen was sent elsewhere."));
    CHECK_FALSE(wall.connection->is_welcome());
}

TEST_CASE_METHOD(Fixture, "a new role also means a new connection, and only displays have scenes") {
    let_in();
    Client wall(context, "xx");
    wall.send_text(hello("token-of-screen-1"));
    wall.received();
    CHECK(holds(ask("PUT", "/api/v1/screens/screen-1",
                    R"({"roomId":"xx","role":"ROLE_SPEAKER","scene":"SCENE_LIST"})"),
                R"("scene":"SCENE_UNSPECIFIED")"));
    CHECK(wall.received()[0] ==
          R"({"assigned":{"name":"","scene":"SCENE_UNSPECIFIED",)"
          R"("token":"token-of-screen-1","roomId":"xx","role":"ROLE_SPEAKER"}})");
}

TEST_CASE_METHOD(Fixture,
                 "a screen that joined by a link is listed, identified, and given its own token") {
    Client tablet(context, "xx");
    tablet.send_text(hello("chair-of-xx", "Tablet"));
    tablet.received();
    CHECK(list() ==
          R"({"screens":[{"id":"connection-1","name":"Tablet","roomId":"xx","role":"ROLE_CHAIR",)"
          R"("scene":"SCENE_UNSPECIFIED","connected":true,"paired":false,)"
          R"("sinceUnixMs":"1523430000000"}]})");
    CHECK(status("POST", "/api/v1/screens/connection-1/identify", R"({"forMs":1000})") == 204);
    CHECK(tablet.received() ==
          std::vector<std::string>{R"({"identify":{"name":"Tablet","forMs":"1000"}})"});

    CHECK(holds(ask("PUT", "/api/v1/screens/connection-1", wall_in_yy), R"("id":"screen-1")"));
    const auto received = tablet.received();
    REQUIRE(received.size() == 3);
    CHECK(starts(received[0],
                 R"({"assigned":{"name":"Left wall","scene":"SCENE_TIMER",)"
                 R"("token":"token-of-screen-1","roomId":"yy","role":"ROLE_DISPLAY"}})"));
    CHECK(status("PUT", "/api/v1/screens/connection-1", wall_in_yy) == 404);
    CHECK(holds(ask("GET", "/api/v1/access", "", "chair-of-xx"), R"("roomId":"xx")"));
}

TEST_CASE_METHOD(Fixture, "the list of connections by link is bounded") {
    context.limits.connections_listed = 2;
    std::vector<std::unique_ptr<Client>> clients;
    for (const char* device : {"First", "Second", "Third"}) {
        clients.push_back(std::make_unique<Client>(context, "xx"));
        clients.back()->send_text(hello("display-of-xx", device));
    }
    CHECK(list().find("Second") != std::string::npos);
    CHECK(list().find("Third") == std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a connection by link can be closed") {
    Client tablet(context, "xx");
    tablet.send_text(hello("chair-of-xx"));
    tablet.received();
    CHECK(status("DELETE", "/api/v1/screens/connection-2") == 404);
    CHECK(status("DELETE", "/api/v1/screens/connection-1") == 204);
    CHECK(tablet.received() == revoked);
    CHECK(list() == R"({"screens":[]})");
}

TEST_CASE_METHOD(Fixture, "paired screens are listed whether or not they are connected") {
    let_in();
    CHECK(holds(ask("GET", "/api/v1/screens"),
                R"("connected":false,"paired":true,"sinceUnixMs":"0")"));
    {
        Client wall(context, "xx");
        wall.send_text(hello("token-of-screen-1"));
        CHECK(list() ==
              R"({"screens":[{"id":"screen-1","name":"Left wall","roomId":"xx",)"
              R"("role":"ROLE_DISPLAY","scene":"SCENE_LIST","connected":true,"paired":true,)"
              R"("sinceUnixMs":"1523430000000"}]})");
    }
    CHECK(holds(ask("GET", "/api/v1/screens"),
                R"("connected":false,"paired":true,"sinceUnixMs":"1523430000000")"));
}

TEST_CASE_METHOD(Fixture, "only the secretariat manages screens") {
    let_in();
    ask("POST", "/api/v1/pairings", "", "");
    const std::string assignment = R"({"code":"444444",)" + wall_in_xx;
    for (const std::string token :
         {"chair-of-xx", "display-of-xx", "speaker-of-xx", "observer-of-xx", "token-of-screen-1"}) {
        INFO(token);
        CHECK(status("GET", "/api/v1/screens", "", token) == 403);
        CHECK(status("POST", "/api/v1/screens", assignment, token) == 403);
        CHECK(status("PUT", "/api/v1/screens/screen-1", wall_in_yy, token) == 403);
        CHECK(status("DELETE", "/api/v1/screens/screen-1", "", token) == 403);
        CHECK(status("POST", "/api/v1/screens/screen-1/identify", "", token) == 403);
    }
    CHECK(status("GET", "/api/v1/screens", "", "") == 401);
    CHECK(status("POST", "/api/v1/screens", assignment, "nonsense") == 401);
    CHECK(holds(ask("GET", "/api/v1/access", "", "token-of-screen-1"), R"("roomId":"xx")"));
    CHECK(status("POST", "/api/v1/screens", assignment) == 200);
}

TEST_CASE_METHOD(Fixture, "a secretariat has no screen and no card of another room") {
    let_in();
    Client wall(context, "xx");
    Client tablet(context, "xx");
    wall.send_text(hello("token-of-screen-1"));
    tablet.send_text(hello("chair-of-xx", "Tablet"));
    wall.received();
    tablet.received();
    const std::string other = "secretariat-of-yy";
    ask("POST", "/api/v1/pairings", "", "");
    for (const char* role : {"SECRETARIAT", "CHAIR", "SPEAKER", "INTERPRETER", "OBSERVER"}) {
        INFO(role);
        const std::string in_xx = R"("roomId":"xx","role":"ROLE_)" + std::string{role} + R"("})";
        const Response paired =
            ask("POST", "/api/v1/screens", R"({"code":"444444",)" + in_xx, other);
        CHECK(paired.status == 403);
        CHECK(holds(paired, R"("reason":"screen_other_room")"));
        for (const char* id : {"screen-1", "connection-1", "connection-2", "screen-7"})
            CHECK(status("PUT", std::string{"/api/v1/screens/"} + id, "{" + in_xx, other) == 403);
    }
    for (const char* id : {"screen-1", "connection-2"}) {
        INFO(id);
        const std::string address = std::string{"/api/v1/screens/"} + id;
        const Response assigned = ask("PUT", address, wall_in_yy, other);
        CHECK(assigned.status == 403);
        CHECK(holds(assigned, R"("reason":"screen_elsewhere")"));
        CHECK(status("PUT", address, R"({"roomId":"yy","role":"ROLE_SECRETARIAT"})", other) == 403);
        CHECK(status("DELETE", address, "", other) == 403);
        CHECK(status("POST", address + "/identify", "", other) == 403);
    }
    CHECK(*ask("GET", "/api/v1/screens", "", other).body == R"({"screens":[]})");
    for (const char* role : {"DELEGATION", "UNSPECIFIED"})
        CHECK(
            status("POST", "/api/v1/screens",
                   R"({"code":"444444","roomId":"xx","role":"ROLE_)" + std::string{role} + R"("})",
                   other) >= 400);
    for (const char* of_a_room : {"", "/fit", "/order", "/floor-link", "/programme", "/run-sheet",
                                  "/figures", "/record", "/cards"})
        CHECK(status("GET", std::string{"/api/v1/rooms/xx"} + of_a_room, "", other) == 403);
    for (const char* of_a_room : {"/commands", "/cards", "/cards/revoke"})
        CHECK(status("POST", std::string{"/api/v1/rooms/xx"} + of_a_room, "{}", other) == 403);
    CHECK(wall.received().empty());
    CHECK(tablet.received().empty());
    CHECK(holds(ask("GET", "/api/v1/access", "", "token-of-screen-1"), R"("roomId":"xx")"));
}

TEST_CASE_METHOD(Fixture, "a secretariat makes a screen a display of another room, and no more") {
    let_in();
    CHECK(status("PUT", "/api/v1/screens/screen-1", R"({"roomId":"yy","role":"ROLE_CHAIR"})") ==
          403);
    CHECK(status("PUT", "/api/v1/screens/screen-1", wall_in_yy) == 200);
    CHECK(holds(ask("GET", "/api/v1/access", "", "token-of-screen-1"), R"("roomId":"yy")"));
    CHECK(list() == R"({"screens":[]})");
    CHECK(status("PUT", "/api/v1/screens/screen-1", R"({"roomId":"yy","role":"ROLE_CHAIR"})",
                 "secretariat-of-yy") == 200);
}

TEST_CASE_METHOD(Fixture, "invalid requests change nothing") {
    let_in();
    const std::string address = "/api/v1/screens/screen-1";
    CHECK(status("POST", "/api/v1/screens", R"({"code":"999999",)" + wall_in_xx) == 404);
    CHECK(status("POST", "/api/v1/screens", "{") == 400);
    CHECK(status("PUT", address, R"({"roomId":"zz","role":"ROLE_DISPLAY"})") == 404);
    CHECK(status("PUT", address, R"({"roomId":"xx"})") == 400);
    CHECK(status("PUT", address, R"({"code":"222222",)" + wall_in_xx) == 400);
    CHECK(status("PUT", "/api/v1/screens/screen-2", wall_in_yy) == 404);
    CHECK(status("PUT", "/api/v1/screens/nonsense", wall_in_yy) == 404);
    CHECK(status("POST", address + "/identify") == 404);
    CHECK(status("POST", address + "/identify", R"({"forMs":999})") == 400);
    CHECK(status("POST", address + "/identify", R"({"forMs":60001})") == 400);
    CHECK(holds(ask("GET", "/api/v1/access", "", "token-of-screen-1"), R"("roomId":"xx")"));
}

TEST_CASE_METHOD(Fixture,
                 "an admission that cannot be stored fails, and the code can be typed again") {
    ask("POST", "/api/v1/pairings", "", "");
    const std::string assignment = R"({"code":"222222",)" + wall_in_xx;
    world.screens.fails = true;
    CHECK(status("POST", "/api/v1/screens", assignment) == 503);
    world.screens.fails = false;
    CHECK(status("POST", "/api/v1/screens", assignment) == 200);
    CHECK(status("POST", "/api/v1/screens", assignment) == 404);
    world.screens.fails = true;
    CHECK(status("PUT", "/api/v1/screens/screen-1", wall_in_yy) == 503);
    CHECK(status("DELETE", "/api/v1/screens/screen-1") == 503);
    CHECK(status("GET", "/api/v1/screens") == 503);
}

TEST_CASE_METHOD(Fixture, "waiting screens and wrong codes are bounded") {
    for (int i = 0; i < 20; ++i) REQUIRE(status("POST", "/api/v1/pairings", "", "") == 200);
    CHECK(status("POST", "/api/v1/pairings", "", "") == 429);
    const std::string wrong = R"({"code":"0",)" + wall_in_xx;
    for (int i = 0; i < 30; ++i) REQUIRE(status("POST", "/api/v1/screens", wrong) == 404);
    CHECK(status("POST", "/api/v1/screens", wrong) == 429);
}

}  // namespace
}  // namespace rostrum::net::http::screens_test
