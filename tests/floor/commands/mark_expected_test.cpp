#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("mark_expected: the plate stays up without a reason, and Next skips it") {
    Stage stage = opened();
    stage.does(MarkExpected{DelegationId{"sur"}});
    stage.does(MarkExpected{DelegationId{"association"}});
    CHECK(stage.plate("sur").standing == Standing::expected);
    CHECK(stage.plate("association").absence_reason.empty());
    CHECK(next_inscription(stage.meeting())->id.value == "expression");
    CHECK(stage.inscription("sur").status == InscriptionStatus::waiting);
}

TEST_CASE("mark_expected: a delegation whose reader is only expected is absent again") {
    Stage stage = opened();
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"media"}});
    stage.does_and_undoes(MarkExpected{DelegationId{"media"}});
    stage.does(MarkExpected{DelegationId{"media"}});
    CHECK(stage.plate("association").standing == Standing::absent);
    CHECK(stage.plate("association").reader == std::nullopt);
}

TEST_CASE("mark_expected: undo restores everything") {
    Stage stage = opened();
    stage.does_and_undoes(MarkExpected{DelegationId{"association"}});
    CHECK(stage.plate("association").absence_reason == "Prevented from travelling.");
}

TEST_CASE(
    "mark_expected: refused for the speaker, the expected, unknown plates and the moderator") {
    Stage stage = opened();
    stage.does(MarkExpected{DelegationId{"media"}});
    CHECK(stage.refusal(MarkExpected{DelegationId{"media"}}) ==
          Refusal{RefusalCode::already_so, "National CSO: media is expected already."});
    stage.gives_floor("sur");
    CHECK(stage.refusal(MarkExpected{DelegationId{"sur"}}) ==
          Refusal{RefusalCode::has_the_floor, "Cuba has the floor: end the statement first."});
    CHECK(stage.refusal(MarkExpected{DelegationId{"nhri"}}) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    CHECK(stage.refusal(MarkExpected{DelegationId{"moderator"}}) ==
          Refusal{RefusalCode::malformed, "The moderator has no name plate that could be empty."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(MarkExpected{DelegationId{"sur"}}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
