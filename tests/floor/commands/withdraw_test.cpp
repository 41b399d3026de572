#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// France has asked for a question, from phone-1.
Stage asked(bool at_once) {
    Stage stage = opened();
    stage.does(OpenQuestions{0, 0ms, at_once});
    stage.does(RequestFloor{DelegationId{"mission-fr"}, InscriptionKind::question, {}}, phone);
    return stage;
}

const Withdraw withdraw{InscriptionId{"ask-4"}};

}  // namespace

TEST_CASE("withdraw: withdraws a request or a waiting inscription; undo does not restore it") {
    Stage requested = asked(false);
    requested.does_for_good(withdraw, phone);
    CHECK(requested.meeting().requests.empty());
    Stage inscribed = asked(true);
    inscribed.does_for_good(withdraw, phone);
    CHECK(inscribed.list().size() == 6);
}

TEST_CASE("withdraw: the podium can remove any waiting inscription") {
    Stage stage = asked(true);
    stage.does(withdraw, chair);
    CHECK(stage.list().size() == 6);
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {}});
    stage.does(Withdraw{InscriptionId{"entry-6"}}, secretariat);
    CHECK(stage.list().size() == 6);
}

TEST_CASE("withdraw: refused to a device other than the one that asked") {
    const Refusal refusal{
        RefusalCode::not_yours,
        "Another device made this request: only that device or the chair can withdraw it."};
    for (const bool at_once : {false, true}) {
        const Stage stage = asked(at_once);
        CHECK(stage.refusal(withdraw, other_phone) == refusal);
        CHECK(stage.refusal(withdraw, {Role::delegation, ""}) == refusal);
        CHECK(stage.refusal(Withdraw{InscriptionId{"media"}}, phone) == refusal);
    }
}

TEST_CASE("withdraw: refused for unknown entries, for the panel, and for those not waiting") {
    Stage stage = asked(true);
    CHECK(stage.refusal(Withdraw{InscriptionId{"ask-9"}}, phone) ==
          Refusal{RefusalCode::unknown_request,
                  "This is neither requested nor on the list any more."});
    CHECK(stage.refusal(Withdraw{InscriptionId{"media"}}) ==
          Refusal{RefusalCode::malformed,
                  "National CSO: media is on the programme: it declines, "
                  "or its chair is empty."});
    stage.gives_floor("ask-4");
    CHECK(stage.refusal(withdraw, phone) ==
          Refusal{RefusalCode::not_waiting, "France is not waiting any more."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(withdraw, phone).code == RefusalCode::meeting_closed);
}
