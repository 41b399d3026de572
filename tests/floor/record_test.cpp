#include "floor/record.hpp"

#include <utility>

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Acts on a room, and keeps their log.
struct Scribe {
    void does(const Command& command, const Actor& actor = chair) {
        acts.push_back(stage.does(command, actor));
    }
    void gives_floor(const std::string& id) { does(GiveFloor{InscriptionId{id}, stage.ending()}); }

    Stage stage;
    std::vector<Act> acts;
};

/// Cuba's meeting: the State for 90 s, a mistake that was undone, expression with a pause, an empty
/// chair, a point of order with its ruling. Then Germany's, with one statement.
std::vector<Act> two_meetings() {
    Scribe scribe;
    Stage& stage = scribe.stage;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(OpenMeeting{cuba});
    scribe.gives_floor("sur");
    stage.later(90s);
    scribe.does(Next{stage.ending(), InscriptionId{"expression"}});
    scribe.does(Undo{stage.room.memory.back().revision});
    stage.later(10s);
    scribe.gives_floor("expression");
    stage.later(60s);
    scribe.does(PauseStatement{stage.statement()});
    stage.later(20s);
    scribe.does(ResumeStatement{stage.statement()});
    stage.later(30s);
    scribe.does(HonourEmptyChair{InscriptionId{"association"}, stage.ending(), 30s});
    stage.later(30s);
    scribe.does(EndStatement{stage.statement()});
    scribe.does(RaisePointOfOrder{DelegationId{"sur"}, {}});
    stage.later(15s);
    scribe.does(RuleOnPointOfOrder{stage.statement(), Ruling::noted, "It is on record."});
    scribe.does(CloseMeeting{cuba});
    scribe.does(AnnounceMeeting{germany});
    scribe.does(OpenMeeting{germany});
    scribe.gives_floor("nhri");
    stage.later(7min);
    scribe.does(EndStatement{stage.statement()});
    return std::move(scribe.acts);
}

Record record(const std::optional<MeetingId>& meeting = {}) {
    return record_of(RoomId{"xx"}, two_meetings(), meeting);
}

std::vector<FloorEvent> events_of(const Record& record) {
    std::vector<FloorEvent> events;
    for (const RecordLine& line : record.lines) events.push_back(line.what);
    return events;
}

std::vector<CommandKind> kinds_of(const Record& record) {
    std::vector<CommandKind> kinds;
    for (const RecordedAct& act : record.acts) kinds.push_back(act.note.kind);
    return kinds;
}

}  // namespace

TEST_CASE("record: holds each speaker's turn, with its times and without the pauses") {
    const Record kept = record(cuba);
    CHECK(kept.room == RoomId{"xx"});
    CHECK(events_of(kept) ==
          std::vector{FloorEvent::opened, FloorEvent::statement, FloorEvent::statement,
                      FloorEvent::silence, FloorEvent::statement, FloorEvent::not_called,
                      FloorEvent::not_called, FloorEvent::not_called, FloorEvent::closed});
    // The mistake was undone, so the State continued.
    const RecordLine& state = kept.lines[1];
    CHECK(state.from == nine);
    CHECK(state.to == nine + 100s);
    CHECK(state.kind == InscriptionKind::sur_statement);
    CHECK(state.plate == RecordedPlate{"Cuba", "CU", DelegationKind::state_under_review});
    CHECK(state.spoken == 100s);
    const RecordLine& panellist = kept.lines[2];
    CHECK(panellist.from == nine + 100s);
    CHECK(panellist.to == nine + 210s);
    CHECK(panellist.spoken == 90s);
    CHECK(panellist.speaker == "Speaker A");
    CHECK(panellist.plate->title == "National CSO: expression");
}

TEST_CASE("record: an empty chair's silence is a line with the public reason, and no speaker") {
    const RecordLine silence = record(cuba).lines.at(3);
    CHECK(silence.from == nine + 210s);
    CHECK(silence.to == nine + 240s);
    CHECK(silence.spoken == 0s);
    CHECK(silence.speaker.empty());
    CHECK(silence.plate->title == "National CSO: association");
    CHECK(silence.absence_reason == "Prevented from travelling.");
}

TEST_CASE(
    "record: a statement that another read names the reader and who spoke, whatever comes after") {
    Scribe scribe;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(NameSpeaker{cuba, DelegationId{"media"}, "The reader"}, secretariat);
    scribe.does(OpenMeeting{cuba});
    scribe.does(HaveStatementRead{DelegationId{"expression"}, DelegationId{"media"}});
    scribe.gives_floor("expression");
    scribe.does(EndStatement{scribe.stage.statement()});
    scribe.does(MarkPresent{DelegationId{"expression"}});
    const RecordLine line = record_of(RoomId{"xx"}, scribe.acts, cuba).lines.at(1);
    CHECK(line.plate->title == "National CSO: expression");
    CHECK(line.read_by->title == "National CSO: media");
    CHECK(line.speaker == "The reader");
}

TEST_CASE("record: a declined statement, and empty chairs that were passed over or left empty") {
    Scribe scribe;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(OpenMeeting{cuba});
    scribe.does(DeclineStatement{InscriptionId{"sur"}});
    scribe.does(Next{std::nullopt, {}});
    scribe.does(Next{scribe.stage.ending(), {}});
    // The same chairs are passed over again; the next one for the first time.
    scribe.does(Next{scribe.stage.ending(), {}});
    scribe.does(HonourEmptyChair{InscriptionId{"association"}, scribe.stage.ending(), 0s});
    scribe.does(CloseMeeting{cuba});
    const Record kept = record_of(RoomId{"xx"}, scribe.acts, cuba);
    CHECK(events_of(kept) == std::vector{FloorEvent::opened, FloorEvent::declined,
                                         FloorEvent::statement, FloorEvent::passed_over,
                                         FloorEvent::statement, FloorEvent::passed_over,
                                         FloorEvent::statement, FloorEvent::empty_chair,
                                         FloorEvent::not_called, FloorEvent::closed});
    CHECK(kept.lines[1].plate->title == "Cuba");
    CHECK(kept.lines[3].plate->title == "National CSO: association");
    CHECK(kept.lines[5].plate->title == "International CSO: disappearances");
    CHECK(kept.lines[7].plate->title == "National CSO: association");
    CHECK(kept.lines[8].plate->title == "International CSO: disappearances");
}

TEST_CASE("record: an act that was undone leaves no line, and what took its place does") {
    Scribe scribe;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(OpenMeeting{cuba});
    scribe.does(DeclineStatement{InscriptionId{"sur"}});
    scribe.does(Undo{scribe.stage.room.memory.back().revision});
    scribe.does(SuspendMeeting{cuba, nine + 10min});
    scribe.does(SuspendMeeting{cuba, nine + 20min});
    scribe.does(ResumeMeeting{cuba});
    scribe.does(CloseMeeting{cuba});
    scribe.does(Undo{scribe.stage.room.memory.back().revision});
    const Record kept = record_of(RoomId{"xx"}, scribe.acts, cuba);
    CHECK(events_of(kept) ==
          std::vector{FloorEvent::opened, FloorEvent::suspended, FloorEvent::resumed});
    CHECK(kept.lines[1].resumes_at == nine + 10min);
}

TEST_CASE(
    "record: time that passes on is on the lines of giver and receiver; a question has its "
    "addressees") {
    Scribe scribe;
    Stage& stage = scribe.stage;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(OpenMeeting{cuba});
    scribe.does(EnterRoll{{"FR", "CH"}});
    scribe.does(
        Inscribe{DelegationId{"mission-fr"}, InscriptionKind::question, {DelegationId{"media"}}});
    const std::string france = "entry-" + std::to_string(stage.room.revision.value);
    scribe.does(Inscribe{DelegationId{"mission-ch"}, InscriptionKind::question, {}});
    const std::string swiss = "entry-" + std::to_string(stage.room.revision.value);
    scribe.gives_floor(france);
    stage.later(30s);
    const Duration left = remaining(stage.timer(), stage.now);
    scribe.does(Yield{stage.statement(), InscriptionId{swiss}});
    scribe.does(EndStatement{stage.statement()});
    const Record kept = record_of(RoomId{"xx"}, scribe.acts, cuba);
    REQUIRE(kept.lines.size() == 3);
    CHECK(kept.lines[1].addressed_to ==
          std::vector<RecordedPlate>{{"National CSO: media", "", DelegationKind::national_cso}});
    CHECK(kept.lines[1].passed_to ==
          PassedTime{{"Switzerland", "CH", DelegationKind::mission}, left});
    CHECK(!kept.lines[1].passed_from);
    CHECK(kept.lines[2].passed_from == PassedTime{{"France", "FR", DelegationKind::mission}, left});
}

TEST_CASE("record: names each of the Missions that one act entered on the roll") {
    Scribe scribe;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(EnterRoll{{"FR", "CH"}});
    const Record kept = record_of(RoomId{"xx"}, scribe.acts, {});
    CHECK(kept.acts.back().about ==
          std::vector<RecordedPlate>{{"France", "FR", DelegationKind::mission},
                                     {"Switzerland", "CH", DelegationKind::mission}});
    CHECK(kept.acts.front().about.empty());
}

TEST_CASE("record: a phone that waits to be allowed names its State") {
    Scribe scribe;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    Act held;
    held.revision = Revision{2};
    held.at = nine;
    held.actor = phone;
    held.kind = kind_of<RequestFloor>();
    held.events = {PhoneHeld{cuba, phone.device, DelegationId{"mission-gh"}}};
    scribe.acts.push_back(held);
    const Record kept = record_of(RoomId{"xx"}, scribe.acts, {});
    CHECK(kept.acts.back().about ==
          std::vector<RecordedPlate>{{"Ghana", "GH", DelegationKind::mission}});
}

TEST_CASE("record: holds a point of order with its ruling") {
    const RecordLine turn = record(cuba).lines.at(4);
    CHECK(turn.kind == InscriptionKind::point_of_order);
    CHECK(turn.plate->title == "Cuba");
    CHECK(turn.ruling == Ruling::noted);
    CHECK(turn.ruling_text == "It is on record.");
}

TEST_CASE("record: holds every act with its actor, also undone acts and their undoing") {
    const Record kept = record();
    CHECK(kept.acts.size() == two_meetings().size());
    CHECK(kept.acts.front().note.actor == secretariat);
    const RecordedAct& slip = kept.acts.at(3);
    CHECK(slip.note.kind == kind_of<Next>());
    CHECK(slip.note.at == nine + 90s);
    CHECK(slip.note.actor == chair);
    CHECK(slip.about.at(0).title == "National CSO: expression");
    const RecordedAct& undoing = kept.acts.at(4);
    CHECK(undoing.note.kind == kind_of<Undo>());
    CHECK(undoing.note.meeting == cuba);
    CHECK(undoing.about.at(0).title == "National CSO: expression");
}

TEST_CASE("record: of one meeting, holds only what belongs to it") {
    const Record kept = record(germany);
    CHECK(events_of(kept) == std::vector{FloorEvent::opened, FloorEvent::statement});
    CHECK(kept.lines.back().plate->title == "NHRI");
    CHECK(kinds_of(kept) == std::vector{kind_of<AnnounceMeeting>(), kind_of<OpenMeeting>(),
                                        kind_of<GiveFloor>(), kind_of<EndStatement>()});
    CHECK(record(MeetingId{"canada"}).lines.empty());
    CHECK(record(MeetingId{"canada"}).acts.empty());
}
