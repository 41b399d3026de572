#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Cuba at nine, Germany at ten, Kenya at noon for two hours.
Stage three() {
    PlannedRoom room = room_plan();
    room.meetings.push_back(germany_plan());
    room.meetings[2].id = MeetingId{"kenya"};
    room.meetings[2].state = {"KE", "Kenya"};
    room.meetings[2].starts_at = nine + 3h;
    room.meetings[2].ends_at = nine + 5h;
    room.meetings[0].hard_stop = nine + 50min;
    Stage stage;
    stage.does(FoundRoom{room}, secretariat);
    return stage;
}

const MeetingId kenya{"kenya"};

}  // namespace

TEST_CASE("move_meeting: meetings in between move up one place, and the hours stay") {
    Stage stage = three();
    const Act act = stage.does(MoveMeeting{cuba, {}}, secretariat);
    CHECK(act.events == Events{MeetingRescheduled{germany, nine, nine + 1h},
                               MeetingRescheduled{kenya, nine + 1h, nine + 2h},
                               MeetingRescheduled{cuba, nine + 3h, nine + 5h}});
    CHECK(stage.room.proceedings.meetings[0]->id == germany);
    CHECK(stage.room.proceedings.meetings[2]->id == cuba);
    CHECK(find(stage.room, cuba)->hard_stop == nine + 3h + 50min);
    CHECK(stage.room.proceedings.current == cuba);
}

TEST_CASE("move_meeting: moves before another, and stays when acts of the floor are undone") {
    Stage stage = three();
    stage.does_for_good(MoveMeeting{kenya, germany}, secretariat);
    CHECK(stage.room.proceedings.meetings[1]->id == kenya);
    CHECK(find(stage.room, kenya)->starts_at == nine + 1h);
}

TEST_CASE("move_meeting: refused once open, before an open one, and without a change") {
    Stage stage = three();
    const Refusal so{RefusalCode::already_so, "The meeting on Cuba has that place already."};
    CHECK(stage.refusal(MoveMeeting{cuba, cuba}, secretariat) == so);
    CHECK(stage.refusal(MoveMeeting{cuba, germany}, secretariat) == so);
    stage.does(OpenMeeting{cuba});
    CHECK(stage.refusal(MoveMeeting{cuba, {}}, secretariat) ==
          Refusal{RefusalCode::meeting_under_way, "The meeting on Cuba is not to come any more."});
    CHECK(stage.refusal(MoveMeeting{kenya, cuba}, secretariat) ==
          Refusal{RefusalCode::stale, "The meeting on Cuba is not to come any more."});
    CHECK(stage.refusal(MoveMeeting{kenya, MeetingId{"canada"}}, secretariat).code ==
          RefusalCode::unknown_meeting);
    CHECK(stage.refusal(MoveMeeting{MeetingId{"canada"}, {}}, secretariat).code ==
          RefusalCode::unknown_meeting);
}
