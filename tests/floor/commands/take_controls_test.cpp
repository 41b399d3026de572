#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("take_controls: the secretariat runs the floor, and undo does not return the controls") {
    Stage stage = opened();
    stage.does(TakeControls{}, secretariat);
    CHECK(stage.room.controls == Role::secretariat);
    CHECK(stage.room.last_act->kind == kind_of<TakeControls>());
    CHECK(stage.room.last_act->actor == secretariat);
    stage.does(Undo{Revision{2}}, secretariat);
    CHECK(stage.room.controls == Role::secretariat);
}

TEST_CASE("take_controls: refused to the chair, without a change, and before the founding") {
    Stage stage = opened();
    CHECK(stage.refusal(TakeControls{}, chair).code == RefusalCode::not_permitted);
    stage.does(TakeControls{}, secretariat);
    CHECK(stage.refusal(TakeControls{}, secretariat) ==
          Refusal{RefusalCode::already_so, "The secretariat already has the controls."});
    CHECK(Stage{}.refusal(TakeControls{}, secretariat) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."});
}
