// The secretariat makes a room over HTTP.
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fakes.hpp"
#include "net/http/api.hpp"

namespace rostrum::net::http::found_room_test {
namespace {

struct Fixture {
    Fixture() {
        context.found_room = [this](PlannedRoom plan, const FoundRoomDone& done) {
            if (fails) return done(Refusal{RefusalCode::log_unavailable, "The disk is full."});
            founded.push_back(std::move(plan));
            done(OpenRoom{world.yy.writer, world.yy.fanout});
        };
    }
    Response make(const std::string& body, const std::string& token = "secretariat-of-xx") {
        std::optional<Response> given;
        Request request{.method = "POST", .path = "/api/v1/rooms", .body = body};
        request.authorization = token.empty() ? "" : "Bearer " + token;
        request.address = "192.0.2.1";
        answer(context, request, [&](Response response) { given = std::move(response); });
        REQUIRE(given.has_value());
        return *given;
    }
    std::string named(const std::string& name, const std::string& zone = "Asia/Tokyo") {
        return R"({"name":")" + name + R"(","timeZone":")" + zone + R"("})";
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
    std::vector<PlannedRoom> founded;
    bool fails = false;
};

TEST_CASE_METHOD(Fixture, "the secretariat makes a room, and gets the one token that opens it") {
    CHECK(*make(named(" Salle Élysée ")).body ==
          R"({"token":"token-of-screen-1","roomId":"salle-elysee","role":"ROLE_SECRETARIAT",)"
          R"("name":"","scene":"SCENE_UNSPECIFIED"})");
    REQUIRE(founded.size() == 1);
    CHECK(founded[0] == PlannedRoom{RoomId{"salle-elysee"}, "Salle Élysée", "Asia/Tokyo", {}});
    CHECK(context.find(RoomId{"salle-elysee"}) != nullptr);
    CHECK(make(named("Salle Élysée")).status == 200);
    CHECK(founded[1].id == RoomId{"salle-elysee-2"});
    CHECK(make(named(std::string(60, 'a'))).status == 200);
    CHECK(founded[2].id.value.size() == 28);
}

TEST_CASE_METHOD(Fixture, "only a secretariat makes rooms") {
    CHECK(make(named("Room"), "").status == 401);
    CHECK(make(named("Room"), "nobody").status == 401);
    for (const char* token : {"chair-of-xx", "display-of-xx", "observer-of-xx", "speaker-of-xx"})
        CHECK(make(named("Room"), token).status == 403);
    CHECK(founded.empty());
    context.found_room = {};
    CHECK(make(named("Room")).status == 404);
}

TEST_CASE_METHOD(Fixture, "a room that cannot be is refused in a sentence, and none is made") {
    CHECK(make("{").status == 400);
    CHECK(make(named("")).status == 400);
    CHECK(make(named("…")).status == 400);
    CHECK(make(named("Room", "Mars/Base")).status == 400);
    CHECK(make(named(std::string(401, 'a'))).status == 400);
    fails = true;
    CHECK(make(named("Room")).status == 503);
    fails = false;
    world.screens.fails = true;
    CHECK(make(named("Room")).status == 503);
    context.limits.rooms = context.rooms.size();
    CHECK(make(named("Room")).status == 409);
    CHECK(founded.size() == 1);
}

}  // namespace
}  // namespace rostrum::net::http::found_room_test
