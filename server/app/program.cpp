#include "app/program.hpp"

#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/process.hpp"
#include "cli/target.hpp"
#include "replica/http_address.hpp"
#include "store/store_error.hpp"

namespace rostrum::app {

namespace {

constexpr auto description =
    "Rostrum runs the floor of a conference room: who speaks now, who is next, how much time is "
    "left.";

constexpr auto examples = R"(
Examples
  rostrum serve --demo                        a round to try everything with
  rostrum serve --new-room "Room XXVII"       an empty room, to plan on a page
  rostrum serve --programme round.xlsx        your own round, from a sheet or JSON
  rostrum import round.xlsx                   what Rostrum reads in that sheet
  rostrum token issue --room xxvii --role chair
  rostrum export figures --data data
  rostrum backup /mnt/stick/rostrum --data data
  rostrum replicas --replicate https://a:2379,https://b:2379,https://c:2379 …
  rostrum watch --server http://127.0.0.1:8080 --room xxvii
  rostrum command --server http://127.0.0.1:8080 --room xxvii next

`rostrum SUBCOMMAND --help` describes a subcommand. Each also reads its settings from the
environment, and `serve` from a file (--config). docs/operations.md is the operator's manual.)";

/// Help and version are successes; everything else is an error in the command line.
int end_parsing(const CLI::App& program, const CLI::ParseError& error) {
    const int code = program.exit(error, std::cout, std::cerr);
    return code == 0 ? 0 : static_cast<int>(ExitCode::usage);
}

ExitCode code_of(const std::exception& fault) {
    if (const auto* failure = dynamic_cast<const Failure*>(&fault)) return failure->code();
    if (dynamic_cast<const store::StoreError*>(&fault) != nullptr) return ExitCode::data;
    if (dynamic_cast<const replica::UnusableSetting*>(&fault) != nullptr) return ExitCode::usage;
    if (dynamic_cast<const cli::Unusable*>(&fault) != nullptr) return ExitCode::usage;
    if (dynamic_cast<const cli::Unreachable*>(&fault) != nullptr) return ExitCode::unreachable;
    if (dynamic_cast<const cli::NotAdmitted*>(&fault) != nullptr) return ExitCode::not_admitted;
    return ExitCode::failed;
}

}  // namespace

void add_data(CLI::App& subcommand, std::filesystem::path& data, const char* about) {
    subcommand.add_option("--data", data, about)
        ->envname("ROSTRUM_DATA")
        ->type_name("DIR")
        ->capture_default_str();
}

int run_program(int argc, const char* const* argv) {
    CLI::App program{description, "rostrum"};
    program.set_version_flag("--version", "rostrum " ROSTRUM_VERSION, "The version of the program");
    program.require_subcommand(1);

    Run run;
    add_serve(program, run);
    add_import(program, run);
    add_token(program, run);
    add_card(program, run);
    add_verify(program, run);
    add_backup(program, run);
    add_restore(program, run);
    add_recover(program, run);
    add_replicas(program, run);
    add_export(program, run);
    add_watch(program, run);
    add_command(program, run);
    // Last, because subcommands added later would inherit it.
    program.footer(examples);

    try {
        program.parse(argc, argv);
        harden_process();
        return static_cast<int>(run());
    } catch (const CLI::ParseError& error) {
        return end_parsing(program, error);
    } catch (const std::exception& fault) {
        std::cerr << "rostrum: " << fault.what() << '\n';
        return static_cast<int>(code_of(fault));
    }
}

}  // namespace rostrum::app
