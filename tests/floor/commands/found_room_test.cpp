#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("found_room: the programme stands, its first meeting on the screens") {
    Stage stage;
    stage.does(FoundRoom{room_plan()}, secretariat);
    CHECK(is_founded(stage.room));
    CHECK(stage.room.name == "Room XX");
    CHECK(stage.room.time_zone == "Europe/Zurich");
    CHECK(stage.room.revision == Revision{1});
    CHECK(stage.room.latest == nine);
    REQUIRE(stage.room.proceedings.meetings.size() == 2);
    CHECK(*stage.room.proceedings.meetings[0] ==
          planned_meeting(cuba_plan(), SpeakingOrder::as_planned));
    CHECK(*stage.room.proceedings.meetings[1] ==
          planned_meeting(germany_plan(), SpeakingOrder::as_planned));
    CHECK(stage.room.proceedings.current == cuba);
}

TEST_CASE("found_room: persons' names are in events of their own, and nowhere else") {
    Stage stage;
    const Act act = stage.does(FoundRoom{room_plan()}, secretariat);
    PlannedMeeting cuba_nameless = cuba_plan();
    cuba_nameless.panel[0].speaker_name = "";
    PlannedMeeting germany_nameless = germany_plan();
    germany_nameless.panel[0].speaker_name = "";
    CHECK(act.events == Events{RoomFounded{"Room XX", "Europe/Zurich"},
                               MeetingPlanned{cuba_nameless}, MeetingPlanned{germany_nameless},
                               SpeakerNamed{cuba, DelegationId{"expression"}, "Speaker A"},
                               SpeakerNamed{germany, DelegationId{"nhri"}, "Speaker B"}});
    CHECK(*stage.room.names == SpeakerNames{{{cuba, DelegationId{"expression"}}, "Speaker A"},
                                            {{germany, DelegationId{"nhri"}}, "Speaker B"}});
}

TEST_CASE("found_room: cannot be taken back") {
    const Stage stage = founded();
    CHECK(stage.room.memory.empty());
}

TEST_CASE("found_room: a room without meetings shows none") {
    Stage stage;
    stage.does(FoundRoom{{RoomId{"xx"}, "Room XX", "UTC", {}}}, secretariat);
    CHECK(current_meeting(stage.room) == nullptr);
}

TEST_CASE("found_room: refused to a founded room") {
    CHECK(founded().refusal(FoundRoom{room_plan()}, secretariat) ==
          Refusal{RefusalCode::room_founded, "Room XX has its programme already."});
}

TEST_CASE("found_room: refused with another room's programme") {
    Stage stage;
    PlannedRoom plan = room_plan();
    plan.id = RoomId{"xxiii"};
    CHECK(stage.refusal(FoundRoom{plan}, secretariat) ==
          Refusal{RefusalCode::malformed, "This programme is for the room xxiii, not for xx."});
}

TEST_CASE("found_room: refused with a faulty programme, telling the first fault") {
    Stage stage;
    PlannedRoom plan = room_plan();
    plan.meetings[0].panel[1].title = "";
    plan.meetings[1].panel.clear();
    CHECK(
        stage.refusal(FoundRoom{plan}, secretariat) ==
        Refusal{RefusalCode::malformed, "rooms[0].meetings[0].panel[1].title: This is required."});
}
