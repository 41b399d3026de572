#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("hand_back_controls: both the chair and the secretariat can return the controls") {
    for (const Actor& actor : {chair, secretariat}) {
        Stage stage = opened();
        stage.does(TakeControls{}, secretariat);
        stage.does(HandBackControls{}, actor);
        CHECK(stage.room.controls == Role::chair);
        stage.undoes();
        CHECK(stage.room.controls == Role::chair);
    }
}

TEST_CASE("hand_back_controls: refused when the chair has the controls, and before the founding") {
    CHECK(opened().refusal(HandBackControls{}) ==
          Refusal{RefusalCode::already_so, "The chair already has the controls."});
    CHECK(Stage{}.refusal(HandBackControls{}) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."});
}
