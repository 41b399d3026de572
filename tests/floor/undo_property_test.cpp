#include <set>

#include "floor/fixture.hpp"
#include "floor/random_commands.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

constexpr std::uint64_t seeds = 200;
constexpr int steps = 150;

/// A room after random acts, with the proceedings as they stood before each that was not undone.
struct Run {
    explicit Run(std::uint64_t seed) : commands(seed) {}

    RandomCommands commands;
    Stage stage = founded();
    std::vector<Proceedings> before;
    std::set<ActKind> accepted;

    void step() {
        stage.later(commands.pause());
        const Command command = commands.next(stage.room);
        if (std::holds_alternative<Refusal>(decide(stage.room, chair, command, stage.now))) return;
        accepted.insert(kind_of(command));
        if (std::holds_alternative<Undo>(command)) {
            takes_back();
        } else {
            before.push_back(stage.room.proceedings);
            stage.does(command);
        }
    }

    void takes_back() {
        stage.undoes();
        REQUIRE(stage.room.proceedings == before.back());
        before.pop_back();
    }
};

}  // namespace

TEST_CASE("any acts, taken back one by one, give back exactly what was, timers included") {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        Run run{seed};
        for (int i = 0; i < steps; ++i) run.step();
        while (!run.before.empty()) {
            run.stage.later(run.commands.pause());
            run.takes_back();
        }
        CHECK(run.stage.room.memory.empty());
        CHECK(run.stage.room.proceedings == founded().room.proceedings);
    }
}

TEST_CASE("the random acts are worth the name: every command is accepted now and then") {
    std::set<ActKind> accepted;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Run run{seed};
        for (int i = 0; i < steps; ++i) run.step();
        accepted.merge(run.accepted);
    }
    CHECK(accepted.size() == 19);
}
