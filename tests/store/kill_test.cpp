#include <array>
#include <csignal>
#include <random>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "bytes.hpp"
#include "disk.hpp"
#include "log_fixture.hpp"
#include "store/log_check.hpp"

namespace rostrum::store::kill_test {
namespace {

/// The act of a revision.
using ActOf = Act (*)(std::uint64_t);

Act numbered_notice(std::uint64_t revision) {
    return notice(revision, "command" + std::to_string(revision));
}

/// A server under load: appends for ever, and reports each revision when it is durable.
class EndlessWriter {
public:
    EndlessWriter(const std::filesystem::path& folder, int reports, ActOf act_of)
        : log_(
              folder, [](const std::function<void()>& work) { work(); }, system_random_bytes()),
          reports_(reports),
          act_of_(act_of),
          revision_(log_.read(RoomId{"xx"}, Revision{}).size()) {}

    void write_next() {
        const std::uint64_t next = ++revision_;
        log_.append(RoomId{"xx"}, Revision{next - 1}, {act_of_(next)},
                    [this, next](const rooms::Appended& appended) {
                        if (!std::holds_alternative<rooms::Durable>(appended)) ::_exit(1);
                        if (::write(reports_, &next, sizeof next) != sizeof next) ::_exit(2);
                        write_next();
                    });
    }

private:
    SqliteLog log_;
    int reports_;
    ActOf act_of_;
    std::uint64_t revision_;
};

[[noreturn]] void serve(const std::filesystem::path& folder, int reports, ActOf act_of) {
    EndlessWriter writer(folder, reports, act_of);
    writer.write_next();
    while (true) ::pause();
}

/// Kills a server after it has written `acts` more acts.
/// @returns the last revision that it reported as durable
std::uint64_t serve_and_kill(const std::filesystem::path& folder, int acts, ActOf act_of) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t server = ::fork();
    REQUIRE(server >= 0);
    if (server == 0) {
        ::close(pipe[0]);
        serve(folder, pipe[1], act_of);
    }
    ::close(pipe[1]);
    std::uint64_t revision = 0;
    for (int i = 0; i < acts; ++i) REQUIRE(::read(pipe[0], &revision, sizeof revision) > 0);
    ::kill(server, SIGKILL);
    int status = 0;
    ::waitpid(server, &status, 0);
    CHECK(WIFSIGNALED(status));
    // Some reports may still be in the pipe.
    while (::read(pipe[0], &revision, sizeof revision) > 0) continue;
    ::close(pipe[0]);
    return revision;
}

TEST_CASE("no act reported as durable is lost to a kill") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const TemporaryFolder folder;
    RoomsThread thread;
    for (int round = 0; round < 50; ++round) {
        const int acts = std::uniform_int_distribution{1, 12}(random);
        const std::uint64_t durable = serve_and_kill(folder.path, acts, numbered_notice);
        // Opening verifies the chain of hashes.
        SqliteLog log(folder.path, thread.executor(), system_random_bytes());
        const std::vector<Act> held = log.read(RoomId{"xx"}, Revision{});
        REQUIRE(held.size() >= durable);
        REQUIRE(held.size() <= durable + 1);
        for (std::uint64_t revision = 1; const Act& act : held) {
            REQUIRE(act == numbered_notice(revision));
            ++revision;
        }
    }
}

const MeetingId meeting{"cuba"};
const DelegationId plate{"b"};

/// Names a person and erases the name with the next act, for ever.
Act naming_or_erasing(std::uint64_t revision) {
    Act act = notice(revision, "command" + std::to_string(revision));
    if (revision % 2 == 1)
        act.events = {
            SpeakerNamed{meeting, plate, "Person number " + std::to_string(revision) + "."}};
    else
        act.events = {NameErased{meeting, plate}};
    return act;
}

TEST_CASE("no kill leaves an erased name, or half an erasure") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const TemporaryFolder folder;
    RoomsThread thread;
    for (int round = 0; round < 30; ++round) {
        const int acts = std::uniform_int_distribution{1, 6}(random);
        serve_and_kill(folder.path, acts, naming_or_erasing);
        const SqliteLog log(folder.path, thread.executor(), system_random_bytes());
        const LogCheck check = check_log(folder.path);
        REQUIRE(check.is_sound());
        REQUIRE_FALSE(check.scrubbing_due);
        const std::uint64_t held = check.rooms.at(0).acts;
        REQUIRE(check.rooms.at(0).erased_names == held / 2);
        for (std::uint64_t revision = 1; revision <= held; revision += 2) {
            const std::string name = "Person number " + std::to_string(revision) + ".";
            REQUIRE(files_with(folder.path, name).empty() == (revision < held));
        }
    }
}

TEST_CASE("opening the log finishes an erasure that a kill interrupted") {
    const TemporaryFolder folder;
    RoomsThread thread;
    const std::string person = "Person number 1.";
    const pid_t server = ::fork();
    REQUIRE(server >= 0);
    if (server == 0) {
        SqliteLog log(
            folder.path, [](const std::function<void()>& work) { work(); }, system_random_bytes());
        log.append(RoomId{"xx"}, Revision{}, {naming_or_erasing(1)}, [&](const auto&) {
            // The erasing commit succeeds; the steps after it do not.
            Disk::instance().hold_syncs(1);
            log.append(RoomId{"xx"}, Revision{1}, {naming_or_erasing(2)}, [](const auto&) {});
        });
        Disk::instance().wait_for_a_held_sync();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(server, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    {
        const LogCheck check = check_log(folder.path);
        CHECK(check.is_sound());
        CHECK(check.rooms.at(0).erased_names == 1);
        CHECK(check.scrubbing_due);
        CHECK(files_with(folder.path, person) == "log.db-wal ");
    }
    const SqliteLog log(folder.path, thread.executor(), system_random_bytes());
    CHECK(files_with(folder.path, person).empty());
    CHECK_FALSE(check_log(folder.path).scrubbing_due);
}

}  // namespace
}  // namespace rostrum::store::kill_test
