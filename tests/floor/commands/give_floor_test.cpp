#include "floor/fixture.hpp"
#include "floor/limits.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

GiveFloor give(const Stage& stage, const std::string& to) {
    return {InscriptionId{to}, stage.ending()};
}

}  // namespace

TEST_CASE("give_floor: the statement starts at once with its whole time") {
    Stage stage = opened();
    stage.later(1'234ms);
    stage.does(GiveFloor{InscriptionId{"media"}, std::nullopt});
    CHECK(stage.meeting().statement == Statement{StatementId{3}, InscriptionId{"media"},
                                                 nine + 1'234ms, Timer{7min, 0ms, nine + 1'234ms},
                                                 false});
    CHECK(stage.inscription("media").status == InscriptionStatus::speaking);
}

TEST_CASE("give_floor: the same act ends the statement that it names") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(61'001ms);
    const Act act = stage.does(GiveFloor{InscriptionId{"expression"}, StatementId{3}});
    CHECK(act.events ==
          Events{StatementEnded{StatementId{3}}, FloorGiven{InscriptionId{"expression"}}});
    CHECK(stage.speaker() == "expression");
    CHECK(stage.inscription("sur").status == InscriptionStatus::spoken);
    CHECK(stage.inscription("sur").spoken == 61'001ms);
    CHECK(stage.meeting().turns == std::vector<Turn>{{StatementId{3}, InscriptionId{"sur"}, nine,
                                                      nine + 61'001ms, 61'001ms}});
}

TEST_CASE("give_floor: a delegation that has spoken continues with its remaining time") {
    Stage stage = opened();
    stage.gives_floor("expression");
    stage.later(61'001ms);
    stage.gives_floor("media");
    stage.later(10s);
    stage.gives_floor("expression");
    CHECK(stage.timer() == Timer{5min, 61'001ms, stage.now});
    CHECK(remaining(stage.timer(), stage.now) == 238'999ms);
    stage.later(2s);
    stage.ends_statement();
    CHECK(stage.inscription("expression").spoken == 63'001ms);
    CHECK(stage.meeting().turns[2].spoken == 2s);
}

TEST_CASE("give_floor: a delegation that declined may speak after all") {
    Stage stage = opened();
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    stage.gives_floor("sur");
    CHECK(stage.speaker() == "sur");
}

TEST_CASE("give_floor: refused unless the meeting is open") {
    Stage stage = founded();
    CHECK(stage.refusal(give(stage, "sur")) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is not open yet: open it first."});
    stage.does(OpenMeeting{cuba});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(give(stage, "sur")) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is suspended: resume it first."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(give(stage, "sur")) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}

TEST_CASE("give_floor: refused when another statement is in progress than the sender saw") {
    Stage stage = opened();
    CHECK(stage.refusal(GiveFloor{InscriptionId{"media"}, StatementId{2}}) ==
          Refusal{RefusalCode::stale, "The floor has passed on: nobody has the floor now."});
    stage.gives_floor("sur");
    const Refusal refusal{RefusalCode::stale, "The floor has passed on: Cuba has the floor now."};
    CHECK(stage.refusal(GiveFloor{InscriptionId{"media"}, std::nullopt}) == refusal);
    CHECK(stage.refusal(GiveFloor{InscriptionId{"media"}, StatementId{2}}) == refusal);
}

TEST_CASE("give_floor: refused for a delegation that is not on the list") {
    const Stage stage = opened();
    CHECK(stage.refusal(give(stage, "nhri")) ==
          Refusal{RefusalCode::unknown_inscription,
                  "The meeting on Cuba has no such entry on its speakers' list."});
}

TEST_CASE("give_floor: refused for the current speaker") {
    Stage stage = opened();
    stage.gives_floor("media");
    CHECK(stage.refusal(give(stage, "media")) ==
          Refusal{RefusalCode::has_the_floor, "National CSO: media has the floor already."});
}

TEST_CASE("give_floor: refused for an empty chair") {
    const Stage stage = opened();
    CHECK(stage.refusal(give(stage, "association")) ==
          Refusal{RefusalCode::delegation_absent,
                  "National CSO: association is not here: mark it present first."});
}

TEST_CASE("give_floor: refused beyond the limit of turns in a meeting") {
    Stage stage = opened();
    for (std::size_t turn = 0; turn < limits::turns_a_meeting; ++turn) {
        stage.gives_floor(turn % 2 == 0 ? "media" : "expression");
    }
    const Refusal refusal{RefusalCode::outside_limits,
                          "The floor has been given 1000 times in this meeting, and cannot be "
                          "given again."};
    CHECK(stage.refusal(give(stage, "media")) == refusal);
    CHECK(stage.refusal(Next{stage.ending(), std::nullopt}) == refusal);
    stage.ends_statement();
    CHECK(stage.refusal(give(stage, "media")) == refusal);
    CHECK(stage.meeting().turns.size() == 1000);
}
