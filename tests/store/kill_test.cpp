#include <array>
#include <csignal>
#include <random>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "log_fixture.hpp"

namespace rostrum::store {
namespace {

/// Appends for ever, and reports each revision when it is durable: a server under load.
class EndlessWriter {
public:
    EndlessWriter(const std::filesystem::path& folder, int reports)
        : log_(
              folder, [](const std::function<void()>& work) { work(); }, system_chance()),
          reports_(reports),
          revision_(log_.read(RoomId{"xx"}, Revision{}).size()) {}

    void write_next() {
        const std::uint64_t next = ++revision_;
        log_.append(RoomId{"xx"}, Revision{next - 1},
                    {notice(next, "command" + std::to_string(next))},
                    [this, next](const chamber::Appended& appended) {
                        if (!std::holds_alternative<chamber::Durable>(appended)) ::_exit(1);
                        if (::write(reports_, &next, sizeof next) != sizeof next) ::_exit(2);
                        write_next();
                    });
    }

private:
    SqliteLog log_;
    int reports_;
    std::uint64_t revision_;
};

[[noreturn]] void serve(const std::filesystem::path& folder, int reports) {
    EndlessWriter writer(folder, reports);
    writer.write_next();
    while (true) ::pause();
}

/// Lets a server write `acts` more acts and kills it, wherever it is by then.
/// @returns the last revision that it reported as durable
std::uint64_t serve_and_kill(const std::filesystem::path& folder, int acts) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t server = ::fork();
    REQUIRE(server >= 0);
    if (server == 0) {
        ::close(pipe[0]);
        serve(folder, pipe[1]);
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

TEST_CASE("no act that was told durable is lost to a kill") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const TemporaryFolder folder;
    ChamberThread thread;
    for (int round = 0; round < 50; ++round) {
        const int acts = std::uniform_int_distribution{1, 12}(random);
        const std::uint64_t durable = serve_and_kill(folder.path, acts);
        // Opening verifies the chain of hashes.
        SqliteLog log(folder.path, thread.executor(), system_chance());
        const std::vector<Act> held = log.read(RoomId{"xx"}, Revision{});
        REQUIRE(held.size() >= durable);
        REQUIRE(held.size() <= durable + 1);
        for (std::uint64_t revision = 1; const Act& act : held) {
            REQUIRE(act == notice(revision, "command" + std::to_string(revision)));
            ++revision;
        }
    }
}

}  // namespace
}  // namespace rostrum::store
