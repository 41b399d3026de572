#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE(
    "leave_roll: a Mission that left stays on the roll, absent, when acts of the floor are "
    "undone") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR", "CH"}});
    stage.does_for_good(LeaveRoll{{"FR"}}, secretariat);
    CHECK(stage.meeting().roll.size() == 3);
    CHECK(stage.plate("mission-fr").standing == Standing::absent);
}

TEST_CASE("leave_roll: a Mission that was entered by mistake is off the roll and the list") {
    Stage stage = opened();
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::point_of_order, {}},
               phone);
    stage.does(Inscribe{DelegationId{"mission-fr"}, InscriptionKind::question, {}});
    const std::size_t others = stage.meeting().list.size() - 1;
    stage.does_for_good(LeaveRoll{{"FR"}, {}, true}, secretariat);
    CHECK(find(stage.meeting(), DelegationId{"mission-fr"}) == nullptr);
    CHECK(stage.meeting().requests.empty());
    CHECK(stage.meeting().list.size() == others);
}

TEST_CASE("leave_roll: a Mission that has left can be a mistake, one that has had a turn cannot") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR", "CH"}});
    stage.does(LeaveRoll{{"CH"}});
    stage.does(LeaveRoll{{"CH"}, {}, true});
    CHECK(find(stage.meeting(), DelegationId{"mission-ch"}) == nullptr);
    stage.does(Inscribe{DelegationId{"mission-fr"}, InscriptionKind::question, {}});
    stage.gives_floor("entry-6");
    stage.ends_statement();
    CHECK(stage.refusal(LeaveRoll{{"FR"}, {}, true}) ==
          Refusal{RefusalCode::meeting_under_way,
                  "France has had a turn in this meeting: it stays on the roll."});
}

TEST_CASE("leave_roll: a Mission that read a statement was there") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"mission-fr"}});
    stage.gives_floor("association");
    stage.ends_statement();
    CHECK(stage.refusal(LeaveRoll{{"FR"}, {}, true}).code == RefusalCode::meeting_under_way);
}

TEST_CASE("leave_roll: a guest leaves, or was entered by mistake, as a Mission does") {
    Stage stage = opened();
    stage.does(EnterRoll{{}, std::nullopt, "European Union"});
    const DelegationId id = organisation_id("European Union");
    stage.does(LeaveRoll{{}, {}, false, " European Union "});
    CHECK(stage.plate(id.value).standing == Standing::absent);
    CHECK(stage.room.last_act->delegation == id);
    stage.does(EnterRoll{{"FR"}, std::nullopt, "European Union"});
    stage.does(Inscribe{id, InscriptionKind::question, {}});
    const std::size_t others = stage.meeting().list.size() - 1;
    stage.does_for_good(LeaveRoll{{"FR"}, {}, true, "European Union"}, secretariat);
    CHECK(find(stage.meeting(), id) == nullptr);
    CHECK(find(stage.meeting(), DelegationId{"mission-fr"}) == nullptr);
    CHECK(stage.meeting().list.size() == others);
    CHECK(stage.refusal(LeaveRoll{{}, {}, true, "European Union"}) ==
          Refusal{RefusalCode::already_so, "Not on the roll."});
}

TEST_CASE("leave_roll: a guest that has had a turn or has the floor stays on the roll") {
    Stage stage = opened();
    stage.does(EnterRoll{{}, std::nullopt, "UNICEF"});
    stage.does(Inscribe{organisation_id("UNICEF"), InscriptionKind::question, {}});
    stage.gives_floor("entry-4");
    CHECK(stage.refusal(LeaveRoll{{}, {}, false, "UNICEF"}).code == RefusalCode::has_the_floor);
    stage.ends_statement();
    CHECK(stage.refusal(LeaveRoll{{}, {}, true, "UNICEF"}) ==
          Refusal{RefusalCode::meeting_under_way,
                  "UNICEF has had a turn in this meeting: it stays on the roll."});
}

TEST_CASE("leave_roll: the secretariat corrects the roll of a closed meeting, nobody else") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(CloseMeeting{cuba});
    stage.does(AnnounceMeeting{germany});
    CHECK(stage.refusal(LeaveRoll{{"FR"}, cuba, true}).code == RefusalCode::not_permitted);
    stage.does(LeaveRoll{{"FR"}, cuba, true}, secretariat);
    CHECK(find(*find(stage.room, cuba), DelegationId{"mission-fr"}) == nullptr);
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
    CHECK(stage.refusal(LeaveRoll{}) == Refusal{RefusalCode::malformed, "Nobody is named."});
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
