#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("open_meeting: the meeting is open from this instant") {
    Stage stage = founded();
    stage.later(3min + 7ms);
    stage.does(OpenMeeting{cuba});
    CHECK(stage.meeting().id == cuba);
    CHECK(stage.meeting().course == Course::open);
    CHECK(stage.meeting().opened_at == nine + 3min + 7ms);
    CHECK(stage.speaker().empty());
}

TEST_CASE("open_meeting: a meeting that was not announced appears on the screens") {
    Stage stage = founded();
    stage.does(OpenMeeting{germany});
    CHECK(stage.room.proceedings.current == germany);
}

TEST_CASE("open_meeting: refused for a meeting that is not in the programme") {
    CHECK(founded().refusal(OpenMeeting{MeetingId{"canada"}}) ==
          Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."});
}

TEST_CASE("open_meeting: refused unless the meeting is planned") {
    Stage stage = opened();
    CHECK(stage.refusal(OpenMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_not_planned, "The meeting on Cuba is open already."});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(OpenMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_not_planned,
                  "The meeting on Cuba is suspended: resume it instead."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(OpenMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_not_planned,
                  "The meeting on Cuba is closed and cannot be opened again."});
}

TEST_CASE("open_meeting: refused while another is open or suspended") {
    Stage stage = opened();
    const Refusal refusal{RefusalCode::another_meeting_open,
                          "The meeting on Cuba is still open: close it first."};
    CHECK(stage.refusal(OpenMeeting{germany}) == refusal);
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(OpenMeeting{germany}) == refusal);
    stage.does(CloseMeeting{cuba});
    stage.does(OpenMeeting{germany});
    CHECK(stage.room.proceedings.current == germany);
}
