#include "floor/decide.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("decide: a screen that may only watch is refused with that reason") {
    const Stage stage = founded();
    const Refusal refusal{
        RefusalCode::not_permitted,
        "This screen may only watch: only the chair and the secretariat may act."};
    for (const Role role : {Role::display, Role::observer}) {
        CHECK(stage.refusal(OpenMeeting{cuba}, {role, ""}) == refusal);
        CHECK(stage.refusal(Undo{Revision{1}}, {role, ""}) == refusal);
        CHECK(stage.refusal(FoundRoom{room_plan()}, {role, ""}) == refusal);
        CHECK(stage.refusal(SendSignal{SignalKind::slow_down, {}, ""}, {role, ""}) == refusal);
    }
}

TEST_CASE(
    "decide: a lectern and an interpreter are refused with the reason that they may only signal") {
    const Stage stage = founded();
    const Refusal refusal{
        RefusalCode::not_permitted,
        "This screen may only watch and send signals: only the chair and the secretariat may act."};
    for (const Role role : {Role::speaker, Role::interpreter}) {
        CHECK(stage.refusal(OpenMeeting{cuba}, {role, ""}) == refusal);
        CHECK(stage.refusal(Undo{Revision{1}}, {role, ""}) == refusal);
    }
}

TEST_CASE("decide: a delegation is refused with what it may do") {
    CHECK(founded().refusal(OpenMeeting{cuba}, {Role::delegation, "phone-1"}) ==
          Refusal{RefusalCode::not_permitted,
                  "A delegation may only ask for the floor, withdraw, and enter the roll."});
}

TEST_CASE("decide: the chair may not import a programme") {
    CHECK(Stage{}.refusal(FoundRoom{room_plan()}, chair) ==
          Refusal{RefusalCode::not_permitted, "Only the secretariat may do this."});
}

TEST_CASE(
    "decide: the chair's acts of the floor are refused while the secretariat has the controls") {
    Stage stage = opened();
    stage.does(TakeControls{}, secretariat);
    CHECK(stage.refusal(Next{}) ==
          Refusal{RefusalCode::not_in_control,
                  "The secretariat has the controls: take them back first."});
    CHECK(stage.refusal(Undo{Revision{2}}).code == RefusalCode::not_in_control);
    stage.does(SendSignal{SignalKind::conclude, {}, ""});
    stage.does(Next{}, secretariat);
    stage.does(HandBackControls{});
    stage.does(Next{stage.ending(), {}});
    CHECK(stage.speaker() == "expression");
}

TEST_CASE("decide: the secretariat may act as the chair does") {
    Stage stage = founded();
    stage.does(OpenMeeting{cuba}, secretariat);
    CHECK(stage.meeting().course == Course::open);
}

TEST_CASE("decide: changes nothing") {
    const Stage stage = opened();
    const Room before = stage.room;
    CHECK(std::holds_alternative<Events>(
        decide(stage.room, chair, Next{std::nullopt, std::nullopt}, stage.now)));
    CHECK(stage.room == before);
}

TEST_CASE("decide: commands are refused before the founding") {
    const Stage stage;
    CHECK(stage.refusal(OpenMeeting{cuba}).code == RefusalCode::unknown_meeting);
    CHECK(stage.refusal(Next{}).code == RefusalCode::meeting_not_open);
    CHECK(stage.refusal(MarkPresent{DelegationId{"media"}}).code == RefusalCode::meeting_not_open);
    CHECK(stage.refusal(ClearNotice{NoticeId{1}}).code == RefusalCode::stale);
    CHECK(stage.refusal(Undo{Revision{0}}).code == RefusalCode::nothing_to_undo);
}
