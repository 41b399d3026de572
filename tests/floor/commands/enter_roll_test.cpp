#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE(
    "enter_roll: Missions enter the roll once each, and stay when acts of the floor are undone") {
    Stage stage = opened();
    const Act act = stage.does(EnterRoll{{"FR", "CH", "FR"}}, secretariat);
    CHECK(act.events == Events{RollEntered{cuba, {"FR", "CH"}}});
    CHECK(stage.plate("mission-fr").title == "France");
    CHECK(stage.plate("mission-fr").kind == DelegationKind::mission);
    CHECK(stage.plate("mission-fr").state_code == "FR");
    CHECK(stage.meeting().roll.size() == 3);
    stage.does_for_good(EnterRoll{{"JP"}}, phone);
}

TEST_CASE("enter_roll: an absent Mission becomes present, and the reason is dropped") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(MarkAbsent{DelegationId{"mission-fr"}, "Called away."});
    stage.does(EnterRoll{{"FR"}}, phone);
    CHECK(stage.plate("mission-fr").standing == Standing::present);
    CHECK(stage.plate("mission-fr").absence_reason.empty());
    stage.does(HaveStatementRead{DelegationId{"mission-fr"}, DelegationId{"media"}});
    stage.does(EnterRoll{{"FR"}}, phone);
    CHECK(stage.plate("mission-fr").reader == std::nullopt);
}

TEST_CASE("enter_roll: the chair enters a body that is no State, and it can be put on the list") {
    Stage stage = opened();
    const Act act = stage.does(EnterRoll{{}, std::nullopt, " European Union "}, chair);
    CHECK(act.events == Events{OrganisationEntered{cuba, "European Union"}});
    const DelegationId id = organisation_id("European Union");
    CHECK(stage.room.last_act->delegation == id);
    CHECK(stage.plate(id.value).title == "European Union");
    CHECK(stage.plate(id.value).kind == DelegationKind::organisation);
    CHECK(stage.meeting().phones->empty());
    stage.does(Inscribe{id, InscriptionKind::question, {}});
    CHECK(stage.refusal(EnterRoll{{}, std::nullopt, "European Union"}).code ==
          RefusalCode::already_so);
    CHECK(stage.does(EnterRoll{{"FR"}, std::nullopt, "UNICEF"}).events.size() == 2);
    stage.does(MarkAbsent{id, ""});
    stage.does(EnterRoll{{}, std::nullopt, "European Union"});
    CHECK(stage.plate(id.value).standing == Standing::present);
    CHECK(stage.refusal(EnterRoll{{"CH"}, std::nullopt, "City of Geneva"}, phone).code ==
          RefusalCode::not_permitted);
    CHECK(stage.refusal(EnterRoll{{}, std::nullopt, std::string(401, 'x')}).code ==
          RefusalCode::malformed);
}

TEST_CASE(
    "enter_roll: refused for no or unknown States, several by phone, those here, once closed") {
    Stage stage = opened();
    CHECK(stage.refusal(EnterRoll{{"XX"}}) ==
          Refusal{RefusalCode::unknown_state, "No State has the code XX."});
    CHECK(stage.refusal(EnterRoll{}) == Refusal{RefusalCode::malformed, "Nobody is named."});
    CHECK(stage.refusal(EnterRoll{{"FR", "CH"}}, phone) ==
          Refusal{RefusalCode::not_permitted, "A phone can enter only one Mission on the roll."});
    stage.does(EnterRoll{{"FR"}});
    CHECK(stage.refusal(EnterRoll{{"FR"}}) ==
          Refusal{RefusalCode::already_so, "Already on the roll."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(EnterRoll{{"CH"}}).code == RefusalCode::meeting_closed);
}

TEST_CASE("enter_roll: the secretariat types the sheet of a closed meeting, nobody else") {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    stage.does(AnnounceMeeting{germany});
    CHECK(stage.refusal(EnterRoll{{"FR"}, cuba}) ==
          Refusal{RefusalCode::not_permitted,
                  "Only the secretariat corrects the roll of another meeting."});
    CHECK(stage.refusal(EnterRoll{{"FR"}, cuba}, phone).code == RefusalCode::not_permitted);
    stage.does(EnterRoll{{"FR"}, cuba}, secretariat);
    CHECK(find(*find(stage.room, cuba), DelegationId{"mission-fr"})->standing == Standing::present);
    CHECK(find(stage.meeting(), DelegationId{"mission-fr"}) == nullptr);
    CHECK(stage.refusal(EnterRoll{{"FR"}, MeetingId{"chad"}}, secretariat).code ==
          RefusalCode::unknown_meeting);
}
