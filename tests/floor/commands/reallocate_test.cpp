#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

Allotment allot(const std::string& whom, Duration time) {
    return {InscriptionId{whom}, time};
}

}  // namespace

TEST_CASE("reallocate: sets the times and the reserve in one act") {
    Stage stage = opened();
    stage.does(Reallocate{{allot("expression", 6min), allot("sur", 90s)}, 10min});
    CHECK(stage.inscription("expression").allotted == 6min);
    CHECK(stage.inscription("sur").allotted == 90s);
    CHECK(stage.inscription("media").allotted == 7min);
    CHECK(stage.meeting().reserve == 10min);
    stage.does(Reallocate{{}, 0ms});
    CHECK(stage.meeting().reserve == 0ms);
}

TEST_CASE("reallocate: undo restores everything") {
    Stage stage = opened();
    stage.does_and_undoes(Reallocate{{allot("expression", 6min)}, 10min});
}

TEST_CASE("reallocate: refused outside the limits of the kind") {
    const Stage stage = opened();
    const Refusal refusal{RefusalCode::outside_limits,
                          "National CSO: media may be allotted 5:00 to 7:00 minutes."};
    CHECK(stage.refusal(Reallocate{{allot("media", 7min + 1ms)}, 0ms}) == refusal);
    CHECK(stage.refusal(Reallocate{{allot("media", 5min - 1ms)}, 0ms}) == refusal);
    const Refusal reserve{RefusalCode::outside_limits,
                          "The reserve for questions is 0 to 6 hours."};
    CHECK(stage.refusal(Reallocate{{}, -1ms}) == reserve);
    CHECK(stage.refusal(Reallocate{{}, 6h + 1ms}) == reserve);
}

TEST_CASE("reallocate: refused for those no longer waiting, repeated ones, and without a change") {
    Stage stage = opened();
    stage.gives_floor("media");
    CHECK(stage.refusal(Reallocate{{allot("media", 6min)}, 0ms}) ==
          Refusal{RefusalCode::stale,
                  "The list has changed: National CSO: media is not waiting any more."});
    CHECK(stage.refusal(Reallocate{{allot("nhri", 6min)}, 0ms}).code ==
          RefusalCode::unknown_inscription);
    CHECK(stage.refusal(Reallocate{{allot("sur", 1min), allot("sur", 90s)}, 0ms}) ==
          Refusal{RefusalCode::malformed, "An entry of the list is named twice."});
    stage.does(Reallocate{{}, 10min});
    CHECK(stage.refusal(Reallocate{{}, 10min}) ==
          Refusal{RefusalCode::already_so, "This would change nothing."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(Reallocate{{}, 0ms}).code == RefusalCode::meeting_closed);
}
