#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

RaisePointOfOrder raise(const Stage& stage, const std::string& who = "sur") {
    return {DelegationId{who}, stage.ending()};
}

}  // namespace

TEST_CASE("raise_point_of_order: interrupts the speaker, and has its own time") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(61'001ms);
    stage.does(raise(stage));
    CHECK(stage.speaker() == "order-4");
    CHECK(stage.timer() == Timer{2min, 0ms, stage.now});
    CHECK(stage.inscription("order-4").kind == InscriptionKind::point_of_order);
    CHECK(stage.inscription("media").status == InscriptionStatus::interrupted);
    CHECK(stage.inscription("media").spoken == 61'001ms);
    CHECK(stage.meeting().interrupted == Interruption{InscriptionId{"media"}, true});
}

TEST_CASE("raise_point_of_order: interrupts nobody when the floor is free") {
    Stage stage = opened();
    stage.does(raise(stage));
    CHECK(stage.speaker() == "order-3");
    CHECK(stage.meeting().interrupted == std::nullopt);
}

TEST_CASE("raise_point_of_order: an interrupted silence does not resume") {
    Stage stage = opened();
    stage.does(HonourEmptyChair{InscriptionId{"association"}, {}, 30s});
    stage.does(raise(stage));
    CHECK(stage.meeting().interrupted == std::nullopt);
    CHECK(stage.inscription("association").status == InscriptionStatus::empty_chair);
}

TEST_CASE("raise_point_of_order: removes the request for it") {
    Stage stage = opened();
    const DelegationId france{"mission-fr"};
    stage.does(RequestFloor{france, InscriptionKind::point_of_order, {}}, phone);
    stage.does(raise(stage, "mission-fr"));
    CHECK(stage.meeting().requests.empty());
}

TEST_CASE("raise_point_of_order: other acts of the floor are refused until the ruling") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(raise(stage));
    const Refusal refusal{RefusalCode::point_of_order,
                          "A point of order by Cuba is being heard: rule on it first."};
    CHECK(stage.refusal(Next{stage.ending(), {}}) == refusal);
    CHECK(stage.refusal(GiveFloor{InscriptionId{"expression"}, stage.ending()}) == refusal);
    CHECK(stage.refusal(EndStatement{stage.statement()}) == refusal);
    CHECK(stage.refusal(Yield{stage.statement(), InscriptionId{"media"}}) == refusal);
    CHECK(stage.refusal(raise(stage, "expression")) == refusal);
    CHECK(stage.refusal(DeclineStatement{InscriptionId{"media"}}).code ==
          RefusalCode::has_the_floor);
    CHECK(stage.refusal(MarkAbsent{DelegationId{"media"}, ""}).code == RefusalCode::has_the_floor);
}

TEST_CASE("raise_point_of_order: closing the meeting ends both statements") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(10s);
    stage.does(raise(stage));
    stage.does_and_undoes(CloseMeeting{cuba});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.inscription("media").status == InscriptionStatus::spoken);
    CHECK(stage.inscription("order-4").status == InscriptionStatus::spoken);
    CHECK(stage.meeting().interrupted == std::nullopt);
}

TEST_CASE(
    "raise_point_of_order: undo lets the interrupted statement run on as if never interrupted") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(61'001ms);
    stage.does_and_undoes(raise(stage));
    CHECK(stage.timer() == Timer{7min, 0ms, nine});
}

TEST_CASE(
    "raise_point_of_order: refused for an unknown plate, an empty chair, if stale, unless open") {
    Stage stage = founded();
    CHECK(stage.refusal(raise(stage)).code == RefusalCode::meeting_not_open);
    stage.does(OpenMeeting{cuba});
    CHECK(stage.refusal(raise(stage, "nhri")) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    CHECK(stage.refusal(raise(stage, "association")) ==
          Refusal{RefusalCode::delegation_absent,
                  "National CSO: association is not here: mark it present first."});
    CHECK(stage.refusal(RaisePointOfOrder{DelegationId{"sur"}, StatementId{9}}) ==
          Refusal{RefusalCode::stale, "The floor has passed on: nobody has the floor now."});
}
