#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "chamber/chamber.hpp"
#include "chamber_thread.hpp"
#include "expect.hpp"
#include "impulse.hpp"
#include "manual_clock.hpp"
#include "small_programme.hpp"
#include "store/sqlite_log.hpp"
#include "temporary_folder.hpp"
#include "truth.hpp"

namespace rostrum::simulation {
namespace {

struct Disk {
    /// A server is started on what the one before left, and is given commands in handfuls.
    void serve(int handfuls) {
        store::SqliteLog log(folder.path, thread.executor(), store::system_chance());
        Screens screens;
        chamber::Chamber chamber(RoomId{"xx"}, clock, log, screens);
        screens.connect(screen, Role::secretariat, chamber.room());
        for (int handful = 0; handful < handfuls; ++handful) {
            for (std::uint64_t i = chance.up_to(5); i > 0; --i) submit(chamber);
            clock.time += Duration{static_cast<std::int64_t>(chance.up_to(20'000))};
            thread.run_until([this] { return owed == 0; });
            while (screens.take_a_turn()) continue;
            while (screen.has_mail()) screen.read();
        }
        truth.follow(log.read(RoomId{"xx"}, Revision{}));
        truth.expect_same(chamber.room(), std::max(clock.time, chamber.room().latest));
        for (const auto& [command, revision] : accepted)
            expect(truth.revision_of(command) == revision, "an accepted command was lost");
    }
    void submit(chamber::Chamber& chamber) {
        const CommandId id{"command-" + std::to_string(++commands)};
        ++owed;
        chamber.submit({Role::secretariat, "Laptop"}, id,
                       impulse(chance, Role::secretariat, screen),
                       [this, id](const chamber::Answer& answer) {
                           --owed;
                           if (const auto* done = std::get_if<chamber::Accepted>(&answer))
                               accepted.emplace(id, done->revision);
                       });
    }

    store::TemporaryFolder folder;
    store::ChamberThread thread;
    Chance chance{1};
    chamber::ManualClock clock{nine_o_clock};
    Screen screen;
    Truth truth;
    std::map<CommandId, Revision> accepted;
    int commands = 0;
    int owed = 0;
};

TEST_CASE("on a real disk and across restarts, the room is what the log makes of it") {
    Disk disk;
    for (int start = 0; start < 5; ++start) disk.serve(20);
    CHECK(disk.accepted.size() > 30);
}

}  // namespace
}  // namespace rostrum::simulation
