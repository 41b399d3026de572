#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const DeclineRequests both{{InscriptionId{"ask-3"}, InscriptionId{"ask-4"}}};

/// Points of order of France and of Switzerland wait as ask-3 and ask-4.
Stage with_three_requests() {
    Stage stage = opened();
    constexpr auto kind = InscriptionKind::point_of_order;
    stage.does(RequestFloor{DelegationId{"mission-fr"}, kind, {}}, phone);
    stage.does(RequestFloor{DelegationId{"mission-ch"}, kind, {}}, other_phone);
    return stage;
}

}  // namespace

TEST_CASE("decline_requests: declines several in one act, and one undo restores them") {
    Stage stage = with_three_requests();
    stage.does_and_undoes(both);
    stage.does(both);
    CHECK(stage.meeting().requests.empty());
}

TEST_CASE("decline_requests: those that are gone are passed over") {
    Stage stage = with_three_requests();
    stage.does(Withdraw{InscriptionId{"ask-3"}}, phone);
    CHECK(stage.does(both).events == Events{RequestDeclined{InscriptionId{"ask-4"}}});
}

TEST_CASE("decline_requests: refused for none, for none that waits, and once closed") {
    Stage stage = with_three_requests();
    CHECK(stage.refusal(DeclineRequests{}) ==
          Refusal{RefusalCode::malformed, "No request is named."});
    stage.does(both);
    CHECK(stage.refusal(both).code == RefusalCode::unknown_request);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(both).code == RefusalCode::meeting_closed);
}
