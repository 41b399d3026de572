#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("announce_meeting: a planned meeting appears on the screens") {
    Stage stage = founded();
    stage.does(AnnounceMeeting{germany});
    CHECK(stage.room.proceedings.current == germany);
    CHECK(stage.meeting().course == Course::planned);
    stage.does(AnnounceMeeting{cuba});
    CHECK(stage.room.proceedings.current == cuba);
}

TEST_CASE("announce_meeting: another meeting can be announced after one has closed") {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    stage.does(AnnounceMeeting{germany});
    CHECK(stage.room.proceedings.current == germany);
}

TEST_CASE("announce_meeting: refused for a meeting that is not in the programme") {
    CHECK(founded().refusal(AnnounceMeeting{MeetingId{"canada"}}) ==
          Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."});
}

TEST_CASE("announce_meeting: refused for the meeting on the screens") {
    CHECK(
        opened().refusal(AnnounceMeeting{cuba}) ==
        Refusal{RefusalCode::already_announced, "The meeting on Cuba is on the screens already."});
}

TEST_CASE("announce_meeting: refused while another is open or suspended") {
    Stage stage = opened();
    const Refusal refusal{RefusalCode::another_meeting_open,
                          "The meeting on Cuba is still open: close it first."};
    CHECK(stage.refusal(AnnounceMeeting{germany}) == refusal);
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(AnnounceMeeting{germany}) == refusal);
}

TEST_CASE("announce_meeting: refused for a meeting that is over") {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    stage.does(AnnounceMeeting{germany});
    CHECK(stage.refusal(AnnounceMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_not_planned,
                  "The meeting on Cuba is over: only a meeting to come can be announced."});
}
