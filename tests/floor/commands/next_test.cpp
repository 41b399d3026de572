#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("next: calls the list in order, and skips empty chairs") {
    Stage stage = opened();
    stage.does(Next{std::nullopt, std::nullopt});
    CHECK(stage.speaker() == "sur");
    stage.does(Next{stage.ending(), InscriptionId{"expression"}});
    CHECK(stage.speaker() == "expression");
    stage.does(Next{stage.ending(), std::nullopt});
    CHECK(stage.speaker() == "media");
    stage.does(Next{stage.ending(), std::nullopt});
    CHECK(stage.speaker() == "defenders");
    CHECK(stage.inscription("association").status == InscriptionStatus::waiting);
    CHECK(stage.inscription("disappearances").status == InscriptionStatus::waiting);
}

TEST_CASE("next: one act ends a statement and gives the floor") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(90s);
    const Act act = stage.does(Next{StatementId{3}, std::nullopt});
    CHECK(act.events ==
          Events{StatementEnded{StatementId{3}}, FloorGiven{InscriptionId{"expression"}}});
    CHECK(act.revision == Revision{4});
    CHECK(stage.statement() == StatementId{4});
    CHECK(stage.timer() == Timer{5min, 0ms, nine + 90s});
}

TEST_CASE("next: calls a delegation that has arrived before those after it") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    stage.does(DeclineStatement{InscriptionId{"expression"}});
    stage.does(MarkPresent{DelegationId{"association"}});
    stage.does(Next{stage.ending(), std::nullopt});
    CHECK(stage.speaker() == "association");
}

TEST_CASE("next: a double tap skips nobody") {
    Stage stage = opened();
    stage.gives_floor("sur");
    const Next tap{stage.ending(), std::nullopt};
    stage.does(tap);
    CHECK(stage.refusal(tap) ==
          Refusal{RefusalCode::stale,
                  "The floor has passed on: National CSO: expression has the floor now."});
}

TEST_CASE("next: refused when the next speaker is not the one that the sender saw") {
    Stage stage = opened();
    stage.does(MoveInscription{InscriptionId{"media"}, InscriptionId{"sur"}});
    CHECK(stage.refusal(Next{std::nullopt, InscriptionId{"sur"}}) ==
          Refusal{RefusalCode::stale, "The list has changed: National CSO: media is next now."});
}

TEST_CASE("next: refused when nobody is left, and the statement in progress continues") {
    Stage stage = opened();
    for (const char* id : {"sur", "expression", "media", "defenders"}) stage.gives_floor(id);
    CHECK(
        stage.refusal(Next{stage.ending(), std::nullopt}) ==
        Refusal{RefusalCode::nobody_waiting, "All who still wait on the list are marked absent."});
    stage.does(MarkPresent{DelegationId{"association"}});
    stage.does(MarkPresent{DelegationId{"disappearances"}});
    stage.gives_floor("association");
    stage.gives_floor("disappearances");
    CHECK(stage.refusal(Next{stage.ending(), std::nullopt}) ==
          Refusal{RefusalCode::nobody_waiting, "Nobody is waiting on the list any more."});
    CHECK(stage.speaker() == "disappearances");
}

TEST_CASE("next: refused unless the meeting is open") {
    Stage stage = opened();
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(Next{std::nullopt, std::nullopt}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is suspended: resume it first."});
}
