#include "app/remote.hpp"

#include <CLI/CLI.hpp>

namespace rostrum::app {

cli::Target Remote::target() const {
    cli::Target target = cli::parse_server(server);
    target.room = room;
    target.authorities = authorities;
    target.token = cli::read_token(token_file);
    return target;
}

void add_remote_options(CLI::App& subcommand, Remote& remote) {
    subcommand.add_option("--server", remote.server, "The server's address")
        ->envname("ROSTRUM_SERVER")
        ->type_name("URL")
        ->capture_default_str();
    subcommand.add_option("--room", remote.room, "The room's id")
        ->envname("ROSTRUM_ROOM")
        ->type_name("ROOM")
        ->required();
    subcommand
        .add_option("--ca", remote.authorities,
                    "PEM certificates to trust for https, instead of the system's")
        ->envname("ROSTRUM_CA")
        ->type_name("FILE");
    subcommand
        .add_option("--token-file", remote.token_file,
                    "A file with the token (default: ROSTRUM_TOKEN, or a prompt)")
        ->envname("ROSTRUM_TOKEN_FILE")
        ->type_name("FILE");
}

}  // namespace rostrum::app
