#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("set_asking: sets how delegations ask, and no undo changes it") {
    Stage stage = opened();
    CHECK(stage.room.asking == Asking{AskingBy::code, false, 3});
    stage.does(SetAsking{{AskingBy::card, true, 0}}, secretariat);
    stage.undoes();
    CHECK(stage.room.asking == Asking{AskingBy::card, true, 0});
}

TEST_CASE("set_asking: refused before the founding, beyond its bounds, and when nothing changes") {
    CHECK(Stage{}.refusal(SetAsking{}, secretariat).code == RefusalCode::meeting_not_open);
    const Stage stage = founded();
    CHECK(stage.refusal(SetAsking{{AskingBy::code, false, 1001}}, secretariat) ==
          Refusal{RefusalCode::outside_limits,
                  "At most 1000 phones of one address; 0 sets no limit."});
    CHECK(stage.refusal(SetAsking{}, secretariat) ==
          Refusal{RefusalCode::already_so, "Delegations already ask like this."});
    CHECK(stage.refusal(SetAsking{{AskingBy::card, false, 3}}).code == RefusalCode::not_permitted);
}
