#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("close_meeting: a closed meeting stays on the screens") {
    Stage stage = opened();
    stage.later(58min);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.room.proceedings.current == cuba);
    CHECK(stage.meeting().course == Course::closed);
    CHECK(stage.meeting().opened_at == nine);
    CHECK(stage.meeting().closed_at == nine + 58min);
}

TEST_CASE("close_meeting: the statement in progress ends") {
    Stage stage = opened();
    stage.gives_floor("sur");
    const StatementId statement = stage.statement();
    stage.later(90s);
    const Act act = stage.does(CloseMeeting{cuba});
    CHECK(act.events == Events{StatementEnded{statement}, MeetingClosed{cuba}});
    CHECK(stage.speaker().empty());
    CHECK(stage.inscription("sur").status == InscriptionStatus::spoken);
    CHECK(stage.meeting().turns ==
          std::vector<Turn>{{statement, InscriptionId{"sur"}, nine, nine + 90s, 90s}});
}

TEST_CASE("close_meeting: a suspended meeting can be closed") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(30s);
    stage.does(SuspendMeeting{cuba});
    stage.later(10min);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.meeting().course == Course::closed);
    CHECK_FALSE(stage.meeting().suspended_at);
    CHECK(stage.inscription("sur").spoken == 30s);
}

TEST_CASE("close_meeting: refused unless the meeting is open or suspended") {
    Stage stage = opened();
    CHECK(stage.refusal(CloseMeeting{MeetingId{"canada"}}) ==
          Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."});
    CHECK(stage.refusal(CloseMeeting{germany}) ==
          Refusal{RefusalCode::meeting_not_open,
                  "The meeting on Germany is not open yet: open it first."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(CloseMeeting{cuba}) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
