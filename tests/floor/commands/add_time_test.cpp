#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Expression has the floor, with five minutes.
Stage speaking() {
    Stage stage = opened();
    stage.gives_floor("expression");
    return stage;
}

const Refusal too_much{
    RefusalCode::outside_limits,
    "At most 10:00 minutes can be added to one statement, or taken from it, in all."};

}  // namespace

TEST_CASE("add_time: the running timer gets more time and keeps its elapsed time") {
    Stage stage = speaking();
    stage.later(61'001ms);
    stage.does(AddTime{stage.statement(), 1min});
    CHECK(stage.timer() == Timer{6min, 0ms, nine});
    CHECK(remaining(stage.timer(), stage.now) == 298'999ms);
    CHECK(stage.inscription("expression").allotted == 5min);
    CHECK(stage.inscription("expression").added == 1min);
}

TEST_CASE("add_time: a negative time shortens the statement, even into overtime") {
    Stage stage = speaking();
    stage.later(4min);
    stage.does(AddTime{stage.statement(), -90s});
    CHECK(remaining(stage.timer(), stage.now) == -30s);
    CHECK(stage.inscription("expression").added == -90s);
}

TEST_CASE("add_time: a paused statement can get time") {
    Stage stage = speaking();
    stage.does(PauseStatement{stage.statement()});
    stage.does(AddTime{stage.statement(), 30s});
    CHECK(stage.timer() == Timer{5min + 30s, 0ms, std::nullopt});
}

TEST_CASE("add_time: added time still counts when the delegation gets the floor again") {
    Stage stage = speaking();
    stage.does(AddTime{stage.statement(), 1min});
    stage.later(2min);
    stage.ends_statement();
    stage.gives_floor("expression");
    CHECK(stage.timer() == Timer{6min, 2min, stage.now});
}

TEST_CASE("add_time: refused beyond ten minutes in all, added or taken") {
    Stage stage = speaking();
    CHECK(stage.refusal(AddTime{stage.statement(), 10min + 1ms}) == too_much);
    CHECK(stage.refusal(AddTime{stage.statement(), -10min - 1ms}) == too_much);
    CHECK(stage.refusal(AddTime{stage.statement(), Duration::max()}) == too_much);
    CHECK(stage.refusal(AddTime{stage.statement(), Duration::min()}) == too_much);
    stage.does(AddTime{stage.statement(), 10min});
    CHECK(stage.refusal(AddTime{stage.statement(), 1ms}) == too_much);
    CHECK(stage.refusal(AddTime{stage.statement(), Duration::max()}) == too_much);
    stage.does(AddTime{stage.statement(), -15min});
    CHECK(stage.timer().allotted == 0ms);
}

TEST_CASE("add_time: refused when more time is taken than was allotted") {
    Stage stage = speaking();
    CHECK(stage.refusal(AddTime{stage.statement(), -5min - 1ms}) ==
          Refusal{RefusalCode::outside_limits,
                  "National CSO: expression has 5:00 minutes in all: no more can be taken."});
}

TEST_CASE("add_time: refused without a time") {
    const Stage stage = speaking();
    CHECK(stage.refusal(AddTime{stage.statement(), 0ms}) ==
          Refusal{RefusalCode::outside_limits, "No time is given to add or to take."});
}

TEST_CASE("add_time: refused for a statement that is over, and while suspended") {
    Stage stage = speaking();
    CHECK(stage.refusal(AddTime{StatementId{2}, 1min}) ==
          Refusal{RefusalCode::stale,
                  "That statement is over: National CSO: expression has the floor now."});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(AddTime{stage.statement(), 1min}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is suspended: resume it first."});
}
