#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

SetAllotment set_to(const std::string& to, Duration allotted) {
    return {InscriptionId{to}, allotted};
}

}  // namespace

TEST_CASE("set_allotment: changes a waiting inscription at any time before the closing") {
    Stage stage = founded();
    stage.does(set_to("expression", 6min));
    CHECK(stage.inscription("expression").allotted == 6min);
    stage.does(OpenMeeting{cuba});
    stage.does(SuspendMeeting{cuba});
    stage.does(set_to("sur", 30s));
    CHECK(stage.inscription("sur").allotted == 30s);
}

TEST_CASE("set_allotment: changes the running timer, and keeps the added time") {
    Stage stage = opened();
    stage.gives_floor("expression");
    stage.does(AddTime{stage.statement(), 1min});
    stage.later(2min);
    stage.does(set_to("expression", 7min));
    CHECK(stage.timer() == Timer{8min, 0ms, nine});
    CHECK(stage.inscription("expression").added == 1min);
}

TEST_CASE("set_allotment: refused outside the limits of its kind") {
    const Stage stage = opened();
    const Refusal panel{RefusalCode::outside_limits,
                        "National CSO: media may be allotted 5:00 to 7:00 minutes."};
    CHECK(stage.refusal(set_to("media", 5min - 1ms)) == panel);
    CHECK(stage.refusal(set_to("media", 7min + 1ms)) == panel);
    const Refusal sur{RefusalCode::outside_limits, "Cuba may be allotted 0:30 to 2:00 minutes."};
    CHECK(stage.refusal(set_to("sur", 2min + 1ms)) == sur);
    CHECK(stage.refusal(set_to("sur", Duration::min())) == sur);
}

TEST_CASE("set_allotment: refused when more than that was already taken") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(AddTime{stage.statement(), -6min});
    CHECK(stage.refusal(set_to("media", 5min)) ==
          Refusal{RefusalCode::outside_limits,
                  "More than that was taken from National CSO: media already."});
    stage.does(set_to("media", 6min));
    CHECK(stage.timer().allotted == 0ms);
}

TEST_CASE("set_allotment: refused without a change") {
    CHECK(
        opened().refusal(set_to("media", 7min)) ==
        Refusal{RefusalCode::already_so, "National CSO: media is allotted 7:00 minutes already."});
}

TEST_CASE("set_allotment: refused for an inscription that was heard or declined") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.ends_statement();
    CHECK(stage.refusal(set_to("media", 5min)) ==
          Refusal{RefusalCode::not_waiting, "National CSO: media has spoken already."});
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    CHECK(stage.refusal(set_to("sur", 1min)) ==
          Refusal{RefusalCode::not_waiting, "Cuba has declined its statement."});
}

TEST_CASE("set_allotment: refused for an unknown inscription, and once the meeting is closed") {
    Stage stage = opened();
    CHECK(stage.refusal(set_to("nhri", 5min)) ==
          Refusal{RefusalCode::unknown_inscription,
                  "The meeting on Cuba has no such entry on its speakers' list."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(set_to("media", 5min)) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
