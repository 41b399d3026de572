#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/links.hpp"
#include "app/no_such_room.hpp"
#include "app/program.hpp"
#include "app/utc.hpp"
#include "rooms/steady_clock.hpp"
#include "store/log_reader.hpp"
#include "store/sqlite_credentials.hpp"
#include "wire/http.hpp"

namespace rostrum::app {

namespace {

struct TokenOptions {
    std::filesystem::path data = "data";
    std::string room;
    std::string role;
    unsigned days = 30;
    std::string label;
    std::string public_url;
    std::string id;
    unsigned grace_minutes = 0;
};

/// @pre the command line has checked that it names a role.
Role role_named(std::string_view name) {
    return *std::ranges::find(all_roles(), name, wire::role_name);
}

/// Changes the tokens of a data folder, possibly while a server runs.
template <class Do>
ExitCode with_credentials(const std::filesystem::path& data, Do action) {
    rooms::SteadyClock clock;
    store::SqliteCredentials credentials{data, clock, store::system_random_bytes()};
    action(credentials, clock.now());
    return ExitCode::done;
}

void print(const TokenOptions& options, const rooms::Grant& grant, const std::string& token) {
    if (options.public_url.empty())
        std::cout << token << '\n';
    else
        std::cout << link_url(options.public_url, grant.role, grant.room, token) << '\n';
}

ExitCode issue(const TokenOptions& options) {
    return with_credentials(options.data, [&](auto& credentials, Instant now) {
        require_room(options.room, options.data, store::LogReader{options.data / "log.db"}.rooms());
        const rooms::Grant grant{RoomId{options.room}, role_named(options.role)};
        print(options, grant,
              credentials.issue(grant, options.label, now + std::chrono::days{options.days},
                                store::Origin::issued));
    });
}

std::string label(const store::TokenInfo& token) {
    const auto& screen = token.grant.screen;
    return screen ? screen->id + " " + screen->name : token.label;
}

ExitCode list(const TokenOptions& options) {
    return with_credentials(options.data, [](auto& credentials, Instant) {
        for (const store::TokenInfo& token : credentials.list())
            std::cout << token.id << "  " << token.grant.room.value << "  "
                      << wire::role_name(token.grant.role) << "  until " << utc(token.expires_at)
                      << "  " << (token.used ? "used" : "not used") << "  " << label(token) << '\n';
    });
}

Failure no_such_token(const std::string& id) {
    return {ExitCode::usage, "There is no token `" + id + "`: `rostrum token list` shows them."};
}

ExitCode revoke(const TokenOptions& options) {
    return with_credentials(options.data, [&](auto& credentials, Instant) {
        if (!credentials.revoke(options.id)) throw no_such_token(options.id);
    });
}

ExitCode rotate(const TokenOptions& options) {
    return with_credentials(options.data, [&](auto& credentials, Instant now) {
        const auto outcome = credentials.rotate(options.id, now + std::chrono::days{options.days},
                                                now + std::chrono::minutes{options.grace_minutes});
        using Credentials = store::SqliteCredentials;
        if (const auto* fault = std::get_if<Credentials::RotationFault>(&outcome)) {
            if (*fault == Credentials::RotationFault::unknown_token)
                throw no_such_token(options.id);
            if (*fault == Credentials::RotationFault::of_a_card)
                throw Failure(ExitCode::usage,
                              "`" + options.id +
                                  "` is of a card: `rostrum card replace` prints another code.");
            throw Failure(ExitCode::usage, "`" + options.id +
                                               "` is of a paired screen: shut it out on the "
                                               "secretariat's page, and pair it again.");
        }
        const auto& rotated = std::get<Credentials::Rotated>(outcome);
        print(options, rotated.grant, rotated.token);
    });
}

CLI::App* add_action(CLI::App& token, const char* name, const char* about, TokenOptions& options) {
    CLI::App* action = token.add_subcommand(name, about);
    add_data(*action, options.data, "The data folder, of a running server or not");
    return action;
}

/// The options of actions that issue a token.
void add_printing_options(CLI::App& action, TokenOptions& options) {
    action.add_option("--days", options.days, "How long the token is valid")
        ->check(CLI::Range(1U, 3650U).description(""))
        ->capture_default_str()
        ->type_name("DAYS");
    action
        .add_option("--public-url", options.public_url,
                    "The server's address for devices: prints a complete link instead of the token")
        ->envname("ROSTRUM_PUBLIC_URL")
        ->type_name("URL");
}

void add_issue_options(CLI::App& action, TokenOptions& options) {
    std::vector<std::string> roles;
    for (const Role role : all_roles()) roles.emplace_back(wire::role_name(role));
    action.add_option("--room", options.room, "The room's id")->required()->type_name("ROOM");
    action
        .add_option("--role", options.role,
                    "chair, secretariat, display, speaker or observer: docs/procedure.md says "
                    "what each may do")
        ->required()
        ->check(CLI::IsMember(roles).description(""))
        ->type_name("ROLE");
    action.add_option("--label", options.label, "Its purpose, shown in the list")
        ->type_name("TEXT");
    add_printing_options(action, options);
}

void add_id(CLI::App& action, TokenOptions& options) {
    action.add_option("id", options.id, "As `rostrum token list` shows it")
        ->required()
        ->type_name("ID");
}

void add_rotate_options(CLI::App& action, TokenOptions& options) {
    add_id(action, options);
    constexpr unsigned most_grace_minutes = 60 * 24 * 30;
    action
        .add_option("--grace", options.grace_minutes,
                    "How long the old token stays valid (default: not at all)")
        ->check(CLI::Range(0U, most_grace_minutes).description(""))
        ->type_name("MINUTES");
    add_printing_options(action, options);
}

}  // namespace

void add_token(CLI::App& program, Run& run) {
    auto options = std::make_shared<TokenOptions>();
    CLI::App* token = program.add_subcommand(
        "token", "Issues, lists, rotates and revokes the tokens that open a room");
    token->require_subcommand(1);

    CLI::App* issuing = add_action(
        *token, "issue", "Issues a token and prints it; it cannot be printed again", *options);
    add_issue_options(*issuing, *options);
    issuing->callback([&run, options] { run = [options] { return issue(*options); }; });

    add_action(*token, "list", "Lists the valid tokens", *options)->callback([&run, options] {
        run = [options] { return list(*options); };
    });

    CLI::App* rotating =
        add_action(*token, "rotate",
                   "Issues another token for the same room and role; the old one ends", *options);
    add_rotate_options(*rotating, *options);
    rotating->callback([&run, options] { run = [options] { return rotate(*options); }; });

    CLI::App* revoking =
        add_action(*token, "revoke", "Revokes a token and disconnects its clients", *options);
    add_id(*revoking, *options);
    revoking->callback([&run, options] { run = [options] { return revoke(*options); }; });
}

}  // namespace rostrum::app
