#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("set_hard_stop: sets and removes the time when the interpreters leave") {
    Stage stage = opened();
    stage.does_and_undoes(SetHardStop{nine + 50min});
    stage.does(SetHardStop{nine + 50min});
    CHECK(stage.meeting().hard_stop == nine + 50min);
    stage.does(SetHardStop{});
    CHECK(stage.meeting().hard_stop == std::nullopt);
}

TEST_CASE(
    "set_hard_stop: refused before the meeting, a day after it, without a change, once closed") {
    Stage stage = founded();
    const Refusal refusal{
        RefusalCode::outside_limits,
        "The interpreters leave after the meeting has started, and within a day."};
    CHECK(stage.refusal(SetHardStop{nine}) == refusal);
    CHECK(stage.refusal(SetHardStop{nine + 25h + 1ms}) == refusal);
    CHECK(stage.refusal(SetHardStop{}) ==
          Refusal{RefusalCode::already_so, "There is no hard stop."});
    stage.does(SetHardStop{nine + 25h});
    CHECK(stage.refusal(SetHardStop{nine + 25h}) ==
          Refusal{RefusalCode::already_so, "The hard stop is already at that time."});
    stage.does(OpenMeeting{cuba});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(SetHardStop{}).code == RefusalCode::meeting_closed);
}
