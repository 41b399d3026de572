#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("decline_statement: Next skips a declined statement") {
    Stage stage = opened();
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    CHECK(stage.inscription("sur").status == InscriptionStatus::declined);
    CHECK(next_inscription(stage.meeting())->id.value == "expression");
}

TEST_CASE("decline_statement: allowed before the opening and during a suspension") {
    Stage stage = founded();
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    stage.does(OpenMeeting{cuba});
    stage.does(SuspendMeeting{cuba});
    stage.does(DeclineStatement{InscriptionId{"media"}});
    CHECK(stage.inscription("media").status == InscriptionStatus::declined);
}

TEST_CASE("decline_statement: refused for an inscription that is not waiting") {
    Stage stage = opened();
    stage.gives_floor("sur");
    CHECK(stage.refusal(DeclineStatement{InscriptionId{"sur"}}) ==
          Refusal{RefusalCode::has_the_floor, "Cuba has the floor: end the statement instead."});
    stage.ends_statement();
    CHECK(stage.refusal(DeclineStatement{InscriptionId{"sur"}}) ==
          Refusal{RefusalCode::not_waiting, "Cuba has had its turn already."});
    stage.does(DeclineStatement{InscriptionId{"media"}});
    CHECK(stage.refusal(DeclineStatement{InscriptionId{"media"}}) ==
          Refusal{RefusalCode::already_so, "National CSO: media has declined already."});
    CHECK(stage.refusal(DeclineStatement{InscriptionId{"nhri"}}) ==
          Refusal{RefusalCode::unknown_inscription,
                  "The meeting on Cuba has no such entry on its speakers' list."});
}

TEST_CASE("decline_statement: refused once the meeting is closed, and without a meeting") {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(DeclineStatement{InscriptionId{"sur"}}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
    CHECK(Stage{}.refusal(DeclineStatement{InscriptionId{"sur"}}) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no meeting yet."});
}
