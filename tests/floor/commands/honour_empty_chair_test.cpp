#include "floor/fixture.hpp"
#include "floor/hour.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

HonourEmptyChair honour(const Stage& stage, const std::string& whose, Duration silence) {
    return {InscriptionId{whose}, stage.ending(), silence};
}

}  // namespace

TEST_CASE("honour_empty_chair: a silence ends the previous statement, and nobody has spoken") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(90s);
    const Act act = stage.does(honour(stage, "association", 30s));
    CHECK(act.events ==
          Events{StatementEnded{StatementId{3}}, SilenceBegun{InscriptionId{"association"}, 30s}});
    CHECK(stage.meeting().statement == Statement{StatementId{4}, InscriptionId{"association"},
                                                 stage.now, Timer{30s, 0ms, stage.now}, false,
                                                 true});
    CHECK(stage.inscription("sur").spoken == 90s);
    stage.later(31s);
    stage.does(Next{stage.ending(), {}});
    CHECK(stage.inscription("association").status == InscriptionStatus::empty_chair);
    CHECK(stage.inscription("association").spoken == 0ms);
    CHECK(stage.meeting().turns[1] ==
          Turn{StatementId{4}, InscriptionId{"association"}, nine + 90s, nine + 121s, 0ms, true});
    CHECK(stage.speaker() == "expression");
}

TEST_CASE("honour_empty_chair: without a silence the meeting continues") {
    Stage stage = opened();
    stage.does(honour(stage, "association", 0ms));
    CHECK(stage.inscription("association").status == InscriptionStatus::empty_chair);
    CHECK(stage.speaker().empty());
    CHECK(stage.meeting().turns.empty());
    CHECK(hour_anchors(stage.meeting(), stage.room.rules).freed == 10min);
}

TEST_CASE("honour_empty_chair: a late delegation gets the floor with its whole time") {
    Stage stage = opened();
    stage.does(honour(stage, "association", 2min));
    stage.later(20s);
    stage.does(MarkPresent{DelegationId{"association"}});
    stage.ends_statement();
    stage.gives_floor("association");
    CHECK(stage.timer() == Timer{5min, 0ms, stage.now});
}

TEST_CASE("honour_empty_chair: a silence cannot be paused, resumed, lengthened or yielded") {
    Stage stage = opened();
    stage.does(honour(stage, "association", 30s));
    const Refusal refusal{RefusalCode::silence, "A silence is being held: nobody is speaking."};
    CHECK(stage.refusal(PauseStatement{stage.statement()}) == refusal);
    CHECK(stage.refusal(ResumeStatement{stage.statement()}) == refusal);
    CHECK(stage.refusal(AddTime{stage.statement(), 1min}) == refusal);
    CHECK(stage.refusal(Yield{stage.statement(), InscriptionId{"media"}}) == refusal);
}

TEST_CASE("honour_empty_chair: undo restores everything") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(61'001ms);
    stage.does_and_undoes(honour(stage, "association", 30s));
    stage.does_and_undoes(honour(stage, "association", 0ms));
    CHECK(stage.timer() == Timer{2min, 0ms, nine});
}

TEST_CASE("honour_empty_chair: refused for those here, heard already, or not on the list") {
    Stage stage = opened();
    CHECK(stage.refusal(honour(stage, "media", 30s)) ==
          Refusal{RefusalCode::already_so, "National CSO: media is here: give it the floor."});
    CHECK(stage.refusal(honour(stage, "nhri", 30s)).code == RefusalCode::unknown_inscription);
    stage.does(honour(stage, "association", 0ms));
    CHECK(stage.refusal(honour(stage, "association", 30s)) ==
          Refusal{RefusalCode::not_waiting, "National CSO: association has had its turn."});
}

TEST_CASE(
    "honour_empty_chair: refused beyond two minutes, if stale, in a point of order, unless open") {
    Stage stage = founded();
    CHECK(stage.refusal(honour(stage, "association", 30s)).code == RefusalCode::meeting_not_open);
    stage.does(OpenMeeting{cuba});
    const Refusal too_long{RefusalCode::outside_limits, "A silence is at most 2:00 minutes."};
    CHECK(stage.refusal(honour(stage, "association", 2min + 1ms)) == too_long);
    CHECK(stage.refusal(honour(stage, "association", -1ms)) == too_long);
    CHECK(stage.refusal(HonourEmptyChair{InscriptionId{"association"}, StatementId{9}, 30s}) ==
          Refusal{RefusalCode::stale, "The floor has passed on: nobody has the floor now."});
    stage.does(RaisePointOfOrder{DelegationId{"media"}, {}});
    CHECK(stage.refusal(honour(stage, "association", 30s)) ==
          Refusal{RefusalCode::point_of_order,
                  "A point of order by National CSO: media is being heard: rule on it first."});
}
