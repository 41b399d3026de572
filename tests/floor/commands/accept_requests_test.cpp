#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const AcceptRequests both_questions{{InscriptionId{"ask-5"}, InscriptionId{"ask-4"}}};

/// France (ask-4) and Switzerland (ask-5) ask a question.
Stage with_two_questions() {
    Stage stage = opened();
    stage.does(OpenQuestions{});
    constexpr auto kind = InscriptionKind::question;
    stage.does(RequestFloor{DelegationId{"mission-fr"}, kind, {}}, phone);
    stage.does(RequestFloor{DelegationId{"mission-ch"}, kind, {}}, other_phone);
    return stage;
}

}  // namespace

TEST_CASE(
    "accept_requests: puts several on the list in one act, in the order in which they asked") {
    Stage stage = with_two_questions();
    CHECK(stage.does(both_questions).events ==
          Events{RequestAccepted{cuba, InscriptionId{"ask-4"}, 2min, {}},
                 RequestAccepted{cuba, InscriptionId{"ask-5"}, 2min, {}}});
    CHECK(stage.meeting().requests.empty());
    CHECK(stage.list() == std::vector<std::string>{"sur", "expression", "association", "media",
                                                   "disappearances", "defenders", "ask-4",
                                                   "ask-5"});
}

TEST_CASE("accept_requests: one undo restores all of them, but one that was withdrawn meanwhile") {
    Stage stage = with_two_questions();
    stage.does_and_undoes(both_questions);
    stage.does(both_questions);
    stage.does(Withdraw{InscriptionId{"ask-4"}}, phone);
    stage.undoes();
    CHECK(find_request(stage.meeting(), InscriptionId{"ask-4"}) == nullptr);
    CHECK(find_request(stage.meeting(), InscriptionId{"ask-5"}) != nullptr);
}

TEST_CASE("accept_requests: those that are gone are passed over") {
    Stage stage = with_two_questions();
    stage.does(Withdraw{InscriptionId{"ask-4"}}, phone);
    CHECK(stage.does(both_questions).events ==
          Events{RequestAccepted{cuba, InscriptionId{"ask-5"}, 2min, {}}});
}

TEST_CASE("accept_requests: with a point of order among them none is accepted") {
    Stage stage = with_two_questions();
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::point_of_order, {}},
               phone);
    const AcceptRequests all{
        {InscriptionId{"ask-4"}, InscriptionId{"ask-5"}, InscriptionId{"ask-6"}}};
    CHECK(stage.refusal(all) ==
          Refusal{RefusalCode::malformed,
                  "A point of order interrupts: it does not go on the list."});
}

TEST_CASE("accept_requests: refused for none, for none that waits, and once closed") {
    Stage stage = with_two_questions();
    CHECK(stage.refusal(AcceptRequests{}) ==
          Refusal{RefusalCode::malformed, "No request is named."});
    stage.does(both_questions);
    CHECK(stage.refusal(both_questions).code == RefusalCode::unknown_request);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(both_questions).code == RefusalCode::meeting_closed);
}
