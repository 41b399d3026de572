// rostrum_bench: measures the load that this machine can carry, next to the minimum cost.
#include <cstddef>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <vector>

#include <CLI/CLI.hpp>

#include "bench/client_pool.hpp"
#include "bench/commits.hpp"
#include "bench/fan_out.hpp"
#include "bench/flood.hpp"
#include "bench/idle.hpp"
#include "bench/processors.hpp"
#include "replica/etcd_members.hpp"

namespace rostrum::bench {
namespace {

struct Options {
    std::filesystem::path program =
        std::filesystem::read_symlink("/proc/self/exe").replace_filename("rostrum");
    std::filesystem::path folder = std::filesystem::temp_directory_path();
    std::vector<std::size_t> screens{100, 1000, 5000, 10'000};
    int rounds = 9;
    bool etcd = false;
};

void measure(const Options& options) {
    const auto& [program, folder, numbers_of_screens, rounds, etcd] = options;
    raise_descriptor_limit();
    std::cout << machine() << "\n\n";
    for (const std::size_t screens : numbers_of_screens) {
        print(std::cout,
              measure_fan_out(
                  {.program = program, .folder = folder, .screens = screens, .rounds = rounds}));
        std::cout << std::endl;
    }
    print(std::cout, measure_flood({.program = program, .folder = folder}));
    std::cout << std::endl;
    print(std::cout, measure_idle({.program = program, .folder = folder}));
    std::cout << std::endl;
    std::optional<replica::EtcdMembers> members;
    if (etcd) members.emplace(3);
    print(std::cout,
          measure_commits({.folder = folder,
                           .rounds = rounds,
                           .etcd = members ? std::optional(members->settings()) : std::nullopt}));
}

int run(int argc, const char* const* argv) {
    Options options;
    CLI::App app{"Measures the load that this machine can carry, next to the minimum cost",
                 "rostrum_bench"};
    app.add_option("--program", options.program, "The program to measure")
        ->type_name("FILE")
        ->check(CLI::ExistingFile)
        ->capture_default_str();
    app.add_option("--folder", options.folder, "Where data is written, on the disk to measure")
        ->type_name("DIR")
        ->capture_default_str();
    app.add_option("--screens", options.screens,
                   "Screens in one room; several numbers are measured in turn")
        ->delimiter(',')
        ->check(CLI::Range(1, 15'000))
        ->capture_default_str();
    app.add_option("--rounds", options.rounds, "Rounds of each measurement")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    app.add_flag("--etcd", options.etcd, "Measures commits through three members of etcd too");
    CLI11_PARSE(app, argc, argv);
    measure(options);
    return 0;
}

}  // namespace
}  // namespace rostrum::bench

int main(int argc, char** argv) {
    try {
        return rostrum::bench::run(argc, argv);
    } catch (const std::exception& fault) {
        std::cerr << "rostrum_bench: " << fault.what() << '\n';
        return 1;
    }
}
