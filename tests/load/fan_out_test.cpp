#include "bench/fan_out.hpp"

#include <filesystem>
#include <sstream>

#include <catch2/catch.hpp>

#include "bench/aside.hpp"
#include "bench/temporary_folder.hpp"
#include "thorough.hpp"

// How fast it is, is no test's question: the machine's other work would answer it.
namespace rostrum::bench {
namespace {

TEST_CASE("the fan-out of the real program is measured beside the floor") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    const FanOutFigures figures = measure_fan_out({.program = program_file(),
                                                   .folder = folder.path(),
                                                   .screens = 20,
                                                   .rounds = 2,
                                                   .taps = 3,
                                                   .between_taps = std::chrono::milliseconds{20}});
    CHECK(figures.joining_ms > 0);
    // A notice of some thirty characters, with its number and who may see what.
    CHECK(figures.change > 60);
    CHECK(figures.change < 600);
    CHECK(figures.floor_us.low > 0);
    CHECK(figures.program_us.low > figures.loop_us.low);
    CHECK(figures.program_ratio.low > figures.loop_ratio.low);
    CHECK(figures.floor_last_ms.low > 0);
    CHECK(figures.program_last_ms.low > 0);
    CHECK(figures.durable_ms.low > 0);
    CHECK(std::filesystem::is_empty(folder.path()));

    std::ostringstream table;
    print(table, figures);
    CHECK(table.str().starts_with("20 screens, "));
}

TEST_CASE("a process beside this one answers with numbers, and its end is told") {
    const Aside counter([] {
        return [count = 0](int step) mutable -> Aside::Numbers {
            if (step == 0) throw std::runtime_error("no step");
            count += step;
            return {static_cast<double>(count), static_cast<double>(step)};
        };
    });
    CHECK(counter.ask(2) == Aside::Numbers{2, 2});
    CHECK(counter.ask(3) == Aside::Numbers{5, 3});
    CHECK_THROWS_AS(counter.ask(0), std::runtime_error);
}

}  // namespace
}  // namespace rostrum::bench
