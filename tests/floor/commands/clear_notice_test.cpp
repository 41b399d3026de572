#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("clear_notice: removes the notice from the screens") {
    Stage stage = founded();
    stage.does(ShowNotice{"We start five minutes late."});
    stage.does(ClearNotice{NoticeId{2}});
    CHECK_FALSE(stage.room.proceedings.notice);
}

TEST_CASE("clear_notice: refused for a notice that is gone or was replaced") {
    Stage stage = founded();
    CHECK(stage.refusal(ClearNotice{NoticeId{2}}) ==
          Refusal{RefusalCode::stale, "No notice is on the screens any more."});
    stage.does(ShowNotice{"We start five minutes late."});
    stage.does(ShowNotice{"We start ten minutes late."});
    CHECK(stage.refusal(ClearNotice{NoticeId{2}}) ==
          Refusal{RefusalCode::stale, "Another notice is on the screens now."});
}
