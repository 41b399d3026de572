#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("end_statement: the floor is free, and the turn is recorded") {
    Stage stage = opened();
    stage.later(10s);
    stage.gives_floor("expression");
    stage.later(5min + 30'001ms);
    stage.does(EndStatement{stage.statement()});
    CHECK_FALSE(stage.meeting().statement);
    CHECK(stage.inscription("expression").status == InscriptionStatus::spoken);
    CHECK(stage.inscription("expression").allotted == 5min);
    CHECK(stage.inscription("expression").added == 0ms);
    CHECK(stage.inscription("expression").spoken == 330'001ms);
    CHECK(stage.meeting().turns ==
          std::vector<Turn>{{StatementId{3}, InscriptionId{"expression"}, nine + 10s,
                             nine + 10s + 330'001ms, 330'001ms}});
}

TEST_CASE("end_statement: refused for a statement that is over") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.ends_statement();
    CHECK(stage.refusal(EndStatement{StatementId{3}}) ==
          Refusal{RefusalCode::stale, "That statement is over: nobody has the floor now."});
}

TEST_CASE("end_statement: refused while the meeting is suspended") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(EndStatement{stage.statement()}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is suspended: resume it first."});
}
