#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("open_questions: the list opens with its limits") {
    Stage stage = founded();
    stage.later(3s);
    stage.does(OpenQuestions{6, 10min, true});
    CHECK(stage.meeting().questions == Questions{true, 6, nine + 10min + 3s, true});
    stage.does(OpenQuestions{});
    CHECK(stage.meeting().questions == Questions{true, 0, std::nullopt, false});
}

TEST_CASE("open_questions: undo restores everything") {
    Stage stage = opened();
    stage.does_and_undoes(OpenQuestions{6, 10min, true});
}

TEST_CASE(
    "open_questions: refused beyond the limits, without a change, and once the meeting is closed") {
    Stage stage = opened();
    CHECK(stage.refusal(OpenQuestions{1001, 0ms, false}) ==
          Refusal{RefusalCode::outside_limits,
                  "At most 1000 questions can be asked in one meeting."});
    const Refusal too_long{RefusalCode::outside_limits,
                           "The list can be open for at most 6 hours, or until it is closed."};
    CHECK(stage.refusal(OpenQuestions{0, 6h + 1ms, false}) == too_long);
    CHECK(stage.refusal(OpenQuestions{0, -1ms, false}) == too_long);
    stage.does(OpenQuestions{});
    CHECK(stage.refusal(OpenQuestions{}) ==
          Refusal{RefusalCode::already_so, "The list for questions is already open."});
    stage.does(CloseMeeting{cuba});
    CHECK_FALSE(stage.meeting().questions.open);
    CHECK(stage.refusal(OpenQuestions{}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
