#include "floor/fixture.hpp"
#include "floor/lost_time.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Expression has the floor since 09:00.
Stage expression_speaking() {
    Stage stage = opened();
    stage.gives_floor("expression");
    return stage;
}

/// No server runs for this long.
Act away(Stage& stage, Duration time) {
    const Instant from = stage.now;
    stage.later(time);
    return stage.does(ReportOutage{from, stage.now}, secretariat);
}

Refusal refusal(const Stage& stage, Duration time) {
    return stage.refusal(ReportOutage{stage.now - time, stage.now}, secretariat);
}

const Refusal nothing_lost{RefusalCode::outside_limits, "No statement has lost time."};

}  // namespace

TEST_CASE("report_outage: the running statement has lost the time, and runs on") {
    Stage stage = expression_speaking();
    stage.later(30s);
    const Act act = away(stage, 134'900ms);
    CHECK(act.events == std::vector<Event>{OutageReported{nine + 30s, nine + 164'900ms}});
    CHECK(stage.inscription("expression").lost == LostTime{134s, 0s});
    CHECK(offered_time(stage.meeting()) == 134s);
    CHECK(stage.timer() == Timer{5min, 0ms, nine});
    CHECK(stage.room.last_act->delegation == DelegationId{"expression"});
}

TEST_CASE("report_outage: a statement that began within the outage lost only what it ran") {
    Stage stage = opened();
    stage.later(40s);
    stage.gives_floor("expression");
    stage.later(60s);
    stage.does(ReportOutage{nine + 30s, stage.now}, secretariat);
    CHECK(offered_time(stage.meeting()) == 60s);
}

TEST_CASE("report_outage: several outages of a statement add up to one offer") {
    Stage stage = expression_speaking();
    stage.does(AddTime{stage.statement(), 30s});
    away(stage, 134s);
    // The chair adds some of it.
    stage.does(AddTime{stage.statement(), 60s});
    away(stage, 10s);
    CHECK(stage.inscription("expression").lost == LostTime{144s, 30s});
    CHECK(offered_time(stage.meeting()) == 84s);
}

TEST_CASE("report_outage: time that the chair takes does not raise the offer") {
    Stage stage = expression_speaking();
    away(stage, 134s);
    stage.does(AddTime{stage.statement(), -30s});
    CHECK(offered_time(stage.meeting()) == 134s);
    stage.does(AddTime{stage.statement(), 30s});
    CHECK(offered_time(stage.meeting()) == 134s);
}

TEST_CASE("report_outage: time that the chair added since is not offered again") {
    Stage stage = expression_speaking();
    away(stage, 134s);
    stage.does(AddTime{stage.statement(), 134s});
    CHECK(offered_time(stage.meeting()) == 0s);
    stage.does(AddTime{stage.statement(), -60s});
    CHECK(offered_time(stage.meeting()) == 0s);
    away(stage, 20s);
    CHECK(offered_time(stage.meeting()) == 20s);
}

TEST_CASE("report_outage: the offer does not exceed what may be added to a statement") {
    Stage stage = expression_speaking();
    stage.does(AddTime{stage.statement(), 8min});
    away(stage, 1h);
    CHECK(offered_time(stage.meeting()) == 2min);
}

TEST_CASE(
    "report_outage: the offer survives a pause and a point of order, but ends with the statement") {
    Stage stage = expression_speaking();
    away(stage, 134s);
    stage.does(PauseStatement{stage.statement()});
    CHECK(offered_time(stage.meeting()) == 134s);
    stage.does(RaisePointOfOrder{DelegationId{"media"}, stage.statement()});
    CHECK(offered_time(stage.meeting()) == 0s);
    stage.does(RuleOnPointOfOrder{stage.statement(), Ruling::noted, ""});
    CHECK(offered_time(stage.meeting()) == 134s);
    stage.ends_statement();
    stage.gives_floor("expression");
    CHECK(offered_time(stage.meeting()) == 0s);
}

TEST_CASE("report_outage: the offer ends when the meeting closes during a point of order") {
    Stage stage = expression_speaking();
    away(stage, 134s);
    stage.does(RaisePointOfOrder{DelegationId{"media"}, stage.statement()});
    stage.does(CloseMeeting{cuba});
    CHECK_FALSE(stage.inscription("expression").lost.has_value());
}

TEST_CASE("report_outage: the outage stays when the act before it is undone") {
    Stage stage = expression_speaking();
    stage.does(AddTime{stage.statement(), 30s});
    away(stage, 134s);
    stage.undoes();
    CHECK(stage.inscription("expression").lost == LostTime{134s, 0s});
    // Undo restores the room before the statement, so it never ran.
    stage.undoes();
    CHECK_FALSE(stage.inscription("expression").lost.has_value());
}

TEST_CASE("report_outage: a statement that an undo restores has lost the time too") {
    Stage stage = expression_speaking();
    stage.later(10s);
    stage.gives_floor("media");
    away(stage, 134s);
    stage.undoes();
    CHECK(stage.speaker() == "expression");
    CHECK(offered_time(stage.meeting()) == 134s);
}

TEST_CASE("report_outage: a short outage is not offered") {
    Stage stage = expression_speaking();
    stage.later(1min);
    CHECK(refusal(stage, 4999ms) == nothing_lost);
    away(stage, 5s);
}

TEST_CASE("report_outage: refused when no statement ran") {
    Stage stage = opened();
    stage.later(1h);
    CHECK(refusal(stage, 1min) == nothing_lost);
    stage.gives_floor("expression");
    stage.later(1min);
    stage.does(PauseStatement{stage.statement()});
    CHECK(refusal(stage, 1min) == nothing_lost);
    stage.ends_statement();
    stage.does(HonourEmptyChair{InscriptionId{"association"}, std::nullopt, 60s});
    stage.later(30s);
    CHECK(refusal(stage, 20s) == nothing_lost);
    stage.does(CloseMeeting{cuba});
    CHECK(refusal(stage, 20s).code == RefusalCode::meeting_closed);
}

TEST_CASE("report_outage: refused before the outage is over, and to the chair") {
    Stage stage = expression_speaking();
    stage.later(1min);
    CHECK(stage.refusal(ReportOutage{nine, stage.now + 1ms}, secretariat) == nothing_lost);
    CHECK(stage.refusal(ReportOutage{nine, stage.now}).code == RefusalCode::not_permitted);
}
