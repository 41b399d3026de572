#include <algorithm>

#include "floor/command_table.hpp"
#include "floor/fixture.hpp"
#include "floor/random_commands.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Random acts of the floor and outside it.
struct Run {
    explicit Run(std::uint64_t seed) : commands(seed) {}

    RandomCommands commands;
    Stage stage = opened();

    void step() {
        if (commands.one_in(5))
            tries(commands.outside_the_floor(stage.room));
        else
            tries({commands.at_the_table(stage.room), commands.next(stage.room)});
    }

    void tries(const Sent& sent) {
        stage.later(commands.pause());
        if (!std::holds_alternative<Refusal>(
                decide(stage.room, sent.actor, sent.command, stage.now)))
            stage.does(sent.command, sent.actor);
    }
};

bool somebody_speaks(const Stage& stage) {
    const Meeting* meeting = current_meeting(stage.room);
    return meeting != nullptr && meeting->course == Course::open && meeting->statement &&
           !meeting->statement->silence && point_of_order(*meeting) == nullptr;
}

/// The acts that the chair may still do to the interrupted statement, and those that end the point
/// of order.
bool touches_the_interrupted(const Command& command) {
    return std::holds_alternative<SetAllotment>(command) ||
           std::holds_alternative<RuleOnPointOfOrder>(command) ||
           std::holds_alternative<CloseMeeting>(command) || std::holds_alternative<Undo>(command);
}

Duration of_the_round(const Meeting& meeting, RoundId round, Duration Inscription::*time) {
    Duration sum{};
    for (const Inscription& one : meeting.list)
        if (one.round == round) sum += one.*time;
    return sum;
}

}  // namespace

TEST_CASE(
    "after a point of order the statement has exactly its remaining time, running or paused") {
    int running = 0;
    int standing_still = 0;
    int overtime = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Run run{seed};
        Stage& stage = run.stage;
        for (int i = 0; i < 60; ++i) run.step();
        for (int i = 0; i < 60 && !somebody_speaks(stage); ++i) run.step();
        if (!somebody_speaks(stage)) continue;

        stage.later(Duration{run.commands.below(900'000)});
        const Actor actor = stage.room.controls == Role::chair ? chair : secretariat;
        const std::string speaker = stage.speaker();
        const Duration left = remaining(stage.timer(), stage.now);
        const bool ran = stage.timer().running_since.has_value();
        const RaisePointOfOrder raise{DelegationId{"moderator"}, stage.ending()};
        if (std::holds_alternative<Refusal>(decide(stage.room, actor, raise, stage.now))) continue;
        stage.does(raise, actor);
        for (int i = 0; i < 12; ++i) {
            const Command command = run.commands.next(stage.room);
            if (!touches_the_interrupted(command))
                run.tries({run.commands.at_the_table(stage.room), command});
        }
        if (stage.meeting().course == Course::suspended)
            stage.does(ResumeMeeting{stage.meeting().id}, secretariat);
        stage.later(run.commands.pause());
        stage.does(RuleOnPointOfOrder{stage.statement(), Ruling::noted, ""}, secretariat);
        REQUIRE(stage.speaker() == speaker);
        REQUIRE(remaining(stage.timer(), stage.now) == left);
        REQUIRE(stage.timer().running_since.has_value() == ran);
        ++(ran ? running : standing_still);
        if (left < 0ms) ++overtime;
    }
    CHECK(running > 50);
    CHECK(standing_still > 10);
    CHECK(overtime > 10);
}

TEST_CASE("a round of answers never gets more than its budget and the added time") {
    int heard = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Run run{seed};
        for (int i = 0; i < 150; ++i) {
            run.step();
            const Meeting* meeting = current_meeting(run.stage.room);
            if (meeting == nullptr || !meeting->statement || meeting->statement->silence) continue;
            const Inscription& one = *find(*meeting, meeting->statement->inscription);
            if (!one.round) continue;
            ++heard;
            const auto round =
                std::find_if(meeting->rounds.begin(), meeting->rounds.end(),
                             [&](const AnswerRound& another) { return another.id == one.round; });
            REQUIRE(round != meeting->rounds.end());
            const Timer& timer = meeting->statement->timer;
            const Duration added = of_the_round(*meeting, round->id, &Inscription::added);
            const Duration unspent = round->budget + added -
                                     of_the_round(*meeting, round->id, &Inscription::spoken) +
                                     one.spoken - elapsed(timer, run.stage.now);
            // An answer that ran over and gets the floor again begins at 0:00, so time that is
            // added then is not used up by what it ran over. Time that was taken from the round
            // before leaves it at 0:00 too.
            REQUIRE(remaining(timer, run.stage.now) <= std::max({unspent, added, Duration{0}}));
        }
    }
    CHECK(heard > 100);
}
