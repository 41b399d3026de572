#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("resume_statement: the timer runs on from where it stopped") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(42'001ms);
    stage.does(PauseStatement{stage.statement()});
    stage.later(3min);
    stage.does(ResumeStatement{stage.statement()});
    CHECK(stage.timer() == Timer{2min, 42'001ms, nine + 3min + 42'001ms});
    CHECK(remaining(stage.timer(), stage.now + 1s) == 76'999ms);
}

TEST_CASE("resume_statement: refused when the statement is running or over") {
    Stage stage = opened();
    CHECK(stage.refusal(ResumeStatement{StatementId{3}}) ==
          Refusal{RefusalCode::stale, "That statement is over: nobody has the floor now."});
    stage.gives_floor("sur");
    CHECK(stage.refusal(ResumeStatement{StatementId{3}}) ==
          Refusal{RefusalCode::already_so, "The statement is already running."});
}

TEST_CASE("resume_statement: refused while the meeting is suspended") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(ResumeStatement{stage.statement()}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is suspended: resume it first."});
}
