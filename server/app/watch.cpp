#include "cli/watch.hpp"

#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "app/program.hpp"
#include "app/remote.hpp"

namespace rostrum::app {

namespace {

struct WatchOptions {
    Remote remote;
    bool json = false;
};

ExitCode watch(const WatchOptions& options) {
    cli::watch(options.remote.target(),
               options.json ? cli::WatchForm::messages : cli::WatchForm::words,
               {.line = [](const std::string& line) { std::cout << line << std::endl; },
                .remark = [](const std::string& remark) { std::cerr << remark << '\n'; }});
}

}  // namespace

void add_watch(CLI::App& program, Run& run) {
    auto options = std::make_shared<WatchOptions>();
    CLI::App* watch_app =
        program.add_subcommand("watch", "Follows a room and prints a line for each change");
    add_remote_options(*watch_app, options->remote);
    watch_app->add_flag("--json", options->json, "Prints the server's messages as JSON");
    watch_app->callback([&run, options] { run = [options] { return watch(*options); }; });
}

}  // namespace rostrum::app
