#include <cstdint>
#include <iostream>

#include <catch2/catch.hpp>

#include "bench/client_pool.hpp"
#include "bench/program.hpp"
#include "bench/temporary_folder.hpp"
#include "thorough.hpp"

namespace rostrum::bench {
namespace {

using namespace std::chrono_literals;

/// A few at a time: a slow machine might exceed the 10 s that a client has for its Hello.
bool welcome(ClientPool& clients, std::size_t count, const std::string& token) {
    constexpr std::size_t at_a_time = 200;
    for (std::size_t i = 1; i <= count; ++i) {
        clients.begin({.token = token});
        if (i % at_a_time != 0 && i != count) continue;
        if (!clients.run([&] { return clients.count(State::welcomed) == clients.size(); }, 1min))
            return false;
    }
    return true;
}

TEST_CASE("a quiet connection is held in little memory") {
    constexpr double most = 3000;
    const auto count = ordinary_or_thorough<std::size_t>(1000, 10'000);
    const TemporaryFolder folder{std::filesystem::temp_directory_path()};
    const Program program(program_file(), folder.path(), {"--demo"});
    ClientPool clients(program.port());
    // The first clients cause one-off allocations.
    REQUIRE(welcome(clients, 100, program.token("Room display")));
    const std::size_t before = program.memory();
    REQUIRE(welcome(clients, count, program.token("Room display")));
    clients.run_for(1s);
    const std::size_t taken = program.memory() - before;
    const double each = static_cast<double>(taken) / static_cast<double>(count);
    std::cout << count << " quiet connections take " << each << " bytes each\n";
    CHECK(each < most);
}

TEST_CASE("memory does not grow with past connections") {
    // What the allocator keeps for reuse; at full length a hundredth of a byte for each connection.
    constexpr std::size_t kept = 512UL * 1024;
    const auto rounds = ordinary_or_thorough<std::size_t>(10, 5000);
    constexpr std::size_t at_once = 200;
    const TemporaryFolder folder{std::filesystem::temp_directory_path()};
    const Program program(program_file(), folder.path(), {"--demo"});
    ClientPool clients(program.port());
    const auto come_and_go = [&] {
        REQUIRE(clients.run([&] { return clients.count(State::welcomed) == at_once; }, 1min));
        for (std::size_t i = 0; i < at_once; ++i) clients.drop(i);
    };
    for (std::size_t i = 0; i < at_once; ++i)
        clients.begin({.token = program.token("Room display")});
    come_and_go();
    const auto come_again = [&] {
        for (std::size_t i = 0; i < at_once; ++i) clients.begin_again(i);
        come_and_go();
    };
    for (int i = 0; i < 5; ++i) come_again();
    const std::size_t before = program.memory();
    for (std::size_t i = 0; i < rounds; ++i) come_again();
    REQUIRE(clients.run([&] { return program.descriptors() < at_once / 2; }, 1min));
    const auto grown = static_cast<std::int64_t>(program.memory() - before);
    std::cout << rounds * at_once << " that came and went left " << grown << " bytes\n";
    CHECK(grown < static_cast<std::int64_t>(kept));
}

}  // namespace
}  // namespace rostrum::bench
