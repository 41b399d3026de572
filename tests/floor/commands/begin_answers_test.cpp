#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

BeginAnswers answers(std::vector<DelegationId> whose, Duration budget = 0ms) {
    return {std::move(whose), budget};
}

const DelegationId media{"media"};
const DelegationId defenders{"defenders"};

}  // namespace

TEST_CASE("begin_answers: answers go in the given order before all who wait, with one budget") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.does(answers({media, DelegationId{"expression"}}));
    CHECK(stage.list() == std::vector<std::string>{"sur", "answer-4-1", "answer-4-2", "expression",
                                                   "association", "media", "disappearances",
                                                   "defenders"});
    CHECK(stage.meeting().rounds == std::vector<AnswerRound>{{RoundId{4}, 4min}});
    CHECK(stage.inscription("answer-4-1").delegation == media);
    CHECK(stage.inscription("answer-4-1").kind == InscriptionKind::answer);
    CHECK(stage.inscription("answer-4-1").round == RoundId{4});
}

TEST_CASE("begin_answers: each answer uses what its round has left") {
    Stage stage = opened();
    stage.does(answers({media, defenders}, 3min));
    stage.does(Next{});
    CHECK(stage.timer() == Timer{3min, 0ms, nine});
    stage.later(100s);
    stage.does(Next{stage.ending(), {}});
    CHECK(stage.speaker() == "answer-3-2");
    CHECK(stage.timer() == Timer{80s, 0ms, stage.now});
    stage.later(30s);
    stage.gives_floor("answer-3-1");
    CHECK(remaining(stage.timer(), stage.now) == 50s);
    stage.does(AddTime{stage.statement(), 1min});
    stage.later(20s);
    stage.gives_floor("answer-3-2");
    CHECK(remaining(stage.timer(), stage.now) == 90s);
}

TEST_CASE("begin_answers: after the budget is spent, the next answer has zero, not less") {
    Stage stage = opened();
    stage.does(answers({media, defenders}, 1min));
    stage.does(Next{});
    stage.later(90s);
    stage.does(Next{stage.ending(), {}});
    CHECK(stage.timer().allotted == 0ms);
}

TEST_CASE(
    "begin_answers: the first who answers has the floor in the same act, and one undo takes it "
    "back") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(30s);
    const BeginAnswers command{{media, defenders}, 3min, true, stage.ending()};
    stage.does_and_undoes(command);
    CHECK(stage.speaker() == "sur");
    CHECK(stage.does(command).events == Events{AnswersBegun{{media, defenders}, 3min},
                                               StatementEnded{StatementId{3}},
                                               FloorGiven{InscriptionId{"answer-6-1"}}});
    CHECK(stage.speaker() == "answer-6-1");
    CHECK(stage.timer() == Timer{3min, 0ms, stage.now});
    CHECK(stage.inscription("sur").status == InscriptionStatus::spoken);
}

TEST_CASE("begin_answers: with the floor for the first, refused when the floor has passed on") {
    Stage stage = opened();
    stage.gives_floor("sur");
    CHECK(stage.refusal(BeginAnswers{{media}, 0ms, true, std::nullopt}).code == RefusalCode::stale);
    stage.does(RaisePointOfOrder{media, stage.ending()});
    CHECK(stage.refusal(BeginAnswers{{media}, 0ms, true, stage.ending()}).code ==
          RefusalCode::point_of_order);
    CHECK(stage.list().size() == 7);
}

TEST_CASE("begin_answers: undo restores everything") {
    Stage stage = opened();
    stage.does_and_undoes(answers({media, defenders}));
}

TEST_CASE(
    "begin_answers: refused without plates, for unknown, repeated or absent ones, unless open") {
    Stage stage = founded();
    CHECK(stage.refusal(answers({media})).code == RefusalCode::meeting_not_open);
    stage.does(OpenMeeting{cuba});
    CHECK(stage.refusal(answers({})) ==
          Refusal{RefusalCode::malformed, "Nobody is named to answer."});
    CHECK(stage.refusal(answers({DelegationId{"moderator"}})) ==
          Refusal{RefusalCode::unknown_delegation,
                  "The meeting on Cuba has no such name plate on its podium."});
    CHECK(stage.refusal(answers({media, media})) ==
          Refusal{RefusalCode::malformed, "National CSO: media is named twice."});
    CHECK(stage.refusal(answers({DelegationId{"association"}})) ==
          Refusal{RefusalCode::delegation_absent,
                  "National CSO: association is not here, and cannot answer."});
}

TEST_CASE("begin_answers: refused with less than ten seconds or more than an hour") {
    const Stage stage = opened();
    const Refusal refusal{RefusalCode::outside_limits,
                          "A round of answers has 0:10 to 60:00 minutes."};
    CHECK(stage.refusal(answers({media}, 9'999ms)) == refusal);
    CHECK(stage.refusal(answers({media}, 1h + 1ms)) == refusal);
    CHECK(stage.refusal(answers({media}, -1ms)) == refusal);
}
