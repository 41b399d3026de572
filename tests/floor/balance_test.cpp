#include "floor/balance.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

using Ids = std::vector<std::string>;

Ids proposed_order(const Stage& stage, BalancedBy by) {
    Ids order;
    for (const auto& id : balanced(stage.meeting(), stage.room.rules, by).inscriptions)
        order.push_back(id.value);
    return order;
}

void takes_turn(Stage& stage, const std::string& id, Duration time) {
    stage.gives_floor(id);
    stage.later(time);
    stage.ends_statement();
}

/// Puts a question on the list, and returns its id.
std::string puts_question(Stage& stage, const std::string& delegation) {
    stage.does(Inscribe{DelegationId{delegation}, InscriptionKind::question, {}});
    return "entry-" + std::to_string(stage.room.revision.value);
}

/// The panel has spoken; France has asked once for 90 s, and China twice for 20 s each.
Stage after_questions() {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR", "CN", "PE"}});
    for (const std::string id : {"sur", "expression", "media", "defenders"})
        takes_turn(stage, id, 5min);
    for (const std::string id : {"association", "disappearances"})
        stage.does(DeclineStatement{InscriptionId{id}});
    takes_turn(stage, puts_question(stage, "mission-fr"), 90s);
    takes_turn(stage, puts_question(stage, "mission-cn"), 20s);
    takes_turn(stage, puts_question(stage, "mission-cn"), 20s);
    return stage;
}

/// A panel of women (w) and men (m); of anything else nothing is known.
Stage room_with_panel(const std::string& genders) {
    PlannedRoom plan = room_plan();
    plan.meetings[0].panel.clear();
    for (std::size_t i = 0; i < genders.size(); ++i) {
        auto one = panellist(std::string{genders[i]} + std::to_string(i + 1),
                             DelegationKind::national_cso, "CSO", 5min);
        if (genders[i] == 'w') one.represented_by = RepresentedBy::woman;
        if (genders[i] == 'm') one.represented_by = RepresentedBy::man;
        if (genders[i] == 'o') one.represented_by = RepresentedBy::other;
        plan.meetings[0].panel.push_back(one);
    }
    Stage stage;
    stage.does(FoundRoom{plan}, secretariat);
    stage.does(OpenMeeting{cuba});
    return stage;
}

}  // namespace

TEST_CASE(
    "balance: by turns and by time, who has had less comes first, and ties keep their order") {
    Stage stage = after_questions();
    const std::string china = puts_question(stage, "mission-cn");
    const std::string france = puts_question(stage, "mission-fr");
    const std::string peru = puts_question(stage, "mission-pe");
    const std::string media = puts_question(stage, "media");
    CHECK(proposed_order(stage, BalancedBy::turns) == Ids{peru, france, media, china});
    CHECK(proposed_order(stage, BalancedBy::time) == Ids{peru, china, france, media});
}

TEST_CASE("balance: who waits twice has no two turns in a row") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR", "CN"}});
    for (const std::string id : {"sur", "expression", "media", "defenders"})
        takes_turn(stage, id, 1s);
    for (const std::string id : {"association", "disappearances"})
        stage.does(DeclineStatement{InscriptionId{id}});
    const std::string first = puts_question(stage, "mission-fr");
    const std::string second = puts_question(stage, "mission-fr");
    const std::string china = puts_question(stage, "mission-cn");
    CHECK(proposed_order(stage, BalancedBy::turns) == Ids{first, china, second});
    CHECK(proposed_order(stage, BalancedBy::time) == Ids{first, china, second});
}

TEST_CASE("balance: what the procedure puts in its place stays there") {
    Stage stage = after_questions();
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {}});
    const std::string follow_up = "entry-" + std::to_string(stage.room.revision.value);
    const std::string france = puts_question(stage, "mission-fr");
    const std::string peru = puts_question(stage, "mission-pe");
    stage.does(Inscribe{DelegationId{"sur"}, InscriptionKind::right_of_reply, {}});
    const std::string reply = "entry-" + std::to_string(stage.room.revision.value);
    stage.does(BeginAnswers{{DelegationId{"media"}, DelegationId{"defenders"}}, 4min});
    const std::string round = "answer-" + std::to_string(stage.room.revision.value);
    // The chair's own choice: the reply comes between the questions.
    stage.does(MoveInscription{InscriptionId{reply}, InscriptionId{peru}});
    CHECK(proposed_order(stage, BalancedBy::turns) ==
          Ids{round + "-1", round + "-2", follow_up, peru, reply, france});
}

TEST_CASE("balance: an empty chair keeps its place") {
    Stage stage = after_questions();
    const std::string france = puts_question(stage, "mission-fr");
    const std::string china = puts_question(stage, "mission-cn");
    const std::string peru = puts_question(stage, "mission-pe");
    stage.does(MarkAbsent{DelegationId{"mission-fr"}, ""});
    CHECK(proposed_order(stage, BalancedBy::turns) == Ids{france, peru, china});
}

TEST_CASE("balance: women and men take turns, each in their order; the others keep their places") {
    Stage stage = room_with_panel("wwumwomm");
    const ProposedOrder order = balanced(stage.meeting(), stage.room.rules, BalancedBy::gender);
    CHECK_FALSE(order.gender_unknown);
    CHECK(proposed_order(stage, BalancedBy::gender) ==
          Ids{"sur", "w1", "m4", "u3", "w2", "m7", "o6", "w5", "m8"});
    takes_turn(stage, "w2", 1s);
    CHECK(proposed_order(stage, BalancedBy::gender) ==
          Ids{"sur", "m4", "u3", "w1", "m7", "o6", "w5", "m8"});
}

TEST_CASE("balance: when only women or only men are left, they follow in their order") {
    Stage stage = room_with_panel("wwwm");
    CHECK(proposed_order(stage, BalancedBy::gender) == Ids{"sur", "w1", "m4", "w2", "w3"});
    stage.gives_floor("m4");
    CHECK(proposed_order(stage, BalancedBy::gender) == Ids{"sur", "w1", "w2", "w3"});
}

TEST_CASE("balance: the gender is that of the one who reads the statement") {
    Stage stage = room_with_panel("wwm");
    stage.does(HaveStatementRead{DelegationId{"w2"}, DelegationId{"m3"}});
    CHECK(proposed_order(stage, BalancedBy::gender) == Ids{"sur", "w1", "w2", "m3"});
}

TEST_CASE("balance: who read the last statement counts, also when its delegation has come") {
    Stage stage = room_with_panel("wmwm");
    stage.does(HaveStatementRead{DelegationId{"w1"}, DelegationId{"m2"}});
    takes_turn(stage, "w1", 1min);
    stage.does(MarkPresent{DelegationId{"w1"}});
    CHECK(proposed_order(stage, BalancedBy::gender) == Ids{"sur", "w3", "m2", "m4"});
}

TEST_CASE("balance: where nobody has declared a gender, the proposal says so") {
    const Stage stage = room_with_panel("uou");
    const ProposedOrder order = balanced(stage.meeting(), stage.room.rules, BalancedBy::gender);
    CHECK(order.gender_unknown);
    CHECK(order.inscriptions == waiting_in_order(stage.meeting()));
    CHECK_FALSE(balanced(stage.meeting(), stage.room.rules, BalancedBy::turns).gender_unknown);
}

TEST_CASE("balance: NHRIs stay first where the rules call them first") {
    PlannedRoom plan = room_plan();
    for (PlannedDelegation& one : plan.meetings[0].panel) {
        one.standing = Standing::present;
        one.absence_reason.clear();
    }
    plan.meetings[0].panel[4].kind = DelegationKind::nhri;
    plan.meetings[0].panel[4].represented_by = RepresentedBy::man;
    plan.meetings[0].panel[1].represented_by = RepresentedBy::man;
    plan.meetings[0].panel[2].represented_by = RepresentedBy::woman;
    plan.rules.order = SpeakingOrder::nhri_first;
    Stage stage;
    stage.does(FoundRoom{plan}, secretariat);
    stage.does(OpenMeeting{cuba});
    CHECK(proposed_order(stage, BalancedBy::gender) ==
          Ids{"sur", "defenders", "expression", "media", "association", "disappearances"});
}
