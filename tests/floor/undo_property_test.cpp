#include <set>

#include "floor/command_table.hpp"
#include "floor/fixture.hpp"
#include "floor/fold/fold.hpp"
#include "floor/random_commands.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

constexpr std::uint64_t seeds = 200;
constexpr int steps = 150;

/// A room after random acts of the floor, with the proceedings before each act that was not undone.
struct UndoRun {
    explicit UndoRun(std::uint64_t seed) : commands(seed) {}

    RandomCommands commands;
    Stage stage = founded();
    std::vector<Proceedings> before;
    std::set<CommandKind> accepted;

    void step() {
        stage.later(commands.pause());
        const Command command = commands.next(stage.room);
        const Actor actor = commands.at_the_table(stage.room);
        if (std::holds_alternative<Refusal>(decide(stage.room, actor, command, stage.now))) return;
        accepted.insert(kind_of(command));
        if (std::holds_alternative<Undo>(command)) {
            takes_back();
        } else {
            before.push_back(stage.room.proceedings);
            stage.does(command, actor);
        }
    }

    void takes_back() {
        stage.undoes();
        REQUIRE(stage.room.proceedings == before.back());
        before.pop_back();
    }
};

/// The same with acts outside the floor, each also sent to a second room without acts of the floor.
struct CrowdedRun {
    explicit CrowdedRun(std::uint64_t seed) : commands(seed) {}

    RandomCommands commands;
    Stage stage = founded();
    Room beside_only = stage.room;
    std::set<CommandKind> accepted;

    void step() {
        stage.later(commands.pause());
        if (commands.one_in(3)) {
            send(commands.outside_the_floor(stage.room));
        } else {
            const Actor actor = commands.at_the_table(stage.room);
            send({actor, commands.next(stage.room)});
        }
    }

    void send(const Sent& sent) {
        if (std::holds_alternative<Refusal>(
                decide(stage.room, sent.actor, sent.command, stage.now)))
            return;
        const SpeakerNames names = *stage.room.names;
        const Rules rules = stage.room.rules;
        const Act act = stage.does(sent.command, sent.actor);
        accepted.insert(act.kind);
        if (is_of_the_floor(act.kind)) {
            REQUIRE(*stage.room.names == names);
            REQUIRE(stage.room.rules == rules);
            return;
        }
        for (const Event& event : act.events) fold(beside_only, act, event);
    }
};

}  // namespace

TEST_CASE("undoing acts one by one restores everything exactly, timers included") {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        UndoRun run{seed};
        for (int i = 0; i < steps; ++i) run.step();
        while (!run.before.empty()) {
            run.stage.later(run.commands.pause());
            run.takes_back();
        }
        CHECK(run.stage.room.memory.empty());
        CHECK(run.stage.room.proceedings == founded().room.proceedings);
    }
}

TEST_CASE("undoing all acts of the floor leaves only what happened outside the floor") {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        CrowdedRun run{seed};
        for (int i = 0; i < steps; ++i) run.step();
        if (run.stage.room.archived) run.stage.does(ArchiveRoom{false}, secretariat);
        while (!run.stage.room.memory.empty()) {
            run.stage.later(run.commands.pause());
            run.stage.does(Undo{run.stage.room.memory.back().revision},
                           run.commands.at_the_table(run.stage.room));
        }
        CHECK(run.stage.room.proceedings == run.beside_only.proceedings);
        CHECK(run.stage.room.rules == run.beside_only.rules);
    }
}

TEST_CASE("the random acts include every command") {
    std::set<CommandKind> accepted;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        CrowdedRun run{seed};
        for (int i = 0; i < steps; ++i) run.step();
        accepted.merge(run.accepted);
    }
    for (const CommandKind kind :
         {kind_of<RenameRoom>(), kind_of<MoveToRoom>(), kind_of<ArchiveRoom>()})
        CHECK(accepted.contains(kind));
    for (int kind = 0; kind <= static_cast<int>(kind_of<ReportOutage>()); ++kind) {
        CAPTURE(kind);
        CHECK(accepted.contains(static_cast<CommandKind>(kind)) ==
              (kind != static_cast<int>(kind_of<FoundRoom>())));
    }
}
