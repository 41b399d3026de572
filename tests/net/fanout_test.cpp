#include "net/fanout.hpp"

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fakes.hpp"

namespace rostrum::net::fanout_test {
namespace {

class Watcher : public Subscriber {
public:
    bool show(const Frame& change) override {
        if (!is_slow) shown.push_back(change);
        return !is_slow;
    }
    bool is_slow = false;
    std::vector<Frame> shown;
};

const SetHardStop stop_at_ten{nine_o_clock + std::chrono::hours{1}};
constexpr FrameVariant podium_json{View::podium, wire::Encoding::json};
constexpr FrameVariant everybody_json{View::everybody, wire::Encoding::json};
constexpr FrameVariant everybody_protobuf{View::everybody, wire::Encoding::protobuf};

/// The beginning of a JSON frame with a change between two revisions.
std::string changed_frame(int from, int to) {
    return R"({"changed":{"previousRevision":")" + std::to_string(from) + R"(","revision":")" +
           std::to_string(to) + '"';
}
bool holds(const Frame& frame, const std::string& part) {
    return frame->find(part) != std::string::npos;
}

struct Fixture {
    World world{[](const std::function<void()>& task) { task(); }};
    const Room& room = world.xx.writer.room();
    std::deque<std::function<void()>> tasks;
    Fanout fanout{[this](std::function<void()> task) { tasks.push_back(std::move(task)); }};

    bool run_task() {
        if (tasks.empty()) return false;
        const auto task = std::move(tasks.front());
        tasks.pop_front();
        task();
        return true;
    }
    void all_turns() {
        while (run_task()) continue;
    }
    /// Makes one act and publishes it to the audience.
    void act(Command command = ShowNotice{"Welcome."}) {
        world.xx.submit("act-" + std::to_string(room.revision.value), std::move(command));
        fanout.publish(room);
    }
    void enter(std::vector<Watcher>& watchers, FrameVariant variant) {
        for (Watcher& watcher : watchers) fanout.enter(watcher, variant, room);
    }
};

TEST_CASE_METHOD(Fixture, "a change is encoded once for each variant that is present") {
    std::vector<Watcher> chairs(3);
    std::vector<Watcher> displays(3);
    enter(chairs, podium_json);
    enter(displays, everybody_protobuf);
    for (auto& watcher : chairs) watcher.shown.clear();

    act(stop_at_ten);
    all_turns();
    for (const auto& chair : chairs) {
        REQUIRE(chair.shown.size() == 1);
        CHECK(chair.shown[0] == chairs[0].shown[0]);
    }
    CHECK(holds(chairs[0].shown[0], changed_frame(2, 3)));
    CHECK(holds(chairs[0].shown[0], R"("sections":{"memory":{)"));
    CHECK(holds(chairs[0].shown[0], R"(,"hour":{"beginsAtUnixMs":)"));
    CHECK_FALSE(holds(chairs[0].shown[0], "noticeBoard"));
    CHECK(displays[1].shown == displays[0].shown);
    CHECK(displays[0].shown[0]->front() == '\x82');
    CHECK(fanout.published() == 1);
}

TEST_CASE_METHOD(Fixture, "only the podium's frames contain what only it may see") {
    std::vector<Watcher> chair(1);
    std::vector<Watcher> display(1);
    enter(chair, podium_json);
    enter(display, everybody_json);
    act();
    all_turns();
    CHECK(holds(chair[0].shown.at(0), "memory"));
    CHECK_FALSE(holds(display[0].shown.at(0), "memory"));
    CHECK(holds(display[0].shown.at(0), changed_frame(2, 3)));
}

TEST_CASE_METHOD(Fixture, "a screen that has left receives nothing, even as others come and go") {
    std::vector<Watcher> watchers(5);
    enter(watchers, everybody_json);
    fanout.leave(watchers[1]);
    fanout.leave(watchers[4]);
    act();
    fanout.leave(watchers[0]);
    all_turns();
    CHECK(watchers[0].shown.empty());
    CHECK(watchers[1].shown.empty());
    CHECK(watchers[2].shown.size() == 1);
    CHECK(watchers[3].shown.size() == 1);
    CHECK(watchers[4].shown.empty());
}

TEST_CASE_METHOD(Fixture, "a large audience is served in slices, one a task") {
    std::vector<Watcher> watchers(Fanout::slice * 2 + 1);
    enter(watchers, everybody_json);
    act();
    const auto reached = [&] {
        return std::count_if(watchers.begin(), watchers.end(),
                             [](const Watcher& watcher) { return !watcher.shown.empty(); });
    };
    // The first task sends nothing: the client that acted is answered before the first slice.
    CHECK(run_task());
    CHECK(reached() == 0);
    CHECK(run_task());
    CHECK(reached() == 8);
    CHECK(run_task());
    CHECK(reached() == 16);
    CHECK(run_task());
    CHECK(reached() == 17);
    CHECK_FALSE(run_task());
}

TEST_CASE_METHOD(Fixture, "changes during a fan-out are merged, and no screen is twice the last") {
    std::vector<Watcher> watchers(Fanout::slice * 2);
    enter(watchers, everybody_json);
    act(stop_at_ten);
    CHECK(run_task());
    CHECK(run_task());
    act();
    all_turns();
    const auto& early = watchers.front().shown;
    REQUIRE(early.size() == 2);
    CHECK(holds(early[0], changed_frame(2, 3)));
    CHECK(holds(early[1], changed_frame(3, 4)));
    CHECK_FALSE(holds(early[1], "hour"));
    const auto& late = watchers.back().shown;
    REQUIRE(late.size() == 1);
    CHECK(holds(late[0], changed_frame(2, 4)));
    CHECK(holds(late[0], "hour"));
    CHECK(holds(late[0], "noticeBoard"));
    CHECK(late[0] == watchers[Fanout::slice].shown[0]);
}

TEST_CASE_METHOD(Fixture, "no screen waits while others are served again") {
    std::vector<Watcher> watchers(Fanout::slice * 2);
    enter(watchers, everybody_json);
    act();
    run_task();
    // More changes than slices: each comes when half the audience has the one before.
    for (int i = 0; i < 4; ++i) {
        run_task();
        act();
    }
    CHECK(watchers.front().shown.size() == 2);
    CHECK(watchers.back().shown.size() == 2);
}

TEST_CASE_METHOD(Fixture, "the client that acted receives its change at once, and only once") {
    std::vector<Watcher> watchers(2);
    enter(watchers, everybody_json);
    fanout.catch_up(watchers[1]);
    CHECK(watchers[1].shown.empty());
    act();
    fanout.catch_up(watchers[1]);
    CHECK(watchers[0].shown.empty());
    CHECK(watchers[1].shown.size() == 1);
    all_turns();
    CHECK(watchers[0].shown == watchers[1].shown);
}

TEST_CASE_METHOD(Fixture, "a slow screen receives the merged changes once it can take them") {
    std::vector<Watcher> watchers(1);
    enter(watchers, everybody_json);
    watchers[0].is_slow = true;
    act(stop_at_ten);
    all_turns();
    act();
    all_turns();
    watchers[0].is_slow = false;
    fanout.catch_up(watchers[0]);
    REQUIRE(watchers[0].shown.size() == 1);
    CHECK(holds(watchers[0].shown[0], changed_frame(2, 4)));
    CHECK(holds(watchers[0].shown[0], "hour"));
    fanout.catch_up(watchers[0]);
    CHECK(watchers[0].shown.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a screen that missed many changes is sent the changed sections only") {
    std::vector<Watcher> watchers(1);
    enter(watchers, everybody_json);
    watchers[0].is_slow = true;
    for (int i = 0; i < 200; ++i) act();
    watchers[0].is_slow = false;
    fanout.catch_up(watchers[0]);
    CHECK(holds(watchers[0].shown.at(0), changed_frame(2, 202)));
    CHECK(holds(watchers[0].shown.at(0), R"("sections":{"noticeBoard":{)"));
    CHECK_FALSE(holds(watchers[0].shown[0], "agenda"));
}

TEST_CASE_METHOD(Fixture, "a screen that enters gets the room as it is, and later what changes") {
    std::vector<Watcher> watchers(2);
    fanout.enter(watchers[0], everybody_json, room);
    fanout.leave(watchers[0]);
    act();
    all_turns();
    const wire::Sections sections = fanout.enter(watchers[1], everybody_json, room);
    CHECK(sections.front().starts_with(R"("agenda":{"roomId":"xx")"));
    CHECK(
        sections.at(5) ==
        R"("noticeBoard":{"notice":{"id":"3","text":"Welcome.","untilUnixMs":"0","countsDown":false}})");
    act(stop_at_ten);
    all_turns();
    CHECK(holds(watchers[1].shown.at(0), changed_frame(3, 4)));
    CHECK(holds(watchers[1].shown.at(0), R"("sections":{"hour":{)"));
    CHECK_FALSE(holds(watchers[1].shown[0], "noticeBoard"));
}

TEST_CASE("a task that runs after the audience is destroyed does nothing") {
    World world{[](const std::function<void()>& task) { task(); }};
    std::deque<std::function<void()>> tasks;
    auto fanout = std::make_unique<Fanout>(
        [&](std::function<void()> task) { tasks.push_back(std::move(task)); });
    fanout->publish(world.xx.writer.room());
    tasks.front()();
    REQUIRE(tasks.size() == 2);
    fanout.reset();
    tasks.back()();
}

}  // namespace
}  // namespace rostrum::net::fanout_test
