#include "floor/arrival.hpp"
#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const ArchiveRoom archive{true};
const ArchiveRoom use_again{false};

Stage after_cuba() {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    return stage;
}

}  // namespace

TEST_CASE("archive_room: nothing happens on the floor any more, until it is in use again") {
    Stage stage = after_cuba();
    stage.does(archive, secretariat);
    CHECK(stage.room.archived);
    const Refusal refused{RefusalCode::meeting_closed,
                          "This room is archived: its record stays, and no meeting is held here."};
    CHECK(stage.refusal(OpenMeeting{germany}) == refused);
    CHECK(stage.refusal(PlanMeetings{{cuba_plan()}}, secretariat) == refused);
    CHECK(stage.refusal(Undo{stage.room.memory.back().revision}) == refused);
    CHECK(stage.refusal(RequestFloor{mission_id("FR"), InscriptionKind::question, {}}, phone) ==
          refused);
    CHECK(stage.refusal(EnterRoll{{"FR"}}, phone) == refused);
    stage.does(use_again, secretariat);
    stage.does(OpenMeeting{germany});
}

TEST_CASE("archive_room: the record is corrected there, names are erased, and meetings leave") {
    Stage stage = after_cuba();
    stage.does(archive, secretariat);
    const DelegationId expression{"expression"};
    stage.does(WithholdName{cuba, expression}, secretariat);
    stage.does(EraseName{cuba, expression}, secretariat);
    stage.does(EnterRoll{{"FR"}, cuba}, secretariat);
    stage.does(RenameRoom{"The former Room XX"}, secretariat);
    stage.does(MoveToRoom{germany, RoomId{"yy"}}, secretariat);
    CHECK(stage.room.proceedings.meetings.size() == 1);
}

TEST_CASE("archive_room: refused while a meeting is open, when it is so, to the chair") {
    Stage stage = opened();
    const Refusal in_use{RefusalCode::meeting_under_way,
                         "A meeting of this room is open: close it first."};
    CHECK(stage.refusal(archive, secretariat) == in_use);
    stage.does(SuspendMeeting{cuba});
    CHECK(stage.refusal(archive, secretariat) == in_use);
    CHECK(stage.refusal(use_again, secretariat).code == RefusalCode::already_so);
    CHECK(stage.refusal(archive, chair).code == RefusalCode::not_permitted);
    CHECK(Stage{}.refusal(archive, secretariat).code == RefusalCode::meeting_not_open);
    Stage over = after_cuba();
    over.does(archive, secretariat);
    CHECK(over.refusal(archive, secretariat).code == RefusalCode::already_so);
    Stage other;
    other.room = empty_room(RoomId{"yy"});
    other.does(FoundRoom{{RoomId{"yy"}, "Room YY", "Europe/Zurich", {germany_plan()}}},
               secretariat);
    CHECK(std::get<Refusal>(arrival(over.room, other.room, germany)).code ==
          RefusalCode::meeting_closed);
}
