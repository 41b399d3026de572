#pragma once

#include <filesystem>
#include <functional>

#include "app/exit_code.hpp"

namespace CLI {
class App;
}

namespace rostrum::app {

/// The chosen subcommand's action.
/// @throws Failure, store::StoreError, or what the client throws
using Run = std::function<ExitCode()>;

/// Each subcommand adds its options to the command line, and sets `run` when chosen.
void add_serve(CLI::App& program, Run& run);
void add_import(CLI::App& program, Run& run);
void add_card(CLI::App& program, Run& run);
void add_token(CLI::App& program, Run& run);
void add_verify(CLI::App& program, Run& run);
void add_backup(CLI::App& program, Run& run);
void add_restore(CLI::App& program, Run& run);
void add_recover(CLI::App& program, Run& run);
void add_replicas(CLI::App& program, Run& run);
void add_export(CLI::App& program, Run& run);
void add_watch(CLI::App& program, Run& run);
void add_command(CLI::App& program, Run& run);

/// What most of them take: `--data DIR`.
void add_data(CLI::App& subcommand, std::filesystem::path& data, const char* about);

/// Runs the program; returns its exit code.
[[nodiscard]] int run_program(int argc, const char* const* argv);

}  // namespace rostrum::app
