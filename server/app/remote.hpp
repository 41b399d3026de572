#pragma once

#include <string>

#include "app/exit_code.hpp"
#include "cli/target.hpp"

namespace CLI {
class App;
}

namespace rostrum::app {

/// The options that the client subcommands share: server, room, token, trusted certificates.
struct Remote {
    std::string server = "http://127.0.0.1:8080";
    std::string room;
    std::string token_file;
    std::string authorities;

    /// @throws cli::Unusable
    [[nodiscard]] cli::Target target() const;
};

void add_remote_options(CLI::App& subcommand, Remote& remote);

/// Runs a client function and converts its errors.
/// @throws Failure
template <class Do>
ExitCode as_client(Do what) {
    try {
        return what();
    } catch (const cli::Unusable& why) {
        throw Failure(ExitCode::usage, why.what());
    } catch (const cli::Unreachable& why) {
        throw Failure(ExitCode::unreachable, why.what());
    } catch (const cli::NotAdmitted& why) {
        throw Failure(ExitCode::not_admitted, why.what());
    }
}

}  // namespace rostrum::app
