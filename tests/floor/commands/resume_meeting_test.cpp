#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("resume_meeting: a statement that the suspension paused runs again") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(30s);
    stage.does(SuspendMeeting{cuba});
    stage.later(10min);
    stage.does(ResumeMeeting{cuba});
    CHECK(stage.meeting().course == Course::open);
    CHECK_FALSE(stage.meeting().suspended_at);
    CHECK(stage.timer() == Timer{2min, 30s, nine + 10min + 30s});
    CHECK_FALSE(stage.meeting().statement->paused_by_suspension);
    CHECK(remaining(stage.timer(), stage.now + 1ms) == 89'999ms);
}

TEST_CASE("resume_meeting: a statement that was paused before stays paused") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(30s);
    stage.does(PauseStatement{stage.statement()});
    stage.does(SuspendMeeting{cuba});
    stage.does(ResumeMeeting{cuba});
    CHECK(stage.timer() == Timer{2min, 30s, std::nullopt});
}

TEST_CASE("resume_meeting: refused unless the meeting is suspended") {
    Stage stage = opened();
    CHECK(stage.refusal(ResumeMeeting{MeetingId{"canada"}}) ==
          Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."});
    CHECK(stage.refusal(ResumeMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_not_suspended, "The meeting on Cuba is not suspended."});
    CHECK(stage.refusal(ResumeMeeting{germany}) ==
          Refusal{RefusalCode::meeting_not_suspended, "The meeting on Germany is not suspended."});
}
