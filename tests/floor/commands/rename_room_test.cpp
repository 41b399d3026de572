#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("rename_room: the name is the room's, its id stays, and undo leaves it") {
    Stage stage = opened();
    stage.does(ShowNotice{"Welcome."});
    stage.does(RenameRoom{" Salle des Assemblées "}, secretariat);
    CHECK(stage.room.name == "Salle des Assemblées");
    CHECK(stage.room.id == RoomId{"xx"});
    CHECK(stage.room.programme_revision == stage.room.revision);
    stage.undoes();
    CHECK(stage.room.name == "Salle des Assemblées");
}

TEST_CASE("rename_room: refused without a name, with the same, when too long, to the chair") {
    Stage stage = founded();
    CHECK(stage.refusal(RenameRoom{"  "}, secretariat) ==
          Refusal{RefusalCode::malformed, "A room needs a name."});
    CHECK(stage.refusal(RenameRoom{"Room XX"}, secretariat).code == RefusalCode::already_so);
    CHECK(stage.refusal(RenameRoom{std::string(401, 'a')}, secretariat).code ==
          RefusalCode::malformed);
    CHECK(stage.refusal(RenameRoom{"two\nlines"}, secretariat).code == RefusalCode::malformed);
    CHECK(stage.refusal(RenameRoom{"Room XXI"}, chair).code == RefusalCode::not_permitted);
    CHECK(Stage{}.refusal(RenameRoom{"Room XXI"}, secretariat).code ==
          RefusalCode::meeting_not_open);
}
