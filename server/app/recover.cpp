#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/check_text.hpp"
#include "app/program.hpp"
#include "app/utc.hpp"
#include "rooms/steady_clock.hpp"
#include "store/recovery.hpp"

namespace rostrum::app {

namespace {

struct RecoverOptions {
    std::filesystem::path data = "data";
    std::filesystem::path output;
};

void print(const store::RecoveredRoom& room) {
    std::cout << "Room " << room.room.value << ": ";
    if (room.kept == Revision{})
        std::cout << "nothing could be recovered.";
    else
        std::cout << count(room.kept.value, "act") << (room.kept.value == 1 ? " was" : " were")
                  << " kept, the last of " << utc(room.kept_at) << '.';
    if (room.flaw) {
        std::cout << " Act " << room.kept.value + 1 << ' ' << *room.flaw << ": lost from there on";
        if (room.known.value > room.kept.value + 1)
            std::cout << ", up to act " << room.known.value << " at least";
        std::cout << '.';
    } else {
        std::cout << " Nothing is known to be lost.";
    }
    if (room.names_kept_back > 0)
        std::cout << ' ' << count(room.names_kept_back, "name")
                  << " that a lost act had withheld or erased is so again.";
    std::cout << '\n';
}

ExitCode recover(const RecoverOptions& options) {
    rooms::SteadyClock clock;
    const store::Recovery recovery =
        store::recover(options.data, options.output, clock.now(), store::system_random_bytes());
    for (const store::RecoveredRoom& room : recovery.rooms) print(room);
    if (recovery.tokens_lost)
        std::cout << "The tokens are unreadable: links, cards and paired screens are lost.\n";
    std::cout << options.output.string() << " can be served. " << options.data.string()
              << " is as it was: keep it.\n";
    return ExitCode::done;
}

}  // namespace

void add_recover(CLI::App& program, Run& run) {
    auto options = std::make_shared<RecoverOptions>();
    CLI::App* app = program.add_subcommand(
        "recover", "Makes a data folder from a damaged one: each room up to its last intact act");
    add_data(*app, options->data, "The damaged folder; it stays unchanged");
    app->add_option("--output", options->output, "The folder to make: new or empty")
        ->required()
        ->type_name("DIR");
    app->callback([&run, options] { run = [options] { return recover(*options); }; });
}

}  // namespace rostrum::app
