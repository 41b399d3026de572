#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("set_display: the settings stay when acts of the floor are undone") {
    Stage stage = opened();
    stage.does(SetDisplay{{DisplayMode::blackout, true}});
    CHECK(stage.room.display == DisplaySettings{DisplayMode::blackout, true});
    stage.undoes();
    CHECK(stage.room.display == DisplaySettings{DisplayMode::blackout, true});
    stage.does(SetDisplay{}, secretariat);
    CHECK(stage.room.display == DisplaySettings{DisplayMode::automatic, false});
}

TEST_CASE("set_display: refused without a change, and before the founding") {
    CHECK(opened().refusal(SetDisplay{}) ==
          Refusal{RefusalCode::already_so, "The displays are already set like this."});
    CHECK(Stage{}.refusal(SetDisplay{{DisplayMode::blackout, false}}) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."});
}
