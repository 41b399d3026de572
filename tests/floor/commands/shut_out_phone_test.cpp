#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("shut_out_phone: removes what the phone asked for and its Mission; undo restores it") {
    Stage stage = opened();
    stage.does(OpenQuestions{0, 0ms, true});
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::question, {}}, phone);
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::point_of_order, {}},
               phone);
    stage.does_and_undoes(ShutOutPhone{"phone-1"});
    stage.does(ShutOutPhone{"phone-1"});
    CHECK(stage.meeting().requests.empty());
    CHECK(stage.list().size() == 6);
    CHECK(stage.meeting().roll.size() == 1);
    const Refusal refusal{RefusalCode::shut_out,
                          "The podium has shut this phone out for the meeting: speak to the "
                          "secretariat."};
    CHECK(stage.refusal(EnterRoll{{"FR"}}, phone) == refusal);
    CHECK(stage.refusal(RequestFloor{DelegationId{"mission-ch"}, InscriptionKind::question, {}},
                        phone) == refusal);
    stage.does(EnterRoll{{"FR"}}, other_phone);
}

TEST_CASE("shut_out_phone: refused for a phone that never asked, and for one that is shut out") {
    Stage stage = opened();
    CHECK(stage.refusal(ShutOutPhone{"phone-1"}).code == RefusalCode::unknown_request);
    stage.does(EnterRoll{{"FR"}}, phone);
    stage.does(ShutOutPhone{"phone-1"});
    CHECK(stage.refusal(ShutOutPhone{"phone-1"}) ==
          Refusal{RefusalCode::already_so, "This phone is already shut out."});
}
