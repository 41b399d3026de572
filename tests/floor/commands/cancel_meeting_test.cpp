#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("cancel_meeting: removes a meeting and its names from the programme for good") {
    Stage stage = founded();
    stage.does_for_good(CancelMeeting{germany}, secretariat);
    CHECK(find(stage.room, germany) == nullptr);
    CHECK(stage.room.proceedings.current == cuba);
    const PlateOfMeeting plate{germany, DelegationId{"nhri"}};
    CHECK_FALSE(stage.room.names->contains(plate));
    stage.does(EraseName{germany, DelegationId{"nhri"}}, secretariat);
    CHECK(stage.room.withheld.at(plate) == NameStanding::erased);
}

TEST_CASE("cancel_meeting: the first meeting of the programme replaces the one on the screens") {
    Stage stage = founded();
    stage.does(CancelMeeting{cuba}, secretariat);
    CHECK(stage.room.proceedings.current == germany);
    stage.does(CancelMeeting{germany}, secretariat);
    CHECK(stage.room.proceedings.current == std::nullopt);
    CHECK(stage.refusal(Next{}) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no meeting yet."});
}

TEST_CASE("cancel_meeting: refused for an opened meeting, and for an unknown one") {
    Stage stage = opened();
    CHECK(stage.refusal(CancelMeeting{cuba}, secretariat) ==
          Refusal{RefusalCode::meeting_under_way,
                  "The meeting on Cuba has been held: it stays in the record."});
    CHECK(stage.refusal(CancelMeeting{MeetingId{"canada"}}, secretariat) ==
          Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."});
}
