#include "floor/apply.hpp"

#include "floor/fixture.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

Act notice(const Stage& stage) {
    return {Revision{stage.room.revision.value + 1},
            stage.now,
            chair,
            CommandId{"command-0"},
            kind_of<ShowNotice>(),
            {NoticeShown{"Welcome."}}};
}

}  // namespace

TEST_CASE("apply: the room has the act's revision and instant") {
    Stage stage = founded();
    stage.later(7ms);
    const Room room = apply(stage.room, notice(stage));
    CHECK(room.revision == Revision{2});
    CHECK(room.latest == nine + 7ms);
    CHECK(room.proceedings.notice == Notice{NoticeId{2}, "Welcome."});
}

TEST_CASE("apply: an act that does not follow throws InvariantBroken") {
    const Stage stage = founded();
    REQUIRE_NOTHROW(apply(stage.room, notice(stage)));

    const auto with = [&](const auto& change) {
        Act act = notice(stage);
        change(act);
        return act;
    };
    CHECK_THROWS_WITH(apply(stage.room, with([](Act& act) { act.revision = Revision{1}; })),
                      "Broken invariant: acts follow one another.");
    CHECK_THROWS_WITH(apply(stage.room, with([](Act& act) { act.revision = Revision{3}; })),
                      "Broken invariant: acts follow one another.");
    CHECK_THROWS_WITH(apply(stage.room, with([](Act& act) { act.at = Instant::max(); })),
                      "Broken invariant: an act has a date.");
    CHECK_THROWS_WITH(apply(stage.room, with([](Act& act) { act.events.clear(); })),
                      "Broken invariant: an act has an event.");
    CHECK_THROWS_WITH(apply(stage.room, with([](Act& act) { act.kind = kind_of<Undo>(); })),
                      "Broken invariant: only Undo undoes.");
}

TEST_CASE("apply: the clock may be set back between meetings, and not during one") {
    Stage stage = founded();
    const auto earlier = [&] {
        Act act = notice(stage);
        act.at = stage.room.latest - 1h;
        return act;
    };
    CHECK(apply(stage.room, earlier()).latest == nine - 1h);
    stage.does(OpenMeeting{cuba});
    CHECK_THROWS_WITH(apply(stage.room, earlier()),
                      "Broken invariant: time does not run backwards while a meeting is open.");
    stage.does(SuspendMeeting{cuba});
    CHECK_THROWS_AS(apply(stage.room, earlier()), InvariantBroken);
    stage.does(CloseMeeting{cuba});
    CHECK(apply(stage.room, earlier()).latest == stage.now - 1h);
}

TEST_CASE("apply: other acts have another hash, whatever their number") {
    Stage stage = founded();
    const Room room = apply(stage.room, notice(stage));
    const auto hash_with = [&](const auto& change) {
        Act act = notice(stage);
        change(act);
        return apply(stage.room, act).acts_hash;
    };
    CHECK(hash_with([](Act&) {}) == room.acts_hash);
    CHECK(hash_with([](Act& act) { act.command = CommandId{"command-1"}; }) != room.acts_hash);
    CHECK(hash_with([](Act& act) { act.at += 1ms; }) != room.acts_hash);
    Room other = stage.room;
    ++other.acts_hash;
    CHECK(apply(other, notice(stage)).acts_hash != room.acts_hash);
}

TEST_CASE("apply: the first act of a room is its founding") {
    const Stage stage;
    CHECK_THROWS_WITH(apply(stage.room, notice(stage)),
                      "Broken invariant: a room's first act founds it.");
}

TEST_CASE("apply: the same acts always result in the same room") {
    Stage stage;
    std::vector<Act> log{stage.does(FoundRoom{room_plan()}, secretariat)};
    log.push_back(stage.does(OpenMeeting{cuba}));
    log.push_back(stage.does(Next{std::nullopt, std::nullopt}));
    stage.later(90s);
    log.push_back(stage.does(Next{stage.ending(), std::nullopt}));
    log.push_back(stage.does(Undo{Revision{4}}));
    Room room = empty_room(RoomId{"xx"});
    for (const Act& act : log) room = apply(std::move(room), act);
    CHECK(room == stage.room);
}

TEST_CASE("apply: the memory is bounded, and drops the oldest act first") {
    Stage stage = founded();
    for (std::size_t i = 0; i < limits::remembered_acts + 2; ++i) {
        stage.does(ShowNotice{"Notice " + std::to_string(i)});
    }
    CHECK(stage.room.memory.size() == 1000);
    CHECK(stage.room.memory.front().revision == Revision{4});
    CHECK(stage.room.memory.back().revision == Revision{1003});
    for (std::size_t i = 0; i < limits::remembered_acts; ++i) stage.undoes();
    CHECK(stage.room.proceedings.notice == Notice{NoticeId{3}, "Notice 1"});
    CHECK(stage.room.memory.empty());
}

TEST_CASE("apply: unchanged meetings and names are shared with the previous room") {
    Stage stage = opened();
    const Room before = stage.room;
    stage.gives_floor("sur");
    CHECK_FALSE(stage.room.proceedings.meetings[0].is(before.proceedings.meetings[0]));
    CHECK(stage.room.proceedings.meetings[1].is(before.proceedings.meetings[1]));
    CHECK(stage.room.names.is(before.names));
    stage.undoes();
    CHECK(stage.room.names.is(before.names));
}
