#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("show_notice: a notice stays on the screens until another replaces it") {
    Stage stage = founded();
    stage.does(ShowNotice{"  We start five minutes late. "});
    CHECK(stage.room.proceedings.notice == Notice{NoticeId{2}, "We start five minutes late."});
    stage.does(ShowNotice{"Please switch off your microphones."});
    CHECK(stage.room.proceedings.notice ==
          Notice{NoticeId{3}, "Please switch off your microphones."});
}

TEST_CASE("show_notice: refused when empty") {
    const Refusal refusal{RefusalCode::malformed, "The notice is empty."};
    CHECK(founded().refusal(ShowNotice{""}) == refusal);
    CHECK(founded().refusal(ShowNotice{" \n "}) == refusal);
}

TEST_CASE("show_notice: refused with an invalid text") {
    const Stage stage = founded();
    CHECK(stage.refusal(ShowNotice{"two\nlines"}) ==
          Refusal{RefusalCode::malformed, "The notice holds a line break or a control character."});
    CHECK(stage.refusal(ShowNotice{"\xC0\xAF"}) ==
          Refusal{RefusalCode::malformed, "The notice is not well-formed UTF-8."});
    CHECK(stage.refusal(ShowNotice{std::string(801, 'a')}) ==
          Refusal{RefusalCode::malformed, "The notice is too long (at most 800 bytes)."});
}

TEST_CASE("show_notice: refused in a room without a programme") {
    CHECK(Stage{}.refusal(ShowNotice{"Welcome."}) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."});
}

TEST_CASE("show_notice: for a time, after which screens hide it") {
    Stage stage = founded();
    stage.does(ShowNotice{"Please silence your phones.", 5min});
    const Instant shown = stage.room.latest;
    CHECK(stage.room.proceedings.notice->until == shown + 5min);
    const Refusal refusal{RefusalCode::outside_limits,
                          "A notice is shown for at most 24 hours, or until it is taken off."};
    CHECK(stage.refusal(ShowNotice{"Welcome.", 24h + 1ms}) == refusal);
    CHECK(stage.refusal(ShowNotice{"Welcome.", -1ms}) == refusal);
}

TEST_CASE("show_notice: it may count down beside the floor") {
    Stage stage = founded();
    stage.does(ShowNotice{"Vote", 5min, true});
    CHECK(stage.room.proceedings.notice->until == stage.room.latest + 5min);
    CHECK(stage.room.proceedings.notice->counts_down);
    stage.does(ShowNotice{"Welcome."});
    CHECK_FALSE(stage.room.proceedings.notice->counts_down);
    CHECK(stage.refusal(ShowNotice{"Vote", {}, true}) ==
          Refusal{RefusalCode::malformed, "A notice counts down some time."});
}
