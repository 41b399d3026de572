#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

/// Acts outside the floor, followed by an undo.
namespace {

PlannedDelegation late_nhri() {
    return panellist("late", DelegationKind::nhri, "NHRI: late", 5min);
}

PlannedMeeting with_late() {
    PlannedMeeting plan = cuba_plan();
    plan.panel.push_back(late_nhri());
    return plan;
}

}  // namespace

TEST_CASE("undo keeps the name of a plate that was removed and added again") {
    Stage stage = opened();
    stage.does(ShowNotice{"Welcome."});
    PlannedMeeting without = cuba_plan();
    without.panel.erase(without.panel.begin());
    stage.does(PlanMeetings{{without}}, secretariat);
    CHECK(stage.room.withheld.size() == 1);
    stage.does(PlanMeetings{{cuba_plan()}}, secretariat);
    const SpeakerNames names = *stage.room.names;
    CHECK(names.at({cuba, DelegationId{"expression"}}) == "Speaker A");
    stage.undoes();
    CHECK(*stage.room.names == names);
    CHECK(stage.room.withheld.empty());
}

TEST_CASE("a withheld name stays withheld when a programme is imported again") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel[0].title = "Expression";
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK_FALSE(stage.room.names->contains({cuba, DelegationId{"expression"}}));
    CHECK(stage.room.withheld.size() == 1);
}

TEST_CASE("only a new order or a new panel replaces an order that the chair has changed") {
    Stage stage = founded();
    stage.does(PlanMeetings{{with_late()}}, secretariat);
    Rules rules;
    rules.order = SpeakingOrder::nhri_first;
    stage.does(SetRules{rules}, secretariat);
    CHECK(stage.list()[1] == "late");
    stage.does(MoveInscription{InscriptionId{"media"}, InscriptionId{"late"}});
    PlannedMeeting corrected = with_late();
    corrected.panel[0].title = "Expression";
    stage.does(PlanMeetings{{corrected}}, secretariat);
    CHECK(stage.list()[1] == "media");
    rules.question = 3min;
    stage.does(SetRules{rules}, secretariat);
    CHECK(stage.list()[1] == "media");
    stage.undoes();
    CHECK(stage.list()[1] == "late");
    CHECK(stage.room.rules == rules);
}

TEST_CASE("undo keeps rules that were set since, and the order they brought") {
    Stage stage = founded();
    stage.does(PlanMeetings{{with_late()}}, secretariat);
    stage.does(MoveInscription{InscriptionId{"media"}, InscriptionId{"sur"}});
    Rules rules;
    rules.order = SpeakingOrder::nhri_first;
    stage.does(SetRules{rules}, secretariat);
    stage.undoes();
    CHECK(stage.room.rules == rules);
    CHECK(stage.list() == std::vector<std::string>{"sur", "late", "expression", "association",
                                                   "media", "disappearances", "defenders"});
}

TEST_CASE("a delegation that reads for another can neither leave nor lose its plate meanwhile") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"mission-fr"}});
    stage.gives_floor("association");
    CHECK(stage.refusal(LeaveRoll{{"FR"}}).code == RefusalCode::has_the_floor);
    stage.ends_statement();
    stage.does(LeaveRoll{{"FR"}});
    CHECK(stage.plate("association").standing == Standing::absent);
    CHECK(stage.plate("association").reader == std::nullopt);
    stage.undoes();
    CHECK(stage.speaker() == "association");
    CHECK(stage.plate("association").reader == DelegationId{"mission-fr"});
}
