#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "expect.hpp"
#include "expected_room.hpp"
#include "manual_clock.hpp"
#include "random_command.hpp"
#include "rooms/room_writer.hpp"
#include "rooms_thread.hpp"
#include "small_programme.hpp"
#include "store/sqlite_log.hpp"
#include "temporary_folder.hpp"

namespace rostrum::simulation {
namespace {

struct Disk {
    /// Starts a server on the folder of the last one and submits commands in batches.
    void serve(int handfuls) {
        store::SqliteLog log(folder.path, thread.executor(), store::system_random_bytes());
        Screens screens;
        rooms::RoomWriter writer(RoomId{"xx"}, clock, log, screens);
        screens.connect(screen, Role::secretariat, writer.room());
        for (int handful = 0; handful < handfuls; ++handful) {
            for (std::uint64_t i = random.up_to(5); i > 0; --i) submit(writer);
            clock.time += Duration{static_cast<std::int64_t>(random.up_to(20'000))};
            thread.run_until([this] { return owed == 0; });
            while (screens.run_task()) continue;
            while (screen.has_mail()) screen.read();
        }
        truth.follow(log.read(RoomId{"xx"}, Revision{}));
        truth.expect_same(writer.room(), std::max(clock.time, writer.room().latest));
        for (const auto& [command, revision] : accepted)
            expect(truth.revision_of(command) == revision, "an accepted command was lost");
    }
    void submit(rooms::RoomWriter& writer) {
        const CommandId id{"command-" + std::to_string(++commands)};
        ++owed;
        writer.submit({Role::secretariat, "Laptop"}, id,
                      random_command(random, Role::secretariat, screen),
                      [this, id](const rooms::Answer& answer) {
                          --owed;
                          if (const auto* done = std::get_if<rooms::Accepted>(&answer))
                              accepted.emplace(id, done->revision);
                      });
    }

    store::TemporaryFolder folder;
    store::RoomsThread thread;
    RandomSource random{1};
    rooms::ManualClock clock{nine_o_clock};
    Screen screen;
    ExpectedRoom truth;
    std::map<CommandId, Revision> accepted;
    int commands = 0;
    int owed = 0;
};

TEST_CASE("on a real disk and across restarts, the room matches its log") {
    Disk disk;
    for (int start = 0; start < 5; ++start) disk.serve(20);
    CHECK(disk.accepted.size() > 30);
}

}  // namespace
}  // namespace rostrum::simulation
