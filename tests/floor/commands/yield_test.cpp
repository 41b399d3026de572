#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Media, with seven minutes, has spoken for one.
Stage media_speaking() {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(1min);
    return stage;
}

Yield yield(const Stage& stage, const std::string& to) {
    return {stage.statement(), InscriptionId{to}};
}

}  // namespace

TEST_CASE("yield: the remaining time passes to another delegation, which gets the floor") {
    Stage stage = media_speaking();
    const Act act = stage.does(yield(stage, "expression"));
    CHECK(act.events == Events{TimeAdded{StatementId{3}, -6min}, StatementEnded{StatementId{3}},
                               FloorGiven{InscriptionId{"expression"}},
                               TimeAdded{StatementId{4}, 6min}});
    CHECK(stage.timer() == Timer{11min, 0ms, stage.now});
    CHECK(stage.inscription("expression").added == 6min);
    CHECK(stage.inscription("media").status == InscriptionStatus::spoken);
    CHECK(stage.inscription("media").spoken == 1min);
    // The six minutes are counted once.
    CHECK(stage.inscription("media").added == -6min);
}

TEST_CASE("yield: undo restores everything") {
    Stage stage = media_speaking();
    stage.does_and_undoes(yield(stage, "expression"));
}

TEST_CASE("yield: refused to itself, an empty chair, an answer, and those not on the list") {
    Stage stage = media_speaking();
    stage.does(BeginAnswers{{DelegationId{"defenders"}}, 0ms});
    CHECK(stage.refusal(yield(stage, "media")) ==
          Refusal{RefusalCode::has_the_floor, "National CSO: media has the floor already."});
    CHECK(stage.refusal(yield(stage, "association")) ==
          Refusal{RefusalCode::delegation_absent,
                  "National CSO: association is not here, and cannot take it."});
    CHECK(stage.refusal(yield(stage, "answer-4-1")) ==
          Refusal{RefusalCode::not_waiting,
                  "Time can pass only to a statement, a question or a reply."});
    CHECK(stage.refusal(yield(stage, "nhri")).code == RefusalCode::unknown_inscription);
}

TEST_CASE("yield: refused from an answer, which uses its round's time") {
    Stage stage = opened();
    stage.does(BeginAnswers{{DelegationId{"defenders"}}, 0ms});
    stage.does(Next{});
    CHECK(stage.refusal(yield(stage, "media")) ==
          Refusal{RefusalCode::outside_limits,
                  "An answer has no time of its own: the next one has what the round has left."});
}

TEST_CASE(
    "yield: refused without remaining time, beyond ten minutes, and once the statement is over") {
    Stage stage = media_speaking();
    CHECK(stage.refusal(Yield{StatementId{2}, InscriptionId{"expression"}}) ==
          Refusal{RefusalCode::stale,
                  "That statement is over: National CSO: media has the floor "
                  "now."});
    stage.does(AddTime{stage.statement(), 4min + 1ms});
    CHECK(stage.refusal(yield(stage, "expression")) ==
          Refusal{RefusalCode::outside_limits,
                  "At most 10:00 minutes can be added to one statement."});
    stage.later(10min + 1ms);
    CHECK(stage.refusal(yield(stage, "expression")) ==
          Refusal{RefusalCode::outside_limits, "No time is left to pass on."});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(yield(stage, "expression")).code == RefusalCode::meeting_not_open);
}
