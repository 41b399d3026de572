#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

ArrangeList proposal_by(const Stage& stage, BalancedBy by) {
    return {by, balanced(stage.meeting(), stage.room.rules, by).inscriptions};
}

/// Expression is a man, media a woman, defenders a man; the rest is absent.
Stage room_with_genders() {
    PlannedRoom plan = room_plan();
    plan.meetings[0].panel[0].represented_by = RepresentedBy::man;
    plan.meetings[0].panel[2].represented_by = RepresentedBy::man;
    plan.meetings[0].panel[4].represented_by = RepresentedBy::woman;
    Stage stage;
    stage.does(FoundRoom{plan}, secretariat);
    stage.does(OpenMeeting{cuba});
    return stage;
}

}  // namespace

TEST_CASE("arrange_list: the proposal is accepted as one act, and undone as one") {
    Stage stage = room_with_genders();
    stage.gives_floor("sur");
    stage.does_and_undoes(proposal_by(stage, BalancedBy::gender));
    const Act act = stage.does(proposal_by(stage, BalancedBy::gender));
    CHECK(act.events ==
          Events{ListArranged{{InscriptionId{"expression"}, InscriptionId{"association"},
                               InscriptionId{"defenders"}, InscriptionId{"disappearances"},
                               InscriptionId{"media"}}}});
    CHECK(stage.list() == std::vector<std::string>{"sur", "expression", "association", "defenders",
                                                   "disappearances", "media"});
    CHECK(stage.room.memory.back().meeting == cuba);
    CHECK(stage.room.memory.back().delegation == std::nullopt);
}

TEST_CASE("arrange_list: refused once the proposal would be another") {
    Stage stage = room_with_genders();
    const ArrangeList seen = proposal_by(stage, BalancedBy::gender);
    const Refusal stale{RefusalCode::stale, "The list has changed: look at the new proposal."};
    stage.does(MoveInscription{InscriptionId{"media"}, InscriptionId{"expression"}});
    CHECK(stage.refusal(seen) == stale);
    stage.undoes();
    stage.gives_floor("media");
    CHECK(stage.refusal(seen) == stale);
    CHECK(stage.refusal(ArrangeList{BalancedBy::turns, {InscriptionId{"nobody"}}}) == stale);
}

TEST_CASE("arrange_list: refused without a change, by others, and once closed") {
    Stage stage = room_with_genders();
    CHECK(stage.refusal(proposal_by(stage, BalancedBy::turns)) ==
          Refusal{RefusalCode::already_so, "The list is in that order."});
    const ArrangeList seen = proposal_by(stage, BalancedBy::gender);
    CHECK(stage.refusal(seen, phone).code == RefusalCode::not_permitted);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(seen).code == RefusalCode::meeting_closed);
}
