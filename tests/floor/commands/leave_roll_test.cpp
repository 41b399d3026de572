#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE(
    "leave_roll: a Mission leaves the roll, and stays away when acts of the floor are undone") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR", "CH"}});
    stage.does_for_good(LeaveRoll{{"FR"}}, secretariat);
    CHECK(stage.meeting().roll.size() == 2);
    CHECK(find(stage.meeting(), DelegationId{"mission-fr"}) == nullptr);
}

TEST_CASE("leave_roll: a Mission that has asked for the floor stays on the roll as absent") {
    Stage stage = opened();
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::point_of_order, {}},
               phone);
    stage.does(LeaveRoll{{"FR"}});
    CHECK(stage.plate("mission-fr").standing == Standing::absent);
}

TEST_CASE("leave_roll: a delegation whose reader leaves is absent again") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"mission-fr"}});
    stage.does(LeaveRoll{{"FR"}});
    CHECK(stage.plate("association").standing == Standing::absent);
}

TEST_CASE("leave_roll: an undo that gives a Mission the floor again keeps it on the roll") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(Inscribe{DelegationId{"mission-fr"}, InscriptionKind::question, {}});
    stage.gives_floor("entry-4");
    stage.ends_statement();
    stage.does(LeaveRoll{{"FR"}});
    CHECK(stage.plate("mission-fr").standing == Standing::absent);
    stage.undoes();
    CHECK(stage.speaker() == "entry-4");
    CHECK(stage.plate("mission-fr").standing == Standing::present);
}

TEST_CASE("leave_roll: refused without Missions, for one not there, for the speaker, once closed") {
    Stage stage = opened();
    CHECK(stage.refusal(LeaveRoll{}) == Refusal{RefusalCode::malformed, "No State is named."});
    CHECK(stage.refusal(LeaveRoll{{"FR"}}) == Refusal{RefusalCode::already_so, "Not on the roll."});
    stage.does(EnterRoll{{"FR"}});
    stage.does(Inscribe{DelegationId{"mission-fr"}, InscriptionKind::question, {}});
    stage.gives_floor("entry-4");
    CHECK(stage.refusal(LeaveRoll{{"FR"}}) ==
          Refusal{RefusalCode::has_the_floor, "France has the floor: end the statement first."});
    CHECK(stage.refusal(LeaveRoll{{"FR"}}, phone).code == RefusalCode::not_permitted);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(LeaveRoll{{"FR"}}).code == RefusalCode::meeting_closed);
}
