#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "app/program.hpp"
#include "app/remote.hpp"
#include "cli/send_command.hpp"

namespace rostrum::app {

namespace {

struct CommandOptions {
    Remote remote;
    std::string text;
};

ExitCode command(const CommandOptions& options) {
    const cli::Answer answer = cli::send_command(options.remote.target(), options.text);
    (answer.accepted ? std::cout : std::cerr) << answer.sentence << '\n';
    return answer.accepted ? ExitCode::done : ExitCode::refused;
}

}  // namespace

void add_command(CLI::App& program, Run& run) {
    auto options = std::make_shared<CommandOptions>();
    CLI::App* command_app = program.add_subcommand("command", "Sends a command to a room");
    add_remote_options(*command_app, options->remote);
    command_app
        ->add_option("command", options->text,
                     "next, pause, resume, end, undo, or any command of docs/protocol.md as JSON")
        ->required();
    command_app->footer(
        "\nExamples\n"
        "  rostrum command --room xxvii next\n"
        "  rostrum command --room xxvii '{\"openMeeting\":{\"meetingId\":\"cuba\"}}'");
    command_app->callback([&run, options] { run = [options] { return command(*options); }; });
}

}  // namespace rostrum::app
