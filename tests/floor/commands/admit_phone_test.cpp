#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("admit_phone: lets in a phone that waits and its Mission; undo takes it back") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}}, phone);
    stage.does(EnterRoll{{"FR"}}, other_phone);
    stage.does(LeaveRoll{{"FR"}}, secretariat);
    stage.does_and_undoes(AdmitPhone{"phone-2"});
    stage.does(AdmitPhone{"phone-2"});
    CHECK(stage.plate("mission-fr").standing == Standing::present);
}

TEST_CASE("admit_phone: lets a phone back in that was shut out") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}}, phone);
    stage.does(ShutOutPhone{"phone-1"});
    stage.does(AdmitPhone{"phone-1"}, secretariat);
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::point_of_order, {}},
               phone);
}

TEST_CASE("admit_phone: refused for a phone that never asked, and for one that may ask") {
    Stage stage = opened();
    CHECK(stage.refusal(AdmitPhone{"phone-1"}) ==
          Refusal{RefusalCode::unknown_request, "No such phone has asked in this meeting."});
    stage.does(EnterRoll{{"FR"}}, phone);
    CHECK(stage.refusal(AdmitPhone{"phone-1"}) ==
          Refusal{RefusalCode::already_so, "This phone may already ask."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(AdmitPhone{"phone-1"}).code == RefusalCode::meeting_closed);
}
