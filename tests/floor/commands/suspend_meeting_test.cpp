#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("suspend_meeting: the meeting and its statement stop") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(42'001ms);
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.meeting().course == Course::suspended);
    CHECK(stage.meeting().suspended_at == nine + 42'001ms);
    CHECK(stage.timer() == Timer{2min, 42'001ms, std::nullopt});
    CHECK(stage.meeting().statement->paused_by_suspension);
}

TEST_CASE("suspend_meeting: a statement paused before stays the chair's to resume") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.does(PauseStatement{stage.statement()});
    stage.does(SuspendMeeting{cuba});
    CHECK_FALSE(stage.meeting().statement->paused_by_suspension);
}

TEST_CASE("suspend_meeting: refused unless the meeting is open") {
    Stage stage = founded();
    CHECK(stage.refusal(SuspendMeeting{MeetingId{"canada"}}) ==
          Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."});
    CHECK(stage.refusal(SuspendMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Cuba is not open yet: open it first."});
    stage.does(OpenMeeting{cuba});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(SuspendMeeting{cuba}) ==
          Refusal{RefusalCode::already_so, "The meeting on Cuba is suspended already."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(SuspendMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}

TEST_CASE("suspend_meeting: with its time of return, which can be moved, and ends with it") {
    Stage stage = opened();
    stage.does(SuspendMeeting{cuba, nine + 15min});
    CHECK(stage.meeting().resumes_at == nine + 15min);
    stage.later(5min);
    stage.does(SuspendMeeting{cuba, nine + 20min});
    CHECK(stage.meeting().resumes_at == nine + 20min);
    CHECK(stage.meeting().suspended_at == nine);
    stage.undoes();
    CHECK(stage.meeting().resumes_at == nine + 15min);
    CHECK(stage.refusal(SuspendMeeting{cuba, nine + 15min}) ==
          Refusal{RefusalCode::already_so, "The meeting on Cuba is suspended already."});
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.meeting().resumes_at == std::nullopt);
    stage.does(SuspendMeeting{cuba, nine + 15min});
    // Nothing resumes by itself: people come back when they come back.
    stage.later(1h);
    CHECK(stage.meeting().course == Course::suspended);
    stage.does(ResumeMeeting{cuba});
    CHECK(stage.meeting().resumes_at == std::nullopt);
}

TEST_CASE("suspend_meeting: it resumes later, and within a day") {
    Stage stage = opened();
    const Refusal refusal{RefusalCode::outside_limits,
                          "A meeting resumes later, and within a day."};
    CHECK(stage.refusal(SuspendMeeting{cuba, nine}) == refusal);
    CHECK(stage.refusal(SuspendMeeting{cuba, nine + 24h + 1ms}) == refusal);
    stage.does(SuspendMeeting{cuba, nine + 24h});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.meeting().resumes_at == std::nullopt);
}
