#include "floor/fixture.hpp"
#include "floor/invariants.hpp"
#include "floor/random_commands.hpp"

using namespace rostrum;
using namespace rostrum::test;

/// A log may be damaged or tampered with: an act out of it ends in InvariantBroken, never in a
/// crash and never in a room that cannot be.
namespace {

Room apply_events(const Stage& stage, std::vector<Event> events) {
    return apply(stage.room, Act{Revision{stage.room.revision.value + 1}, stage.now, chair,
                                 CommandId{"command-0"}, ActKind::next, std::move(events)});
}

std::string objection(const Stage& stage, std::vector<Event> events) {
    try {
        (void)apply_events(stage, std::move(events));
    } catch (const InvariantBroken& broken) {
        return broken.what();
    }
    return "";
}

/// Events of every kind with values from anywhere.
class RandomEvents {
public:
    explicit RandomEvents(std::uint64_t seed) : random_(seed) {}

    [[nodiscard]] Event next() {
        switch (random_.below(21)) {
            case 0:
                return RoomFounded{"Room", "UTC"};
            case 1:
                return MeetingPlanned{plan()};
            case 2:
                return SpeakerNamed{meeting(), DelegationId{somebody()}, ""};
            case 3:
                return MeetingAnnounced{meeting()};
            case 4:
                return MeetingOpened{meeting()};
            case 5:
                return MeetingSuspended{meeting()};
            case 6:
                return MeetingResumed{meeting()};
            case 7:
                return MeetingClosed{meeting()};
            case 8:
                return FloorGiven{InscriptionId{somebody()}};
            case 9:
                return StatementPaused{statement()};
            case 10:
                return StatementResumed{statement()};
            case 11:
                return StatementEnded{statement()};
            case 12:
                return StatementDeclined{InscriptionId{somebody()}};
            case 13:
                return TimeAdded{statement(), duration()};
            case 14:
                return AllotmentSet{InscriptionId{somebody()}, duration()};
            case 15:
                return InscriptionMoved{InscriptionId{somebody()}, InscriptionId{somebody()}};
            case 16:
                return MarkedPresent{DelegationId{somebody()}};
            case 17:
                return MarkedAbsent{DelegationId{somebody()}, ""};
            case 18:
                return NoticeShown{random_.one_in(4) ? "" : "Welcome."};
            case 19:
                return NoticeCleared{NoticeId{random_.below(8)}};
            default:
                return ActUndone{Revision{random_.below(8)}};
        }
    }

    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }

    [[nodiscard]] Duration duration() {
        constexpr std::array<Duration, 8> some{
            Duration::min(), Duration::max(), -1min, 0ms, 1min, 5min, 6min, 20min};
        return some[random_.below(some.size())];
    }

private:
    [[nodiscard]] MeetingId meeting() {
        return MeetingId{std::array{"cuba", "germany", "canada"}[random_.below(3)]};
    }
    [[nodiscard]] std::string somebody() {
        return std::array{"sur", "media", "association", "nobody"}[random_.below(4)];
    }
    [[nodiscard]] StatementId statement() { return StatementId{random_.below(8)}; }
    [[nodiscard]] PlannedMeeting plan() {
        PlannedMeeting plan = germany_plan();
        plan.id = meeting();
        plan.sur_allotted = duration();
        plan.ends_at = Instant{duration()};
        return plan;
    }

    RandomCommands random_;
};

}  // namespace

TEST_CASE("an event that does not follow ends in a sentence") {
    Stage stage = opened();
    stage.gives_floor("media");
    const StatementId other{99};
    CHECK(objection(stage, {RoomFounded{}}) == "This cannot be: a room is founded once.");
    CHECK(objection(stage, {SpeakerNamed{cuba, DelegationId{"nhri"}, "Speaker C"}}) ==
          "This cannot be: a name belongs to a plate.");
    CHECK(objection(stage, {MeetingAnnounced{MeetingId{"canada"}}}) ==
          "This cannot be: a meeting that is announced is planned.");
    CHECK(objection(stage, {MeetingAnnounced{germany}}) ==
          "This cannot be: no meeting but the current one is open.");
    CHECK(objection(stage, {MeetingOpened{MeetingId{"canada"}}}) ==
          "This cannot be: an act of the floor belongs to a meeting.");
    CHECK(objection(stage, {MeetingOpened{cuba}}) ==
          "This cannot be: a meeting that opens was planned.");
    CHECK(objection(stage, {MeetingSuspended{germany}}) ==
          "This cannot be: only the current meeting goes on.");
    CHECK(objection(stage, {MeetingSuspended{cuba}, MeetingSuspended{cuba}}) ==
          "This cannot be: a meeting that is suspended was open.");
    CHECK(objection(stage, {MeetingResumed{cuba}}) ==
          "This cannot be: a meeting that resumes was suspended.");
    CHECK(objection(stage, {MeetingClosed{cuba}}) ==
          "This cannot be: a meeting closes after its last statement.");
    CHECK(objection(founded(), {MeetingClosed{cuba}}) ==
          "This cannot be: a meeting that closes was open.");
    CHECK(objection(stage, {FloorGiven{InscriptionId{"sur"}}}) ==
          "This cannot be: the floor that is given was free.");
    CHECK(objection(opened(), {FloorGiven{InscriptionId{"nobody"}}}) ==
          "This cannot be: an inscription is on the list.");
    CHECK(objection(opened(), {FloorGiven{InscriptionId{"association"}}}) ==
          "This cannot be: who is absent does not speak.");
    CHECK(objection(founded(), {FloorGiven{InscriptionId{"sur"}}}) ==
          "This cannot be: nobody speaks before the opening.");
    CHECK(objection(stage, {StatementPaused{other}}) ==
          "This cannot be: a statement is in progress.");
    CHECK(objection(stage, {StatementResumed{other}}) ==
          "This cannot be: a statement is in progress.");
    CHECK(objection(stage, {StatementEnded{other}}) ==
          "This cannot be: a statement is in progress.");
    CHECK(objection(stage, {StatementDeclined{InscriptionId{"media"}}}) ==
          "This cannot be: who declines was waiting.");
    CHECK(objection(stage, {TimeAdded{stage.statement(), Duration::max()}}) ==
          "This cannot be: added time is within its limit.");
    CHECK(objection(stage, {TimeAdded{stage.statement(), Duration::min()}}) ==
          "This cannot be: added time is within its limit.");
    CHECK(objection(stage, {AllotmentSet{InscriptionId{"media"}, Duration::max()}}) ==
          "This cannot be: an allotment is within its limits.");
    CHECK(objection(stage, {InscriptionMoved{InscriptionId{"sur"}, InscriptionId{"nobody"}}}) ==
          "This cannot be: a place on the list is on the list.");
    CHECK(objection(stage, {MarkedPresent{DelegationId{"nhri"}}}) ==
          "This cannot be: a delegation has a plate.");
    CHECK(objection(stage, {MarkedAbsent{DelegationId{"media"}, ""}}) ==
          "This cannot be: who is absent does not speak.");
    CHECK(objection(stage, {NoticeCleared{NoticeId{1}}}) ==
          "This cannot be: a notice that is cleared was shown.");
    CHECK(objection(stage, {ActUndone{Revision{3}}}) == "This cannot be: only Undo undoes.");
}

TEST_CASE("an undo of another act than the last ends in a sentence") {
    const Stage stage = opened();
    const auto undo_of = [&](std::uint64_t revision, std::vector<Event> more) {
        std::vector<Event> events{ActUndone{Revision{revision}}};
        events.insert(events.end(), more.begin(), more.end());
        return Act{Revision{3}, nine, chair, CommandId{"command-0"}, ActKind::undo, events};
    };
    CHECK_NOTHROW(apply(stage.room, undo_of(2, {})));
    CHECK_THROWS_WITH(apply(stage.room, undo_of(1, {})),
                      "This cannot be: the act that is undone is the last one.");
    CHECK_THROWS_WITH(apply(founded().room,
                            [&] {
                                Act act = undo_of(1, {});
                                act.revision = Revision{2};
                                return act;
                            }()),
                      "This cannot be: the act that is undone is the last one.");
    CHECK_THROWS_WITH(apply(stage.room, undo_of(2, {NoticeShown{"Welcome."}})),
                      "This cannot be: Undo does nothing else.");
}

TEST_CASE("random events either make a sound room or end in a sentence") {
    int sound = 0;
    int broken = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        RandomEvents random{seed};
        Stage stage = opened();
        for (int i = 0; i < 60; ++i) {
            std::vector<Event> events;
            for (std::uint64_t n = random.below(3); n < 3; ++n) events.push_back(random.next());
            const bool undoes = std::holds_alternative<ActUndone>(events.front());
            const Act act{Revision{stage.room.revision.value + 1},
                          random.below(20) == 0 ? Instant{random.duration()} : stage.now,
                          chair,
                          CommandId{"command-0"},
                          undoes ? ActKind::undo : ActKind::next,
                          events};
            try {
                stage.room = apply(stage.room, act);
                ++sound;
            } catch (const InvariantBroken&) {
                ++broken;
            }
            stage.later(1s);
        }
    }
    CHECK(sound > 1000);
    CHECK(broken > 1000);
}
