#include <cstddef>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/program.hpp"
#include "bench/commits.hpp"
#include "bench/fan_out.hpp"
#include "bench/flood.hpp"
#include "bench/idle.hpp"
#include "bench/processors.hpp"
#include "bench/swarm.hpp"

namespace rostrum::app {

namespace {

struct BenchOptions {
    std::filesystem::path folder = std::filesystem::temp_directory_path();
    std::vector<std::size_t> screens{100, 1000, 5000, 10'000};
    int rounds = 9;
};

ExitCode bench(const BenchOptions& options) {
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    rostrum::bench::raise_descriptor_limit();
    std::cout << rostrum::bench::machine() << "\n\n";
    for (const std::size_t screens : options.screens) {
        print(std::cout, rostrum::bench::measure_fan_out({.program = program,
                                                          .folder = options.folder,
                                                          .screens = screens,
                                                          .rounds = options.rounds}));
        std::cout << std::endl;
    }
    print(std::cout, rostrum::bench::measure_flood({.program = program, .folder = options.folder}));
    std::cout << std::endl;
    print(std::cout, rostrum::bench::measure_idle({.program = program, .folder = options.folder}));
    std::cout << std::endl;
    print(std::cout,
          rostrum::bench::measure_commits({.folder = options.folder, .rounds = options.rounds}));
    return ExitCode::done;
}

}  // namespace

void add_bench(CLI::App& program, Run& run) {
    auto options = std::make_shared<BenchOptions>();
    CLI::App* bench_app = program.add_subcommand(
        "bench", "Measures what this machine can carry, beside the least that it could cost");
    bench_app
        ->add_option("--folder", options->folder,
                     "Where data is written meanwhile, on the disk that counts")
        ->type_name("DIR")
        ->capture_default_str();
    bench_app->add_option("--screens", options->screens, "In one room, one number after another")
        ->delimiter(',')
        ->check(CLI::Range(1, 15'000))
        ->capture_default_str();
    bench_app->add_option("--rounds", options->rounds, "Of each measurement")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    bench_app->callback([&run, options] { run = [options] { return bench(*options); }; });
}

}  // namespace rostrum::app
