#include <cstdint>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/check_text.hpp"
#include "app/heads_file.hpp"
#include "app/program.hpp"
#include "store/log_check.hpp"
#include "store/lost_acts.hpp"

namespace rostrum::app {

namespace {

struct VerifyOptions {
    std::filesystem::path data = "data";
    std::filesystem::path expect;
    std::filesystem::path output;
};

store::NotedHeads heads_of(const store::LogCheck& check) {
    store::NotedHeads noted{check.log_id, {}};
    for (const store::RoomCheck& room : check.rooms) noted.heads.push_back(room.head);
    return noted;
}

ExitCode verify(const VerifyOptions& options) {
    std::optional<store::NotedHeads> expected;
    if (!options.expect.empty()) expected = read_heads(options.expect);
    // Read before the log, which may be written meanwhile.
    std::vector<store::Head> heads = store::noted_heads(options.data).heads;
    if (expected) heads.insert(heads.end(), expected->heads.begin(), expected->heads.end());
    const store::LogCheck check = store::check_log(options.data, heads);
    app::print(std::cout, check);
    if (expected && expected->log_id != check.log_id)
        throw Failure(ExitCode::data, "The log in " + options.data.string() +
                                          " is another one than that of " +
                                          options.expect.string() + '.');
    if (!check.is_sound())
        throw Failure(ExitCode::data, "The log in " + options.data.string() +
                                          " was changed. docs/operations.md says "
                                          "what to do.");
    if (!options.output.empty()) write_heads(options.output, heads_of(check));
    return ExitCode::done;
}

}  // namespace

void add_verify(CLI::App& program, Run& run) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* verify_app = program.add_subcommand(
        "verify", "Checks the record of every room, and reports every change to it");
    add_data(*verify_app, options->data, "The data folder, served or not, or a copy");
    verify_app
        ->add_option("--expect", options->expect,
                     "Heads written by an earlier --output: the record must still contain them")
        ->type_name("FILE");
    verify_app
        ->add_option("--output", options->output,
                     "Writes the head of each room's record, if it is sound")
        ->type_name("FILE");
    verify_app->callback([&run, options] { run = [options] { return verify(*options); }; });
}

}  // namespace rostrum::app
