#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

RuleOnPointOfOrder rule(const Stage& stage, const std::string& text = "") {
    return {stage.statement(), Ruling::upheld, text};
}

/// Media, with seven minutes, was interrupted by Cuba after 61,001 ms.
Stage interrupted(bool paused) {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(61'001ms);
    if (paused) stage.does(PauseStatement{stage.statement()});
    stage.later(500ms);
    stage.does(RaisePointOfOrder{DelegationId{"sur"}, stage.ending()});
    stage.later(45s);
    return stage;
}

}  // namespace

TEST_CASE(
    "rule_on_point_of_order: the interrupted statement runs on with exactly its remaining time") {
    Stage stage = interrupted(false);
    stage.does(rule(stage, "  The list stands. "));
    CHECK(stage.speaker() == "media");
    CHECK(stage.timer() == Timer{7min, 61'501ms, stage.now});
    CHECK(stage.statement() == StatementId{5});
    CHECK(stage.inscription("order-4").status == InscriptionStatus::spoken);
    CHECK(stage.inscription("order-4").ruling == Ruling::upheld);
    CHECK(stage.inscription("order-4").ruling_text == "The list stands.");
    CHECK(stage.meeting().interrupted == std::nullopt);
    CHECK(stage.meeting().turns[1].spoken == 45s);
}

TEST_CASE("rule_on_point_of_order: a paused statement stays paused") {
    Stage stage = interrupted(true);
    stage.does(rule(stage));
    CHECK(stage.timer() == Timer{7min, 61'001ms, std::nullopt});
}

TEST_CASE("rule_on_point_of_order: an answer in overtime continues in overtime") {
    Stage stage = opened();
    stage.does(BeginAnswers{{DelegationId{"media"}}, 1min});
    stage.does(Next{});
    stage.later(75s);
    stage.does(RaisePointOfOrder{DelegationId{"sur"}, stage.ending()});
    stage.later(10s);
    stage.does(rule(stage));
    CHECK(remaining(stage.timer(), stage.now) == -15s);
}

TEST_CASE("rule_on_point_of_order: the floor is free if nobody was interrupted") {
    Stage stage = opened();
    stage.does(RaisePointOfOrder{DelegationId{"sur"}, {}});
    stage.does(rule(stage));
    CHECK(stage.speaker().empty());
    CHECK(stage.refusal(GiveFloor{InscriptionId{"order-3"}, {}}) ==
          Refusal{RefusalCode::not_waiting, "That point of order has been ruled on."});
}

TEST_CASE("rule_on_point_of_order: undo restores everything") {
    for (const bool paused : {false, true}) {
        Stage stage = interrupted(paused);
        stage.does_and_undoes(rule(stage));
    }
}

TEST_CASE(
    "rule_on_point_of_order: refused without one, if stale, unless open, with an invalid text") {
    Stage stage = interrupted(false);
    CHECK(stage.refusal(RuleOnPointOfOrder{StatementId{3}, Ruling::noted, ""}) ==
          Refusal{RefusalCode::stale, "That statement is over: Cuba has the floor now."});
    CHECK(stage.refusal(rule(stage, "two\nlines")) ==
          Refusal{RefusalCode::malformed, "The ruling holds a line break or a control character."});
    CHECK(stage.refusal(rule(stage, std::string(401, 'a'))) ==
          Refusal{RefusalCode::malformed, "The ruling is too long (at most 400 bytes)."});
    stage.does(rule(stage));
    CHECK(stage.refusal(rule(stage)) ==
          Refusal{RefusalCode::no_point_of_order, "No point of order is being heard."});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(rule(stage)).code == RefusalCode::meeting_not_open);
}
