#include "store/backup.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/check_text.hpp"
#include "app/program.hpp"
#include "store/random_bytes.hpp"

namespace rostrum::app {

namespace {

struct CopyOptions {
    std::filesystem::path data = "data";
    std::filesystem::path backup;
};

ExitCode back_up(const CopyOptions& options) {
    print(std::cout, store::back_up(options.data, options.backup));
    std::cout << options.backup.string() << " is a copy of " << options.data.string() << ".\n";
    return ExitCode::done;
}

ExitCode restore(const CopyOptions& options) {
    print(std::cout, store::restore(options.backup, options.data, store::system_random_bytes()));
    std::cout << options.data.string() << " can be served: it continues from "
              << options.backup.string() << ".\n";
    return ExitCode::done;
}

}  // namespace

void add_backup(CLI::App& program, Run& run) {
    auto options = std::make_shared<CopyOptions>();
    CLI::App* app = program.add_subcommand(
        "backup", "Copies a data folder, even while it is served, and verifies the copy");
    app->add_option("destination", options->backup, "The copy: a new folder, itself a data folder")
        ->required()
        ->type_name("DIR");
    add_data(*app, options->data, "The data folder, served or not");
    app->callback([&run, options] { run = [options] { return back_up(*options); }; });
}

void add_restore(CLI::App& program, Run& run) {
    auto options = std::make_shared<CopyOptions>();
    CLI::App* app = program.add_subcommand(
        "restore", "Makes a data folder from a backup; its rooms continue from there");
    app->add_option("backup", options->backup,
                    "A copy made by `rostrum backup`; it stays unchanged")
        ->required()
        ->type_name("DIR");
    add_data(*app, options->data, "The folder to make: new or empty");
    app->callback([&run, options] { run = [options] { return restore(*options); }; });
}

}  // namespace rostrum::app
