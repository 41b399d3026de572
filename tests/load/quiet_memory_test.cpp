#include <iostream>

#include <catch2/catch.hpp>

#include "bench/program.hpp"
#include "bench/swarm.hpp"
#include "bench/temporary_folder.hpp"
#include "thorough.hpp"

namespace rostrum::bench {
namespace {

using namespace std::chrono_literals;

/// A few at a time, as a slow machine needs it: who is not welcome within ten seconds is sent away.
bool welcome(Swarm& swarm, std::size_t count, const std::string& token) {
    constexpr std::size_t at_a_time = 200;
    for (std::size_t i = 1; i <= count; ++i) {
        swarm.begin({.token = token});
        if (i % at_a_time != 0 && i != count) continue;
        if (!swarm.run([&] { return swarm.count(State::welcomed) == swarm.size(); }, 1min))
            return false;
    }
    return true;
}

TEST_CASE("a quiet connection is held in little memory") {
    constexpr double most = 3000;
    const auto count = ordinary_or_thorough<std::size_t>(1000, 10'000);
    const TemporaryFolder folder{std::filesystem::temp_directory_path()};
    const Program program(program_file(), folder.path(), {"--demo"});
    Swarm swarm(program.port());
    // What the first ones need once is not theirs.
    REQUIRE(welcome(swarm, 100, program.token("Room display")));
    const std::size_t before = program.memory();
    REQUIRE(welcome(swarm, count, program.token("Room display")));
    swarm.run_for(1s);
    const std::size_t taken = program.memory() - before;
    const double each = static_cast<double>(taken) / static_cast<double>(count);
    std::cout << count << " quiet connections take " << each << " bytes each\n";
    CHECK(each < most);
}

}  // namespace
}  // namespace rostrum::bench
