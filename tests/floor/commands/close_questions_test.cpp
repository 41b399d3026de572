#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("close_questions: further requests are refused, earlier ones stay") {
    Stage stage = opened();
    stage.does(OpenQuestions{});
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::question, {}}, phone);
    stage.does(CloseQuestions{});
    CHECK_FALSE(stage.meeting().questions.open);
    CHECK(stage.meeting().requests.size() == 1);
    CHECK(stage.refusal(RequestFloor{DelegationId{"mission-ch"}, InscriptionKind::question, {}},
                        phone) ==
          Refusal{RefusalCode::questions_closed, "The list for questions is closed."});
}

TEST_CASE(
    "close_questions: the list says when it was closed, so that it is known to have been open") {
    Stage stage = opened();
    stage.does(OpenQuestions{});
    CHECK(stage.meeting().questions.closes_at == std::nullopt);
    stage.later(3min);
    stage.does(CloseQuestions{});
    CHECK(stage.meeting().questions.closes_at == stage.now);
}

TEST_CASE("close_questions: a list whose time has run out keeps that time") {
    Stage stage = opened();
    stage.does(OpenQuestions{0, 10min, false});
    const auto closes_at = stage.meeting().questions.closes_at;
    stage.later(12min);
    stage.does(CloseQuestions{});
    CHECK(stage.meeting().questions.closes_at == closes_at);
}

TEST_CASE("close_questions: undo restores everything") {
    Stage stage = opened();
    stage.does(OpenQuestions{6, 10min, true});
    stage.does_and_undoes(CloseQuestions{});
}

TEST_CASE("close_questions: refused when the list is closed, and once the meeting is closed") {
    Stage stage = opened();
    CHECK(stage.refusal(CloseQuestions{}) ==
          Refusal{RefusalCode::already_so, "The list for questions is already closed."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(CloseQuestions{}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
