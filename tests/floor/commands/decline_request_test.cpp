#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("decline_request: the Mission may ask again; undo restores the request") {
    Stage stage = opened();
    const RequestFloor asks{DelegationId{"mission-fr"}, InscriptionKind::question, {}};
    stage.does(OpenQuestions{});
    stage.does(asks, phone);
    stage.does_and_undoes(DeclineRequest{InscriptionId{"ask-4"}});
    stage.does(DeclineRequest{InscriptionId{"ask-4"}});
    CHECK(stage.meeting().requests.empty());
    stage.does(asks, phone);
}

TEST_CASE("decline_request: refused for a request that is gone, and once the meeting is closed") {
    Stage stage = opened();
    CHECK(stage.refusal(DeclineRequest{InscriptionId{"ask-4"}}) ==
          Refusal{RefusalCode::unknown_request,
                  "This request is gone: it was withdrawn, or somebody has answered "
                  "it."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(DeclineRequest{InscriptionId{"ask-4"}}).code ==
          RefusalCode::meeting_closed);
}
