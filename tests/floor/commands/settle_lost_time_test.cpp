#include "floor/fixture.hpp"
#include "floor/lost_time.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Expression has the floor, and 134 s of its five minutes passed while no server ran.
Stage away() {
    Stage stage = opened();
    stage.gives_floor("expression");
    stage.later(134s);
    stage.does(ReportOutage{nine, stage.now}, secretariat);
    return stage;
}

}  // namespace

TEST_CASE("settle_lost_time: the offered time is added to the statement once") {
    Stage stage = away();
    const SettleLostTime give{stage.statement(), 134s, true};
    const Act act = stage.does(give);
    CHECK(act.events == std::vector<Event>{LostTimeSettled{stage.statement()},
                                           TimeAdded{stage.statement(), 134s}});
    CHECK(stage.timer() == Timer{434s, 0ms, nine});
    CHECK(stage.inscription("expression").added == 134s);
    CHECK(stage.refusal(give) ==
          Refusal{RefusalCode::already_so, "No lost time is left to give back."});
}

TEST_CASE("settle_lost_time: a dismissed offer is gone, and adds nothing") {
    Stage stage = away();
    stage.does(SettleLostTime{stage.statement(), 134s, false});
    CHECK(stage.timer() == Timer{5min, 0ms, nine});
    CHECK(offered_time(stage.meeting()) == 0s);
}

TEST_CASE("settle_lost_time: undo restores the offer") {
    Stage stage = away();
    stage.does_and_undoes(SettleLostTime{stage.statement(), 134s, true});
    stage.does_and_undoes(SettleLostTime{stage.statement(), 134s, false});
    CHECK(offered_time(stage.meeting()) == 134s);
}

TEST_CASE("settle_lost_time: a paused statement gets its time back") {
    Stage stage = away();
    stage.does(PauseStatement{stage.statement()});
    stage.does(SettleLostTime{stage.statement(), 134s, true});
    CHECK(stage.timer() == Timer{434s, 134s, std::nullopt});
}

TEST_CASE("settle_lost_time: refused when the offer is not the one that the sender saw") {
    Stage stage = away();
    stage.does(AddTime{stage.statement(), 60s});
    CHECK(stage.refusal(SettleLostTime{stage.statement(), 134s, true}) ==
          Refusal{RefusalCode::stale, "It is 1:14 minutes that are offered now."});
    stage.does(SettleLostTime{stage.statement(), 74s, true});
    CHECK(stage.inscription("expression").added == 134s);
}

TEST_CASE("settle_lost_time: refused for a statement that is over, and while suspended") {
    Stage stage = away();
    CHECK(stage.refusal(SettleLostTime{StatementId{2}, 134s, true}).code == RefusalCode::stale);
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(SettleLostTime{stage.statement(), 134s, true}).code ==
          RefusalCode::meeting_not_open);
}
