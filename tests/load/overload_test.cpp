// Under any load from clients, memory is bounded and the chair is served: docs/reliability.md.
#include <iostream>

#include <catch2/catch.hpp>

#include "bench/client_pool.hpp"
#include "bench/program.hpp"
#include "bench/tapping_chair.hpp"
#include "bench/temporary_folder.hpp"
#include "thorough.hpp"

namespace rostrum::bench {
namespace {

using namespace std::chrono_literals;
using MakeFrames = std::function<std::string()>;

/// The memory limit of a connection, without the frames that all share: the connection, an
/// incomplete message, and queued frames.
constexpr std::size_t quiet = 8UL * 1024;
constexpr std::size_t speaking = quiet + 32UL * 1024;
/// A body of 64 KiB, twice, and what it is read into.
constexpr std::size_t asking = quiet + 512UL * 1024;
constexpr std::size_t not_reading = quiet + 256UL * 1024;
/// Memory for the chair's own acts: the log and Undo.
constexpr std::size_t its_own = 16UL * 1024 * 1024;

constexpr int text = 1;
constexpr int ping = 9;

std::size_t enough_taps() {
    return ordinary_or_thorough<std::size_t>(30, 500);
}

/// Allows for pauses on a machine that runs other tests.
std::chrono::milliseconds soon() {
    return ordinary_or_thorough<std::chrono::milliseconds>(5s, 100ms);
}

struct World {
    TemporaryFolder folder{std::filesystem::temp_directory_path()};
    Program program{program_file(), folder.path(), {"--demo"}};
    ClientPool clients{program.port()};

    void begin(std::size_t count, const std::string& heading, bool joins = true,
               bool reads = true) {
        const std::string token = program.token(heading);
        for (std::size_t i = 0; i < count; ++i)
            clients.begin({.token = token, .joins = joins, .reads = reads});
    }
    [[nodiscard]] bool all_welcome() {
        return clients.run([&] { return clients.count(State::welcomed) == clients.size(); }, 2min);
    }
    /// Each of these clients sends more whenever the server has read everything.
    void send_more(std::size_t first, std::size_t count, State state, const MakeFrames& frames) {
        for (std::size_t i = first; i < first + count; ++i)
            if (clients.at(i).state == state && clients.at(i).out.empty())
                clients.send(i, frames());
    }
    /// Runs `turn` while the chair taps, and checks that the chair is served.
    /// @param bound the limit of additional memory, in bytes.
    void endure(const std::string& what, std::size_t bound, const std::function<void()>& turn) {
        constexpr auto between_taps = 30ms;
        const std::size_t before = program.memory();
        TappingChair chair(program.port(), program.token("Chair"), between_taps);
        const auto enough = [&] {
            turn();
            return chair.taps() >= enough_taps();
        };
        CHECK(clients.run(enough, 5min));
        const Waits waits = chair.waits();
        const std::size_t most = program.most_memory();
        constexpr std::size_t kilo = 1024;
        std::cout << what << ": " << waits.text() << "; memory " << before / kilo << " kB, then "
                  << most / kilo << " kB at most, bound " << (before + bound) / kilo << " kB\n";
        CHECK(waits.lost == 0);
        CHECK(waits.at(0.99) < soon());
        CHECK(most < before + bound);
    }
};

std::string command(const std::string& number, const std::string& notice) {
    return client_frame(text, R"({"command":{"id":"flood-)" + number +
                                  R"(","showNotice":{"text":")" + notice + number + R"("}}})");
}

/// Sixteen different commands at a time.
MakeFrames commands(const std::string& notice) {
    return [notice, last = 100'000'000]() mutable {
        std::string frames;
        for (int i = 0; i < 16; ++i) frames += command(std::to_string(++last), notice);
        return frames;
    };
}

MakeFrames sixteen_times(const std::string& frame) {
    std::string frames;
    for (int i = 0; i < 16; ++i) frames += frame;
    return [frames] { return frames; };
}

TEST_CASE("overload: clients that never read, while others send much") {
    const auto deaf = ordinary_or_thorough<std::size_t>(50, 1000);
    constexpr std::size_t talkers = 4;
    World world;
    world.begin(talkers, "Secretariat");
    world.begin(deaf, "Room display", true, false);
    REQUIRE(world.all_welcome());
    const MakeFrames frames = commands(std::string(700, 'x'));
    world.endure(std::to_string(deaf) + " that never read", its_own + deaf * not_reading,
                 [&] { world.send_more(0, talkers, State::welcomed, frames); });
}

TEST_CASE("overload: clients that flood the room with the chair's commands") {
    constexpr std::size_t count = 20;
    World world;
    world.begin(count, "Chair");
    REQUIRE(world.all_welcome());
    const MakeFrames frames = commands("Flood ");
    world.endure(std::to_string(count) + " that flood with commands", its_own + count * speaking,
                 [&] { world.send_more(0, count, State::welcomed, frames); });
    CHECK(world.clients.count(State::welcomed) == count);
}

TEST_CASE("overload: clients that flood with commands they may not send") {
    const auto count = ordinary_or_thorough<std::size_t>(100, 200);
    World world;
    world.begin(count, "Missions");
    REQUIRE(world.all_welcome());
    const MakeFrames frames = commands("Flood ");
    world.endure(std::to_string(count) + " that flood with what they may not",
                 its_own + count * speaking,
                 [&] { world.send_more(0, count, State::welcomed, frames); });
    CHECK(world.clients.count(State::welcomed) == count);
}

/// A command of this length that is costly to read, and refused.
std::string long_command(std::size_t bytes, const std::string& token) {
    std::string body = R"({"id":"long-command","planMeetings":{"meetings":[{})";
    while (body.size() + 6 <= bytes) body += ",{}";
    body += "]}}";
    return "POST /api/v1/rooms/xxvii/commands HTTP/1.1\r\nHost: localhost\r\n"
           "Authorization: Bearer " +
           token + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST_CASE("overload: clients that send the longest commands of their role") {
    constexpr std::size_t count = 20;
    const auto [heading, kib] = GENERATE(
        table<const char*, std::size_t>({{"Secretariat", 64}, {"Chair", 16}, {"Lectern", 8}}));
    World world;
    const std::string command = long_command(kib * 1024, world.program.token(heading));
    for (std::size_t i = 0; i < count; ++i) world.clients.begin({.joins = false, .asks = true});
    world.endure(std::to_string(count) + " that send commands of " + std::to_string(kib) + " KiB",
                 its_own + count * asking,
                 [&] { world.send_more(0, count, State::connected, [&] { return command; }); });
    CHECK(world.clients.count(State::connected) == count);
}

TEST_CASE("overload: clients that flood with TimeSyncs, and with pings") {
    const auto count = ordinary_or_thorough<std::size_t>(20, 500);
    World world;
    world.begin(2 * count, "Room display");
    REQUIRE(world.all_welcome());
    const MakeFrames syncs = sixteen_times(client_frame(text, R"({"timeSync":{"clientMs":1}})"));
    const MakeFrames pings = sixteen_times(client_frame(ping, "again"));
    world.endure(std::to_string(2 * count) + " that flood with TimeSyncs and pings",
                 its_own + 2 * count * speaking, [&] {
                     world.send_more(0, count, State::welcomed, syncs);
                     world.send_more(count, count, State::welcomed, pings);
                 });
    // Pings cannot be throttled: their senders were dropped.
    CHECK(world.clients.count(State::welcomed) == count);
}

TEST_CASE("overload: clients that send garbage and reconnect") {
    const auto count = ordinary_or_thorough<std::size_t>(20, 500);
    World world;
    std::size_t came_again = 0;
    world.clients.on_end = [&](std::size_t client) {
        ++came_again;
        world.clients.begin_again(client);
    };
    world.begin(count, "Room display", false);
    world.begin(count, "Room display");
    const MakeFrames no_http = [] { return std::string(3000, '\xA5'); };
    const MakeFrames no_message = sixteen_times(client_frame(text, "[[[{"));
    world.endure(std::to_string(2 * count) + " that send garbage", its_own + 2 * count * speaking,
                 [&] {
                     world.send_more(0, count, State::connected, no_http);
                     world.send_more(count, count, State::welcomed, no_message);
                 });
    world.clients.on_end = {};
    CHECK(came_again > count);
}

TEST_CASE("overload: clients that only connect, again and again") {
    const auto count = ordinary_or_thorough<std::size_t>(500, 10'000);
    World world;
    world.clients.on_end = [&](std::size_t client) { world.clients.begin_again(client); };
    world.begin(count, "Room display", false);
    world.endure(std::to_string(count) + " that only connect", its_own + count * quiet, [] {});
    world.clients.on_end = {};
}

TEST_CASE("overload: clients that come and vanish") {
    const auto each_time = ordinary_or_thorough<std::size_t>(20, 100);
    World world;
    const std::size_t at_first = world.program.descriptors();
    const std::string token = world.program.token("Room display");
    std::size_t vanished = 0;
    auto next = std::chrono::steady_clock::now();
    world.endure(std::to_string(each_time * 10) + " a second that come and vanish",
                 its_own + 3 * each_time * speaking, [&] {
                     if (std::chrono::steady_clock::now() < next) return;
                     next += 100ms;
                     for (; vanished < world.clients.size(); ++vanished)
                         world.clients.drop(vanished);
                     world.begin(each_time, "Room display");
                 });
    for (; vanished < world.clients.size(); ++vanished) world.clients.drop(vanished);
    CHECK(vanished >= 10 * each_time);
    // They leave no descriptors behind.
    CHECK(world.clients.run([&] { return world.program.descriptors() <= at_first + 1; }, 30s));
}

}  // namespace
}  // namespace rostrum::bench
