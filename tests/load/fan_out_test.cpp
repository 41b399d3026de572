#include "bench/fan_out.hpp"

#include <filesystem>
#include <sstream>

#include <catch2/catch.hpp>

#include "bench/flood.hpp"
#include "bench/helper_process.hpp"
#include "bench/idle.hpp"
#include "bench/temporary_folder.hpp"
#include "thorough.hpp"

// These tests check no speed: other work on the machine would decide the result.
namespace rostrum::bench {
namespace {

TEST_CASE("the fan-out of the real program is measured next to the baseline") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    const FanOutFigures figures = measure_fan_out({.program = program_file(),
                                                   .folder = folder.path(),
                                                   .screens = 20,
                                                   .rounds = 2,
                                                   .taps = 3,
                                                   .between_taps = std::chrono::milliseconds{20}});
    CHECK(figures.joining_ms > 0);
    // A notice of some thirty characters, with its number and permissions.
    CHECK(figures.change > 60);
    CHECK(figures.change < 600);
    CHECK(figures.baseline_us.low > 0);
    CHECK(figures.program_us.low > figures.loop_us.low);
    CHECK(figures.program_ratio.low > figures.loop_ratio.low);
    CHECK(figures.baseline_last_ms.low > 0);
    CHECK(figures.program_last_ms.low > 0);
    CHECK(figures.durable_ms.low > 0);
    CHECK(std::filesystem::is_empty(folder.path()));

    std::ostringstream table;
    print(table, figures);
    CHECK(table.str().starts_with("20 screens, "));
}

TEST_CASE(
    "a flood of commands is measured: screens merge changes, without a gap, up to the newest") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    const FloodFigures figures = measure_flood({.program = program_file(),
                                                .folder = folder.path(),
                                                .screens = 20,
                                                .chairs = 5,
                                                .lasts = std::chrono::milliseconds{300}});
    CHECK(figures.commands_a_second > 0);
    CHECK(figures.updates_a_second >= figures.frames_a_second);
    CHECK(figures.frames_a_second > 0);
    CHECK(figures.accepted_median_ms > 0);
    CHECK(figures.accepted_p99_ms >= figures.accepted_median_ms);
}

TEST_CASE("screens receive only pings while a speaker speaks") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    const IdleFigures figures = measure_idle({.program = program_file(),
                                              .folder = folder.path(),
                                              .screens = 20,
                                              .lasts = std::chrono::seconds{8}});
    // A ping of two bytes every eight seconds; twice that on a slow machine.
    CHECK(figures.bytes_an_hour <= 2 * 2 * 3600.0 / 8);
    CHECK(figures.processor_percent > 0);
}

TEST_CASE("a helper process answers with numbers, and its end is reported") {
    const HelperProcess counter([] {
        return [count = 0](int step) mutable -> HelperProcess::Numbers {
            if (step == 0) throw std::runtime_error("no step");
            count += step;
            return {static_cast<double>(count), static_cast<double>(step)};
        };
    });
    CHECK(counter.ask(2) == HelperProcess::Numbers{2, 2});
    CHECK(counter.ask(3) == HelperProcess::Numbers{5, 3});
    CHECK_THROWS_AS(counter.ask(0), std::runtime_error);
}

}  // namespace
}  // namespace rostrum::bench
