#include "wire/room_snapshot.hpp"

#include "floor/fixture.hpp"
#include "floor/random_commands.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::test::room_snapshot_test {
namespace {

Room written_and_read(const Room& room) {
    return wire::read_snapshot(wire::write_snapshot(room));
}

/// A busy room: acts of the floor and others, names and signals included.
struct BusyRun {
    explicit BusyRun(std::uint64_t seed) : commands(seed) {}

    RandomCommands commands;
    Stage stage = founded();

    void step() {
        stage.later(commands.pause());
        if (commands.one_in(3))
            tries(commands.outside_the_floor(stage.room));
        else
            tries({commands.at_the_table(stage.room), commands.next(stage.room)});
    }
    void tries(const Sent& sent) {
        if (!std::holds_alternative<Refusal>(
                decide(stage.room, sent.actor, sent.command, stage.now)))
            stage.does(sent.command, sent.actor);
    }
};

TEST_CASE("any room that was written is read as the same") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        BusyRun run{seed};
        for (int i = 0; i < 150; ++i) {
            run.step();
            if (i % 10 == 0) REQUIRE(written_and_read(run.stage.room) == run.stage.room);
        }
    }
}

TEST_CASE("a room that was read continues like the original, back through Undo too") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        BusyRun run{seed};
        for (int i = 0; i < 100; ++i) run.step();
        if (run.stage.room.archived) run.stage.does(ArchiveRoom{false}, secretariat);
        Stage read = run.stage;
        read.room = written_and_read(run.stage.room);
        while (!run.stage.room.memory.empty()) {
            const Actor actor = run.commands.at_the_table(run.stage.room);
            const Undo undo{run.stage.room.memory.back().revision};
            run.stage.does(undo, actor);
            read.does(undo, actor);
            REQUIRE(read.room == run.stage.room);
        }
    }
}

TEST_CASE("a room before its founding is read as the same") {
    const Room room = empty_room(RoomId{"xx"});
    CHECK(written_and_read(room) == room);
}

TEST_CASE("a meeting that proceedings share is written once, and shared again when it is read") {
    Stage stage = opened();
    const std::size_t alone = wire::write_snapshot(stage.room).size();
    for (int i = 0; i < 100; ++i) stage.does(ShowNotice{"Notice " + std::to_string(i)});
    // A notice changes no meeting: each adds only its own note and two numbers.
    CHECK(wire::write_snapshot(stage.room).size() < alone + 100UL * 120);

    const Room read = written_and_read(stage.room);
    for (const auto& act : read.memory) {
        CHECK(act.before.meetings[1].is(read.proceedings.meetings[1]));
        CHECK(act.before.meetings[0].is(read.proceedings.meetings[0]) ==
              (act.kind == kind_of<ShowNotice>()));
    }
}

TEST_CASE("bytes that are not a snapshot are rejected") {
    CHECK_THROWS_AS(wire::read_snapshot("Dear diary"), wire::DecodeError);
    CHECK_THROWS_AS(wire::read_snapshot(""), wire::DecodeError);

    const std::string whole = wire::write_snapshot(opened().room);
    CHECK_THROWS_AS(wire::read_snapshot(whole + '\0'), wire::DecodeError);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_THROWS_AS(wire::read_snapshot(whole.substr(0, size)), wire::DecodeError);
    }
}

TEST_CASE("a snapshot with any byte changed is another room, or rejected") {
    const Room room = opened().room;
    const std::string whole = wire::write_snapshot(room);
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (const unsigned change : {0x01U, 0x40U, 0x80U, 0xffU}) {
            CAPTURE(i, change);
            std::string changed = whole;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ change);
            std::optional<Room> read;
            try {
                read = wire::read_snapshot(changed);
            } catch (const wire::DecodeError&) {
                continue;
            }
            CHECK_FALSE(read == room);
        }
}

}  // namespace
}  // namespace rostrum::test::room_snapshot_test
