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

std::vector<CommandKind> kinds_of(const Record& record) {
    std::vector<CommandKind> kinds;
    for (const RecordedAct& act : record.acts) kinds.push_back(act.note.kind);
    return kinds;
}

}  // namespace

TEST_CASE("record: holds each speaker's turn, with its times and without the pauses") {
    const Record kept = record(cuba);
    CHECK(kept.room == RoomId{"xx"});
    REQUIRE(kept.turns.size() == 4);
    // The mistake was undone, so the State continued.
    CHECK(kept.turns[0] == RecordedTurn{cuba, nine, nine + 100s, InscriptionKind::sur_statement,
                                        "Cuba", 100s, false, std::nullopt, ""});
    CHECK(kept.turns[1] ==
          RecordedTurn{cuba, nine + 100s, nine + 210s, InscriptionKind::panel_statement,
                       "National CSO: expression", 90s, false, std::nullopt, "", "Speaker A"});
}

TEST_CASE("record: an empty chair's silence is a turn, marked as a silence") {
    const Record kept = record(cuba);
    CHECK(kept.turns.at(2) ==
          RecordedTurn{cuba, nine + 210s, nine + 240s, InscriptionKind::panel_statement,
                       "National CSO: association", 0s, true, std::nullopt, ""});
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
    const RecordedTurn turn = record_of(RoomId{"xx"}, scribe.acts, cuba).turns.at(0);
    CHECK(turn.title == "National CSO: expression");
    CHECK(turn.read_by == "National CSO: media");
    CHECK(turn.speaker == "The reader");
}

TEST_CASE("record: names each of the Missions that one act entered on the roll") {
    Scribe scribe;
    scribe.does(FoundRoom{room_plan()}, secretariat);
    scribe.does(EnterRoll{{"FR", "CH"}});
    const Record kept = record_of(RoomId{"xx"}, scribe.acts, {});
    CHECK(kept.acts.back().about == "France, Switzerland");
    CHECK(kept.acts.front().about == "");
}

TEST_CASE("record: holds a point of order with its ruling") {
    const RecordedTurn turn = record(cuba).turns.at(3);
    CHECK(turn.kind == InscriptionKind::point_of_order);
    CHECK(turn.title == "Cuba");
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
    CHECK(slip.about == "National CSO: expression");
    const RecordedAct& undoing = kept.acts.at(4);
    CHECK(undoing.note.kind == kind_of<Undo>());
    CHECK(undoing.note.meeting == cuba);
    CHECK(undoing.about == "National CSO: expression");
}

TEST_CASE("record: of one meeting, holds only what belongs to it") {
    const Record kept = record(germany);
    REQUIRE(kept.turns.size() == 1);
    CHECK(kept.turns.front().title == "NHRI");
    CHECK(kinds_of(kept) == std::vector{kind_of<AnnounceMeeting>(), kind_of<OpenMeeting>(),
                                        kind_of<GiveFloor>(), kind_of<EndStatement>()});
    CHECK(record(MeetingId{"canada"}).turns.empty());
    CHECK(record(MeetingId{"canada"}).acts.empty());
}
