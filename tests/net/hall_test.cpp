#include "net/hall.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fakes.hpp"

namespace rostrum::net {
namespace {

class Watcher : public Screen {
public:
    void show(const Frame& change) override { shown.push_back(change); }
    std::vector<Frame> shown;
};

constexpr Row podium_json{View::podium, wire::Encoding::json};
constexpr Row podium_protobuf{View::podium, wire::Encoding::protobuf};
constexpr Row everybody_json{View::everybody, wire::Encoding::json};
constexpr Row everybody_protobuf{View::everybody, wire::Encoding::protobuf};

struct Fixture {
    World world{[](const std::function<void()>& task) { task(); }};
    const Room& room = world.xx.chamber.room();
    Hall hall;
};

TEST_CASE_METHOD(Fixture, "a change is encoded once for each row that is present") {
    std::vector<Watcher> chairs(3);
    std::vector<Watcher> displays(3);
    for (auto& chair : chairs) hall.enter(chair, podium_json);
    for (auto& display : displays) hall.enter(display, everybody_protobuf);

    hall.publish(room, Revision{1}, {Section::notice_board});
    for (const auto& chair : chairs) {
        REQUIRE(chair.shown.size() == 1);
        CHECK(chair.shown[0] == chairs[0].shown[0]);
    }
    CHECK(*chairs[0].shown[0] ==
          *message_frame(wire::Encoding::json,
                         R"({"changed":{"previousRevision":"1","revision":"2",)"
                         R"("sections":{"noticeBoard":{}}}})"));
    CHECK(displays[1].shown == displays[0].shown);
    CHECK(displays[0].shown[0]->front() == '\x82');
    CHECK(hall.published() == 1);
}

TEST_CASE_METHOD(Fixture, "what only the podium may see is not in the others' frames") {
    Watcher chair;
    Watcher display;
    hall.enter(chair, podium_json);
    hall.enter(display, everybody_json);
    hall.publish(room, Revision{1}, {Section::memory});
    CHECK(chair.shown[0]->find("memory") != std::string::npos);
    CHECK(display.shown[0]->find("memory") == std::string::npos);
    CHECK(display.shown[0]->find(R"("revision":"2")") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "who has left is shown nothing, whoever else comes and goes") {
    std::vector<Watcher> watchers(5);
    for (auto& watcher : watchers) hall.enter(watcher, everybody_json);
    hall.leave(watchers[1]);
    hall.leave(watchers[4]);
    hall.leave(watchers[0]);
    hall.publish(room, Revision{1}, Sections::all());
    CHECK(watchers[0].shown.empty());
    CHECK(watchers[1].shown.empty());
    CHECK(watchers[2].shown.size() == 1);
    CHECK(watchers[3].shown.size() == 1);
    CHECK(watchers[4].shown.empty());
}

TEST_CASE_METHOD(Fixture, "the whole room is encoded once for each revision and row") {
    const Frame first = hall.whole(room, podium_protobuf);
    CHECK(hall.whole(room, podium_protobuf) == first);
    CHECK(hall.whole(room, everybody_protobuf) != first);
    CHECK(hall.whole(room, everybody_json)->find("memory") == std::string::npos);
    const auto beginning =
        R"({"changed":{"previousRevision":"0","revision":"2","sections":{"agenda":)";
    CHECK(hall.whole(room, podium_json)->find(beginning) != std::string::npos);

    world.xx.submit("command1", ShowNotice{"Welcome."});
    CHECK(room.revision == Revision{3});
    CHECK(hall.whole(room, podium_protobuf) != first);
}

}  // namespace
}  // namespace rostrum::net
