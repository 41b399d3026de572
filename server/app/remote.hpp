#pragma once

#include <string>

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

}  // namespace rostrum::app
