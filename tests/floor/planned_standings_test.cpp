#include "floor/fixture.hpp"
#include "floor/match_plates.hpp"
#include "floor/room_programme.hpp"

/// How the plates of a meeting stand, by the programme.
namespace rostrum::planned_standings_test {
namespace {

using namespace rostrum::test;

/// Cuba's plan, with this for the plate `expression`.
PlannedMeeting with(std::optional<Standing> standing, const std::string& reason = "") {
    PlannedMeeting plan = cuba_plan();
    for (PlannedDelegation& row : plan.panel) {
        row.standing.reset();
        row.absence_reason.clear();
    }
    plan.panel[0].standing = standing;
    plan.panel[0].absence_reason = reason;
    return plan;
}

}  // namespace

TEST_CASE("planned standings: presence and public reason of a planned meeting are taken") {
    Stage stage = founded();
    stage.does(PlanMeetings{{with(Standing::absent, "Stopped at the airport")}}, secretariat);
    CHECK(stage.plate("expression").standing == Standing::absent);
    CHECK(stage.plate("expression").absence_reason == "Stopped at the airport");
    CHECK(stage.room.programme_revision == stage.room.revision);
    stage.does(PlanMeetings{{with(Standing::expected)}}, secretariat);
    CHECK(stage.plate("expression").standing == Standing::expected);
    CHECK(stage.plate("expression").absence_reason.empty());
    CHECK(stage.refusal(PlanMeetings{{with(Standing::expected)}}, secretariat).code ==
          RefusalCode::already_so);
}

TEST_CASE("planned standings: a meeting that is not the current one is changed too") {
    Stage stage = founded();
    PlannedMeeting plan = germany_plan();
    plan.panel[0].standing = Standing::absent;
    stage.does(PlanMeetings{{plan}}, secretariat);
    const Meeting& meeting = *find(stage.room, germany);
    CHECK(meeting.delegations.at(1).standing == Standing::absent);
}

TEST_CASE("planned standings: a plan that does not say how a plate stands leaves it") {
    Stage stage = opened();
    stage.does(MarkAbsent{DelegationId{"media"}, "Ill"});
    PlannedMeeting plan = with(std::nullopt);
    plan.panel[0].title = "Expression";
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.plate("media").standing == Standing::absent);
    CHECK(stage.plate("media").absence_reason == "Ill");
    CHECK(stage.plate("association").standing == Standing::absent);
}

TEST_CASE("planned standings: who has the floor, or reads, is not marked absent") {
    Stage stage = opened();
    stage.gives_floor("expression");
    CHECK(stage.refusal(PlanMeetings{{with(Standing::absent)}}, secretariat).code ==
          RefusalCode::has_the_floor);
}

TEST_CASE("planned standings: a statement that is read by another stays so") {
    Stage stage = opened();
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"expression"}});
    PlannedMeeting plan = plan_of(stage.room).meetings.at(0);
    CHECK(plan.panel[1].standing == Standing::read_by);
    CHECK(stage.refusal(PlanMeetings{{plan}}, secretariat).code == RefusalCode::already_so);
    // As a sheet has it.
    plan.panel[1].standing = Standing::absent;
    CHECK(stage.refusal(PlanMeetings{{plan}}, secretariat).code == RefusalCode::already_so);
    plan.panel[1].standing = Standing::present;
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.plate("association").standing == Standing::present);
    CHECK_FALSE(stage.plate("association").reader);
}

TEST_CASE("planned standings: they stay when acts of the floor are undone") {
    Stage stage = opened();
    stage.does_for_good(PlanMeetings{{with(Standing::absent, "Ill")}}, secretariat);
}

TEST_CASE(
    "planned standings: an act that is undone gives the floor back to who was planned absent") {
    Stage stage = opened();
    stage.gives_floor("expression");
    const Act end = stage.does(EndStatement{stage.meeting().statement->id});
    stage.does(PlanMeetings{{with(Standing::absent)}}, secretariat);
    stage.does(Undo{end.revision});
    CHECK(stage.speaker() == "expression");
    CHECK(stage.plate("expression").standing == Standing::present);
}

TEST_CASE("planned standings: the preview says which plates will stand otherwise") {
    const Stage stage = founded();
    PlannedMeeting plan = with(Standing::absent);
    const auto changes = match_plates(stage.room, plan);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].plate == DelegationId{"expression"});
    CHECK(changes[0].stands_otherwise);
    CHECK(changes[0].standing == Standing::present);
}

TEST_CASE("a meeting without a statement of the State: its plate stands, and nothing waits") {
    Stage stage = founded();
    PlannedMeeting plan = cuba_plan();
    plan.sur_allotted = Duration{0};
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.plate("sur").title == "Cuba");
    CHECK(stage.list() == std::vector<std::string>{"expression", "association", "media",
                                                   "disappearances", "defenders"});
    CHECK(plan_of(stage.room).meetings.at(0).sur_allotted == Duration{0});
    plan.sur_allotted = 2min;
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.list().front() == "sur");
}

}  // namespace rostrum::planned_standings_test
