#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("pause_statement: the timer stops") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(42'001ms);
    stage.does(PauseStatement{stage.statement()});
    CHECK(stage.timer() == Timer{2min, 42'001ms, std::nullopt});
    CHECK(remaining(stage.timer(), stage.now + 1h) == 77'999ms);
    CHECK(stage.inscription("sur").status == InscriptionStatus::speaking);
}

TEST_CASE("pause_statement: a pause does not count as spoken time") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(40s);
    stage.does(PauseStatement{stage.statement()});
    stage.later(5min);
    stage.ends_statement();
    CHECK(stage.meeting().turns ==
          std::vector<Turn>{{StatementId{3}, InscriptionId{"sur"}, nine, nine + 5min + 40s, 40s}});
}

TEST_CASE("pause_statement: refused when the statement is paused or over") {
    Stage stage = opened();
    CHECK(stage.refusal(PauseStatement{StatementId{3}}) ==
          Refusal{RefusalCode::stale, "That statement is over: nobody has the floor now."});
    stage.gives_floor("sur");
    CHECK(stage.refusal(PauseStatement{StatementId{2}}) ==
          Refusal{RefusalCode::stale, "That statement is over: Cuba has the floor now."});
    stage.does(PauseStatement{StatementId{3}});
    CHECK(stage.refusal(PauseStatement{StatementId{3}}) ==
          Refusal{RefusalCode::already_so, "The statement is already paused."});
}

TEST_CASE("pause_statement: refused while the meeting is suspended") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(PauseStatement{stage.statement()}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is suspended: resume it first."});
}
