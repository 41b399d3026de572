#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// France (ask-4) and Switzerland (ask-5) ask a question.
Stage asked() {
    Stage stage = opened();
    stage.does(OpenQuestions{});
    stage.does(
        RequestFloor{
            DelegationId{"mission-fr"}, InscriptionKind::question, {DelegationId{"media"}}},
        phone);
    stage.does(RequestFloor{DelegationId{"mission-ch"}, InscriptionKind::question, {}},
               other_phone);
    return stage;
}

}  // namespace

TEST_CASE("accept_request: the request becomes an inscription with the same id") {
    Stage stage = asked();
    stage.does(AcceptRequest{InscriptionId{"ask-5"}, {}});
    stage.does(AcceptRequest{InscriptionId{"ask-4"}, InscriptionId{"ask-5"}});
    CHECK(stage.meeting().requests.empty());
    CHECK(stage.list() == std::vector<std::string>{"sur", "expression", "association", "media",
                                                   "disappearances", "defenders", "ask-4",
                                                   "ask-5"});
    const Inscription& question = stage.inscription("ask-4");
    CHECK(question.delegation == DelegationId{"mission-fr"});
    CHECK(question.kind == InscriptionKind::question);
    CHECK(question.status == InscriptionStatus::waiting);
    CHECK(question.allotted == 2min);
    CHECK(question.addressed_to == std::vector{DelegationId{"media"}});
    CHECK(question.asked_by == "phone-1");
}

TEST_CASE("accept_request: undo restores the request, unless it was withdrawn meanwhile") {
    Stage stage = asked();
    stage.does_and_undoes(AcceptRequest{InscriptionId{"ask-4"}, {}});
    stage.does(AcceptRequest{InscriptionId{"ask-4"}, {}});
    stage.does(Withdraw{InscriptionId{"ask-4"}}, phone);
    stage.undoes();
    CHECK(find_request(stage.meeting(), InscriptionId{"ask-4"}) == nullptr);
    CHECK(find(stage.meeting(), InscriptionId{"ask-4"}) == nullptr);
}

TEST_CASE("accept_request: refused for a request that is gone, and for a point of order") {
    Stage stage = asked();
    stage.does(Withdraw{InscriptionId{"ask-4"}}, phone);
    CHECK(stage.refusal(AcceptRequest{InscriptionId{"ask-4"}, {}}) ==
          Refusal{RefusalCode::unknown_request,
                  "This request is gone: it was withdrawn, or somebody has answered "
                  "it."});
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::point_of_order, {}},
               phone);
    CHECK(stage.refusal(AcceptRequest{InscriptionId{"ask-7"}, {}}) ==
          Refusal{RefusalCode::malformed,
                  "A point of order interrupts: it does not go on the list."});
}

TEST_CASE("accept_request: refused before an inscription that is not waiting, and once closed") {
    Stage stage = asked();
    CHECK(stage.refusal(AcceptRequest{InscriptionId{"ask-4"}, InscriptionId{"nobody"}}).code ==
          RefusalCode::unknown_inscription);
    stage.gives_floor("media");
    CHECK(stage.refusal(AcceptRequest{InscriptionId{"ask-4"}, InscriptionId{"media"}}) ==
          Refusal{RefusalCode::stale,
                  "The list has changed: National CSO: media is not waiting any more."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(AcceptRequest{InscriptionId{"ask-4"}, {}}).code ==
          RefusalCode::meeting_closed);
}
