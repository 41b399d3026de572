#include "floor/fixture.hpp"
#include "floor/invariants.hpp"
#include "floor/random_picks.hpp"

using namespace rostrum;
using namespace rostrum::test;

/// A log may be damaged or tampered with: such an act throws InvariantBroken; it neither crashes
/// nor produces an impossible room.
namespace {

Room apply_events(const Stage& stage, std::vector<Event> events) {
    return apply(stage.room, Act{Revision{stage.room.revision.value + 1}, stage.now, chair,
                                 CommandId{"command-0"}, kind_of<Next>(), std::move(events)});
}

std::string objection(const Stage& stage, std::vector<Event> events) {
    try {
        (void)apply_events(stage, std::move(events));
    } catch (const InvariantBroken& broken) {
        return broken.what();
    }
    return "";
}

/// Random events of every kind, with values from anywhere.
class RandomEvents {
public:
    explicit RandomEvents(std::uint64_t seed) : random_(seed) {}

    [[nodiscard]] Event next() {
        switch (random_.below(48)) {
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
                return MeetingSuspended{meeting(), Instant{duration()}};
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
            case 20:
                return ActUndone{Revision{random_.below(8)}};
            default:
                return random_.one_in(2) ? next_of_the_floor() : next_outside_the_floor();
        }
    }

    /// Event kinds added with the complete room.
    [[nodiscard]] Event next_of_the_floor() {
        switch (random_.below(16)) {
            case 0:
                return MarkedExpected{DelegationId{somebody()}};
            case 1:
                return StatementHanded{DelegationId{somebody()}, DelegationId{somebody()}};
            case 2:
                return ChairLeftEmpty{InscriptionId{somebody()}};
            case 3:
                return SilenceBegun{InscriptionId{somebody()}, duration()};
            case 4:
                return QuestionsOpened{3, Instant{duration()}, random_.one_in(2)};
            case 5:
                return QuestionsClosed{};
            case 6:
                return RequestDeclined{InscriptionId{somebody()}};
            case 7:
                return Inscribed{DelegationId{somebody()}, random_.kind(), {}, duration()};
            case 8:
                return AnswersBegun{{DelegationId{somebody()}}, duration()};
            case 9:
            case 10:
                return PointOfOrderRaised{DelegationId{somebody()}, duration()};
            case 11:
                return PointOfOrderRuled{statement(), Ruling::noted, ""};
            case 12:
                return TimeReallocated{{{InscriptionId{somebody()}, duration()}}, duration()};
            case 13:
                return HardStopSet{Instant{duration()}};
            case 14:
                return LostTimeSettled{statement()};
            default:
                return RequestAccepted{meeting(), InscriptionId{somebody()}, duration(),
                                       InscriptionId{somebody()}};
        }
    }

    [[nodiscard]] Event next_outside_the_floor() {
        switch (random_.below(16)) {
            case 0:
                return FloorRequested{meeting(), DelegationId{somebody()}, random_.kind(), {}};
            case 1:
                return Withdrawn{meeting(), InscriptionId{somebody()}};
            case 2:
                return SignalSent{SignalKind::text, Role::chair, std::nullopt, "Please."};
            case 3:
                return DisplaySet{{DisplayMode::blackout, true}};
            case 4:
                return ControlsPassed{random_.one_in(2) ? Role::secretariat : Role::observer};
            case 5:
                return RollEntered{meeting(), {random_.state_code()}};
            case 6:
                return RollLeft{meeting(), {random_.state_code()}};
            case 7:
                return MeetingEdited{plan()};
            case 8:
                return MeetingCancelled{meeting()};
            case 9:
                return MeetingRescheduled{meeting(), Instant{duration()}, Instant{duration()}};
            case 10:
                return RulesSet{rules()};
            case 11:
                return SpeakerNamed{meeting(), DelegationId{somebody()}, "Speaker C"};
            case 12:
                return NameWithheld{meeting(), DelegationId{somebody()}};
            case 13:
                return OutageReported{Instant{duration()}, Instant{duration()}};
            case 14:
                return OutageReported{nine - 5min, nine};
            default:
                return NameErased{meeting(), DelegationId{somebody()}};
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
        return std::array{"sur",        "media", "association", "moderator",
                          "mission-fr", "ask-3", "entry-4",     "nobody"}[random_.below(8)];
    }
    [[nodiscard]] StatementId statement() { return StatementId{random_.below(8)}; }
    [[nodiscard]] PlannedMeeting plan() {
        PlannedMeeting plan = germany_plan();
        plan.id = meeting();
        plan.sur_allotted = duration();
        plan.ends_at = Instant{duration()};
        if (random_.one_in(2)) plan.hard_stop = Instant{duration()};
        return plan;
    }

    [[nodiscard]] Rules rules() {
        Rules rules;
        rules.reserve = duration();
        rules.order = SpeakingOrder::nhri_first;
        return rules;
    }

    RandomPicks random_;
};

}  // namespace

TEST_CASE("an event that does not follow throws with a sentence") {
    Stage stage = opened();
    stage.gives_floor("media");
    const StatementId other{99};
    CHECK(objection(stage, {RoomFounded{}}) == "Broken invariant: a room is founded once.");
    CHECK(objection(stage, {SpeakerNamed{cuba, DelegationId{"nhri"}, "Speaker C"}}) ==
          "Broken invariant: a name belongs to a plate.");
    CHECK(objection(stage, {MeetingAnnounced{MeetingId{"canada"}}}) ==
          "Broken invariant: a meeting that is announced is planned.");
    CHECK(objection(stage, {MeetingAnnounced{germany}}) ==
          "Broken invariant: no meeting but the current one is open.");
    CHECK(objection(stage, {MeetingOpened{MeetingId{"canada"}}}) ==
          "Broken invariant: an act of the floor belongs to a meeting.");
    CHECK(objection(stage, {MeetingOpened{cuba}}) ==
          "Broken invariant: a meeting that opens was planned.");
    CHECK(objection(stage, {MeetingSuspended{germany}}) ==
          "Broken invariant: only the current meeting continues.");
    CHECK(objection(stage, {MeetingSuspended{cuba}, MeetingSuspended{cuba}}) ==
          "Broken invariant: a meeting that is suspended was open.");
    CHECK(objection(stage, {MeetingResumed{cuba}}) ==
          "Broken invariant: a meeting that resumes was suspended.");
    CHECK(objection(stage, {MeetingClosed{cuba}}) ==
          "Broken invariant: a meeting closes after its last statement.");
    CHECK(objection(founded(), {MeetingClosed{cuba}}) ==
          "Broken invariant: a meeting that closes was open.");
    CHECK(objection(stage, {FloorGiven{InscriptionId{"sur"}}}) ==
          "Broken invariant: the floor is free when it is given.");
    CHECK(objection(opened(), {FloorGiven{InscriptionId{"nobody"}}}) ==
          "Broken invariant: an inscription is on the list.");
    CHECK(objection(opened(), {FloorGiven{InscriptionId{"association"}}}) ==
          "Broken invariant: an absent delegation does not speak.");
    CHECK(objection(founded(), {FloorGiven{InscriptionId{"sur"}}}) ==
          "Broken invariant: no turn is before the opening.");
    CHECK(objection(stage, {StatementPaused{other}}) ==
          "Broken invariant: a statement is in progress.");
    CHECK(objection(stage, {StatementResumed{other}}) ==
          "Broken invariant: a statement is in progress.");
    CHECK(objection(stage, {StatementEnded{other}}) ==
          "Broken invariant: a statement is in progress.");
    CHECK(objection(stage, {StatementDeclined{InscriptionId{"media"}}}) ==
          "Broken invariant: a declined inscription was waiting.");
    CHECK(objection(stage, {TimeAdded{stage.statement(), Duration::max()}}) ==
          "Broken invariant: added time is within its limit.");
    CHECK(objection(stage, {TimeAdded{stage.statement(), Duration::min()}}) ==
          "Broken invariant: added time is within its limit.");
    CHECK(objection(stage, {AllotmentSet{InscriptionId{"media"}, Duration::max()}}) ==
          "Broken invariant: an allotment is within its limits.");
    CHECK(objection(stage, {InscriptionMoved{InscriptionId{"sur"}, InscriptionId{"nobody"}}}) ==
          "Broken invariant: the inscription to insert before is on the list.");
    CHECK(objection(stage, {MarkedPresent{DelegationId{"nhri"}}}) ==
          "Broken invariant: a delegation has a plate.");
    CHECK(objection(stage, {MarkedAbsent{DelegationId{"media"}, ""}}) ==
          "Broken invariant: an absent delegation does not speak.");
    CHECK(objection(stage, {NoticeCleared{NoticeId{1}}}) ==
          "Broken invariant: a notice that is cleared was shown.");
    CHECK(objection(stage, {ActUndone{Revision{3}}}) == "Broken invariant: only Undo undoes.");
}

TEST_CASE("an event of a complete room that does not follow throws with a sentence") {
    Stage stage = opened();
    stage.gives_floor("media");
    const DelegationId nobody{"nobody"};
    const DelegationId sur{"sur"};
    CHECK(objection(stage, {MarkedExpected{nobody}}) ==
          "Broken invariant: a delegation has a plate.");
    CHECK(objection(stage, {StatementHanded{sur, nobody}}) ==
          "Broken invariant: a reader is in the room.");
    CHECK(objection(stage, {ChairLeftEmpty{InscriptionId{"media"}}}) ==
          "Broken invariant: an empty chair was waiting.");
    CHECK(objection(stage, {SilenceBegun{InscriptionId{"association"}, 30s}}) ==
          "Broken invariant: the floor is free when it is given.");
    CHECK(objection(stage, {Inscribed{nobody, InscriptionKind::question, {}, 2min}}) ==
          "Broken invariant: every inscription has a plate.");
    CHECK(objection(stage, {Inscribed{sur, InscriptionKind::follow_up, {}, 2min}}) ==
          "Broken invariant: a follow-up is the moderator's.");
    CHECK(objection(stage, {Inscribed{sur, InscriptionKind::answer, {}, 2min}}) ==
          "Broken invariant: an answer belongs to a round.");
    CHECK(objection(stage, {AnswersBegun{{sur}, Duration::max()}}) ==
          "Broken invariant: an allotment is within its limits.");
    CHECK(objection(stage, {PointOfOrderRaised{sur, 2min}, PointOfOrderRaised{sur, 2min}}) ==
          "Broken invariant: one point of order is heard at a time.");
    CHECK(objection(stage, {PointOfOrderRaised{sur, 2min}, StatementEnded{StatementId{4}}}) ==
          "Broken invariant: only a point of order interrupts.");
    CHECK(objection(stage, {PointOfOrderRuled{stage.statement(), Ruling::noted, ""}}) ==
          "Broken invariant: a ruling is on a point of order.");
    CHECK(objection(stage, {TimeReallocated{{}, Duration::max()}}) ==
          "Broken invariant: the reserve is within its limits.");
    CHECK(objection(stage, {HardStopSet{Instant::max()}}) ==
          "Broken invariant: a hard stop has a date.");
    CHECK(objection(stage, {ControlsPassed{Role::observer}}) ==
          "Broken invariant: the controls are the chair's or the secretariat's.");
    CHECK(objection(stage, {RollEntered{cuba, {"XX"}}}) ==
          "Broken invariant: a Mission belongs to a State.");
    CHECK(objection(stage, {MeetingRescheduled{germany, Instant::min(), nine}}) ==
          "Broken invariant: a meeting has a date.");
    CHECK(objection(stage, {FloorRequested{cuba, sur, InscriptionKind::question, {}},
                            FloorRequested{cuba, sur, InscriptionKind::right_of_reply, {}}}) ==
          "Broken invariant: no two requests share an id.");
}

TEST_CASE("an undo of an act other than the last throws with a sentence") {
    const Stage stage = opened();
    const auto undo_of = [&](std::uint64_t revision, std::vector<Event> more) {
        std::vector<Event> events{ActUndone{Revision{revision}}};
        events.insert(events.end(), more.begin(), more.end());
        return Act{Revision{3}, nine, chair, CommandId{"command-0"}, kind_of<Undo>(), events};
    };
    CHECK_NOTHROW(apply(stage.room, undo_of(2, {})));
    CHECK_THROWS_WITH(apply(stage.room, undo_of(1, {})),
                      "Broken invariant: the act that is undone is the last one.");
    CHECK_THROWS_WITH(apply(founded().room,
                            [&] {
                                Act act = undo_of(1, {});
                                act.revision = Revision{2};
                                return act;
                            }()),
                      "Broken invariant: the act that is undone is the last one.");
    CHECK_THROWS_WITH(apply(stage.room, undo_of(2, {NoticeShown{"Welcome."}})),
                      "Broken invariant: Undo does nothing else.");
}

TEST_CASE("random events either result in a sound room or throw with a sentence") {
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
                          undoes ? kind_of<Undo>() : kind_of<Next>(),
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
