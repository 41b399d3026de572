#include "store/backup.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/check_text.hpp"
#include "app/program.hpp"
#include "store/chance.hpp"
#include "store/store_error.hpp"

namespace rostrum::app {

namespace {

struct CopyOptions {
    std::filesystem::path data = "data";
    std::filesystem::path backup;
};

ExitCode back_up(const CopyOptions& options) {
    try {
        print(std::cout, store::back_up(options.data, options.backup));
    } catch (const store::StoreError& fault) {
        throw Failure(ExitCode::data, fault.what());
    }
    std::cout << options.backup.string() << " is a copy of " << options.data.string() << ".\n";
    return ExitCode::done;
}

ExitCode restore(const CopyOptions& options) {
    try {
        print(std::cout, store::restore(options.backup, options.data, store::system_chance()));
    } catch (const store::StoreError& fault) {
        throw Failure(ExitCode::data, fault.what());
    }
    std::cout << options.data.string() << " can be served: it goes on from "
              << options.backup.string() << ".\n";
    return ExitCode::done;
}

void add_data(CLI::App& app, CopyOptions& options, const char* about) {
    app.add_option("--data", options.data, about)
        ->envname("ROSTRUM_DATA")
        ->type_name("DIR")
        ->capture_default_str();
}

}  // namespace

void add_backup(CLI::App& program, Run& run) {
    auto options = std::make_shared<CopyOptions>();
    CLI::App* app = program.add_subcommand(
        "backup", "Copies a data folder, even while it is served, and verifies the copy");
    app->add_option("destination", options->backup, "The copy: a new folder, itself a data folder")
        ->required()
        ->type_name("DIR");
    add_data(*app, *options, "The data folder, served or not");
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
    add_data(*app, *options, "The folder to make: new or empty");
    app->callback([&run, options] { run = [options] { return restore(*options); }; });
}

}  // namespace rostrum::app
