#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("mark_present: the delegation is present, and the reason is dropped") {
    Stage stage = opened();
    stage.does(MarkPresent{DelegationId{"association"}});
    CHECK(stage.plate("association").standing == Standing::present);
    CHECK(stage.plate("association").absence_reason.empty());
    stage.gives_floor("association");
    CHECK(stage.speaker() == "association");
}

TEST_CASE("mark_present: refused when already present") {
    CHECK(opened().refusal(MarkPresent{DelegationId{"media"}}) ==
          Refusal{RefusalCode::already_so, "National CSO: media is marked present already."});
}

TEST_CASE("mark_present: refused for an unknown plate, and once the meeting is closed") {
    Stage stage = opened();
    CHECK(stage.refusal(MarkPresent{DelegationId{"nhri"}}) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(MarkPresent{DelegationId{"association"}}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
