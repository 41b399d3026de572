#include <set>

#include "floor/arrival.hpp"
#include "floor/fixture.hpp"
#include "floor/room_programme.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const RoomId yy{"yy"};
const DelegationId expression_plate{"expression"};
const DelegationId media_plate{"media"};
const DelegationId defenders_plate{"defenders"};
const MoveToRoom move_cuba{cuba, yy};

/// Another room, with one meeting in the afternoon.
Stage other_room() {
    PlannedMeeting chad = germany_plan();
    chad.id = MeetingId{"chad"};
    chad.state = {"TD", "Chad"};
    chad.starts_at = nine + 5h;
    chad.ends_at = nine + 6h;
    Stage stage;
    stage.room = empty_room(yy);
    stage.does(FoundRoom{{yy, "Room YY", "Europe/Zurich", {chad}}}, secretariat);
    return stage;
}

Act applied(Stage& stage, Events events) {
    const std::string id = "arrival-" + std::to_string(stage.room.revision.value);
    Act act{Revision{stage.room.revision.value + 1},
            stage.now,
            secretariat,
            CommandId{id},
            kind_of<MoveToRoom>(),
            std::move(events)};
    stage.room = apply(std::move(stage.room), act);
    return act;
}

struct Moved {
    Act away;
    Act here;
};

/// Does in both rooms what their writers do in one commit.
Moved moves(Stage& from, Stage& to, const MeetingId& meeting = cuba) {
    Decision coming = arrival(to.room, from.room, meeting);
    if (const auto* refusal = std::get_if<Refusal>(&coming))
        FAIL("refused: " << refusal->text.english);
    Moved moved;
    moved.away = from.does(MoveToRoom{meeting, to.room.id}, secretariat);
    moved.here = applied(to, std::get<Events>(std::move(coming)));
    return moved;
}

Refusal refused_by(const Stage& to, const Stage& from) {
    return std::get<Refusal>(arrival(to.room, from.room, cuba));
}

/// The room that these acts make once the log has erased the names that their acts erase.
Room replayed(const RoomId& id, std::vector<Act> log) {
    std::set<PlateOfMeeting> erased;
    for (auto act = log.rbegin(); act != log.rend(); ++act)
        for (auto event = act->events.rbegin(); event != act->events.rend(); ++event) {
            if (const auto* erasing = std::get_if<NameErased>(&*event))
                erased.emplace(erasing->meeting, erasing->delegation);
            else if (auto* named = std::get_if<SpeakerNamed>(&*event);
                     named && erased.contains({named->meeting, named->delegation}))
                named->name.clear();
        }
    Room room = empty_room(id);
    for (const Act& act : log) room = apply(std::move(room), act);
    return room;
}

}  // namespace

TEST_CASE("move_to_room: the meeting is in the other room with its panel, presence and notes") {
    Stage from = founded();
    from.does(SetNote{cuba, media_plate, "Speaks Spanish."}, secretariat);
    from.does(EnterRoll{{"FR"}, cuba}, secretariat);
    from.does(EnterRoll{{}, cuba, "European Union"}, secretariat);
    PlannedMeeting plan = plan_of(from.room).meetings[0];
    Stage to = other_room();
    const Moved moved = moves(from, to);

    CHECK(find(from.room, cuba) == nullptr);
    CHECK(from.room.proceedings.current == germany);
    const PlannedRoom there = plan_of(to.room);
    REQUIRE(there.meetings.size() == 2);
    CHECK(there.meetings[0] == plan);
    CHECK(there.meetings[0].panel[1].standing == Standing::absent);
    CHECK(there.meetings[0].panel[1].absence_reason == "Prevented from travelling.");
    const Meeting& meeting = *find(to.room, cuba);
    CHECK(find(meeting, media_plate)->note == "Speaks Spanish.");
    CHECK(meeting.roll.size() == 3);
    CHECK(find(meeting, mission_id("FR")) != nullptr);
    CHECK(std::get<MeetingMovedHere>(moved.here.events.back()) ==
          MeetingMovedHere{cuba, RoomId{"xx"}});
    CHECK(from.room.last_act->meeting == cuba);
    CHECK_FALSE(from.room.last_act->delegation.has_value());
}

TEST_CASE("move_to_room: the room that it leaves remembers where it is, until its planned end") {
    Stage from = founded();
    Stage to = other_room();
    const PlannedMeeting plan = cuba_plan();
    moves(from, to);
    const MovedMeeting there{cuba, plan.state, plan.starts_at, plan.ends_at, yy, "yy"};
    CHECK(from.room.moved == std::vector{there});
    CHECK(to.room.moved.empty());

    from.later(2h);
    moves(from, to, germany);
    REQUIRE(from.room.moved.size() == 1);
    CHECK(from.room.moved[0].id == germany);
    moves(to, from, germany);
    CHECK(from.room.moved.empty());
    REQUIRE(to.room.moved.size() == 1);
    CHECK(to.room.moved[0].room == RoomId{"xx"});
}

TEST_CASE(
    "move_to_room: a room remembers 200 meetings that left it, and forgets the oldest first") {
    Stage from = founded();
    Stage to = other_room();
    for (int i = 0; i < 200; ++i)
        from.room.moved.push_back({MeetingId{"m-" + std::to_string(i)},
                                   {"TD", "Chad"},
                                   nine + 24h,
                                   nine + 25h,
                                   yy,
                                   "Room YY"});
    moves(from, to);
    REQUIRE(from.room.moved.size() == 200);
    CHECK(from.room.moved.front().id == MeetingId{"m-1"});
    CHECK(from.room.moved.back().id == cuba);
}

TEST_CASE("move_to_room: the act says what the other room is called") {
    Stage from = founded();
    const Stage to = other_room();
    Events leaving = std::get<Events>(decide(from.room, secretariat, move_cuba, from.now));
    name_new_room(leaving, to.room);
    applied(from, std::move(leaving));
    CHECK(from.room.moved.at(0).room_name == "Room YY");
}

TEST_CASE("move_to_room: no name is left behind; a hidden one stays hidden, an erased one erased") {
    Stage from = founded();
    from.does(NameSpeaker{cuba, media_plate, "Speaker M"}, secretariat);
    from.does(NameSpeaker{cuba, defenders_plate, "Speaker D"}, secretariat);
    from.does(WithholdName{cuba, media_plate}, secretariat);
    from.does(WithholdName{cuba, defenders_plate}, secretariat);
    from.does(EraseName{cuba, defenders_plate}, secretariat);
    Stage to = other_room();
    moves(from, to);

    CHECK(*from.room.names == SpeakerNames{{{germany, DelegationId{"nhri"}}, "Speaker B"}});
    CHECK(from.room.hidden_names->empty());
    CHECK(from.room.withheld ==
          std::map<PlateOfMeeting, NameStanding>{{{cuba, media_plate}, NameStanding::erased},
                                                 {{cuba, defenders_plate}, NameStanding::erased}});
    CHECK(to.room.names->at({cuba, expression_plate}) == "Speaker A");
    CHECK_FALSE(to.room.names->contains({cuba, media_plate}));
    CHECK(to.room.withheld.at({cuba, media_plate}) == NameStanding::withheld);
    CHECK(to.room.hidden_names->at({cuba, media_plate}) == "Speaker M");
    CHECK(to.room.withheld.at({cuba, defenders_plate}) == NameStanding::erased);
    CHECK(to.refusal(NameSpeaker{cuba, defenders_plate, "Speaker D"}, secretariat).code ==
          RefusalCode::name_erased);
}

TEST_CASE("move_to_room: a hidden name of a plate that the panel lost before stays hidden here") {
    Stage from = founded();
    from.does(NameSpeaker{cuba, media_plate, "Speaker M"}, secretariat);
    from.does(WithholdName{cuba, media_plate}, secretariat);
    PlannedMeeting plan = cuba_plan();
    std::erase_if(plan.panel, [](const PlannedDelegation& one) { return one.id == media_plate; });
    from.does(PlanMeetings{{plan}}, secretariat);
    Stage to = other_room();
    moves(from, to);
    CHECK(from.room.withheld.at({cuba, media_plate}) == NameStanding::withheld);
    CHECK(from.room.hidden_names->at({cuba, media_plate}) == "Speaker M");
    CHECK_FALSE(to.room.hidden_names->contains({cuba, media_plate}));
}

TEST_CASE(
    "move_to_room: a name that is withheld in the other room is withheld for this plate too") {
    Stage from = founded();
    Stage to = other_room();
    const MeetingId chad{"chad"};
    to.does(NameSpeaker{chad, DelegationId{"nhri"}, "speaker a"}, secretariat);
    to.does(WithholdName{chad, DelegationId{"nhri"}}, secretariat);
    moves(from, to);
    CHECK(to.room.withheld.at({cuba, expression_plate}) == NameStanding::withheld);
    CHECK_FALSE(to.room.names->contains({cuba, expression_plate}));
}

TEST_CASE("move_to_room: logs without the erased names result in the same rooms, there and back") {
    Stage from;
    std::vector<Act> log{from.does(FoundRoom{room_plan()}, secretariat)};
    log.push_back(from.does(NameSpeaker{cuba, media_plate, "Speaker M"}, secretariat));
    log.push_back(from.does(WithholdName{cuba, media_plate}, secretariat));
    Stage to = other_room();
    const Room before = from.room;
    const Moved there = moves(from, to);
    log.push_back(there.away);
    CHECK(replayed(RoomId{"xx"}, log) == from.room);
    const Moved back = moves(to, from);
    log.push_back(back.here);
    CHECK(replayed(RoomId{"xx"}, log) == from.room);
    CHECK(from.room.proceedings.meetings == before.proceedings.meetings);
    CHECK(*from.room.names == *before.names);
    CHECK(from.room.withheld == before.withheld);
    CHECK(*from.room.hidden_names == *before.hidden_names);
    CHECK(to.room.names->size() == 1);
}

TEST_CASE("move_to_room: undo takes back acts of the floor, and leaves the meeting where it is") {
    Stage from = founded();
    from.does(AnnounceMeeting{germany});
    Stage to = other_room();
    to.does(ShowNotice{"Welcome."});
    moves(from, to);
    from.undoes();
    CHECK(find(from.room, cuba) == nullptr);
    CHECK(from.room.proceedings.current == germany);
    to.undoes();
    CHECK(find(to.room, cuba) != nullptr);
    CHECK(to.room.names->at({cuba, expression_plate}) == "Speaker A");
}

TEST_CASE("move_to_room: the same meeting may be planned here again; hidden names stay so") {
    Stage from = founded();
    from.does(NameSpeaker{cuba, media_plate, "Speaker M"}, secretariat);
    from.does(WithholdName{cuba, media_plate}, secretariat);
    Stage to = other_room();
    moves(from, to);
    PlannedMeeting plan = cuba_plan();
    from.does(PlanMeetings{{plan}}, secretariat);
    plan.panel[2].speaker_name = "Speaker M";
    CHECK(from.refusal(PlanMeetings{{plan}}, secretariat).code == RefusalCode::name_erased);
}

TEST_CASE("move_to_room: refused for what is open, closed, asked for, here already, or unknown") {
    Stage open = opened();
    const Refusal stays{RefusalCode::meeting_under_way,
                        "A meeting that has been opened stays in its room."};
    CHECK(open.refusal(move_cuba, secretariat) == stays);
    open.does(SuspendMeeting{cuba});
    CHECK(open.refusal(move_cuba, secretariat) == stays);
    open.does(CloseMeeting{cuba});
    CHECK(open.refusal(move_cuba, secretariat).code == RefusalCode::meeting_closed);
    CHECK(open.refusal(MoveToRoom{germany, RoomId{"xx"}}, secretariat).code ==
          RefusalCode::already_so);
    CHECK(open.refusal(MoveToRoom{MeetingId{"chad"}, yy}, secretariat).code ==
          RefusalCode::unknown_meeting);
    CHECK(open.refusal(MoveToRoom{germany, yy}, chair).code == RefusalCode::not_permitted);

    Stage asked = founded();
    asked.does(DeclineStatement{InscriptionId{"expression"}});
    CHECK(asked.refusal(move_cuba, secretariat) ==
          Refusal{RefusalCode::meeting_under_way,
                  "There is more on this meeting's list than its panel: take that off first."});
}

TEST_CASE("move_to_room: the other room refuses what does not fit there") {
    const Stage from = founded();
    Stage to = other_room();
    PlannedMeeting at_nine = germany_plan();
    at_nine.starts_at = nine + 30min;
    at_nine.ends_at = nine + 2h;
    to.does(PlanMeetings{{at_nine}}, secretariat);
    const Refusal overlaps = refused_by(to, from);
    CHECK(overlaps.code == RefusalCode::malformed);
    CHECK(overlaps.text.code == "meeting_overlaps_next");

    Stage same = other_room();
    PlannedMeeting cuba_again = cuba_plan();
    cuba_again.starts_at = nine + 7h;
    cuba_again.ends_at = nine + 8h;
    same.does(PlanMeetings{{cuba_again}}, secretariat);
    CHECK(refused_by(same, from) ==
          Refusal{RefusalCode::malformed, "Room YY has a meeting with the same id already: cuba."});
}
