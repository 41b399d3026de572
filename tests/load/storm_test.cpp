// All clients reconnect when the server returns.
#include <algorithm>
#include <iostream>
#include <memory>
#include <queue>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "bench/client_pool.hpp"
#include "bench/program.hpp"
#include "bench/temporary_folder.hpp"
#include "thorough.hpp"

namespace rostrum::bench {
namespace {

using std::chrono::milliseconds;

/// The screens' retry delay: clients/kit/backoff.ts, for the first minute.
milliseconds retry_delay(unsigned attempts, double random) {
    const unsigned full = std::min(1000U, 200U << std::min(attempts, 10U));
    return milliseconds{static_cast<int>(full * (0.5 + random / 2))};
}

/// Clients that lost their server and retry until it is back.
class Storm {
public:
    Storm(std::uint16_t port, const std::string& token, std::size_t count)
        : clients_(port), attempts_(count, 0) {
        clients_.on_end = [this](std::size_t client) { knock_later(client); };
        for (std::size_t i = 0; i < count; ++i) clients_.begin({.token = token});
        REQUIRE(run_until_all_are_in(milliseconds{300'000}));
    }

    /// Returns whether all clients have Welcome within this time.
    bool run_until_all_are_in(milliseconds patience) {
        return clients_.run(
            [this] {
                knock();
                return clients_.count(State::welcomed) == clients_.size();
            },
            patience);
    }
    /// Runs until every client has noticed the server's end and failed one retry.
    bool run_until_all_are_out(milliseconds patience) {
        return clients_.run(
            [this] {
                knock();
                return std::all_of(attempts_.begin(), attempts_.end(),
                                   [](unsigned attempts) { return attempts >= 2; });
            },
            patience);
    }

    /// The times from this moment until each client's Welcome, sorted.
    [[nodiscard]] std::vector<milliseconds> welcomed_after(Moment moment) const {
        std::vector<milliseconds> times;
        for (std::size_t i = 0; i < clients_.size(); ++i)
            times.push_back(
                std::chrono::duration_cast<milliseconds>(clients_.at(i).welcomed - moment));
        std::sort(times.begin(), times.end());
        return times;
    }

private:
    void knock_later(std::size_t client) {
        const auto delay = retry_delay(attempts_[client]++, random_bytes_(generator_));
        knocks_.emplace(std::chrono::steady_clock::now() + delay, client);
    }
    void knock() {
        while (!knocks_.empty() && knocks_.top().first <= std::chrono::steady_clock::now()) {
            const std::size_t client = knocks_.top().second;
            knocks_.pop();
            clients_.begin_again(client);
        }
    }

    using Knock = std::pair<Moment, std::size_t>;
    ClientPool clients_;
    std::vector<unsigned> attempts_;
    std::priority_queue<Knock, std::vector<Knock>, std::greater<>> knocks_;
    std::mt19937 generator_{20180411};
    std::uniform_real_distribution<> random_bytes_{0, 1};
};

TEST_CASE("all clients are served within 5 s of the server's return") {
    const auto count = ordinary_or_thorough<std::size_t>(500, 5000);
    REQUIRE(raise_descriptor_limit() > count + 100);
    const TemporaryFolder folder{std::filesystem::temp_directory_path()};
    auto program = std::make_unique<Program>(program_file(), folder.path(),
                                             std::vector<std::string>{"--demo"});
    const std::uint16_t port = program->port();
    Storm storm{port, program->token("Observer"), count};

    program.reset();
    REQUIRE(storm.run_until_all_are_out(milliseconds{30'000}));
    const Program again{program_file(), folder.path(), {"--links", "never"}, port};
    const Moment back = std::chrono::steady_clock::now();
    REQUIRE(storm.run_until_all_are_in(milliseconds{60'000}));

    const auto times = storm.welcomed_after(back);
    std::cout << count << " clients were back: half after " << times[count / 2].count()
              << " ms, 99 % after " << times[count * 99 / 100].count() << " ms, all after "
              << times.back().count() << " ms; the server worked "
              << std::chrono::duration_cast<milliseconds>(again.processor_time()).count()
              << " ms\n";
    CHECK(times.back() <= milliseconds{5000});
}

}  // namespace
}  // namespace rostrum::bench
