#include "app/settings.hpp"

#include <map>
#include <string_view>

#include <CLI/CLI.hpp>

#include "app/exit_code.hpp"
#include "app/program.hpp"

namespace rostrum::app {

namespace {

std::string names_of(const CLI::App& serve) {
    std::string names;
    for (const CLI::Option* option : serve.get_options())
        if (option->get_configurable())
            names += (names.empty() ? "" : ", ") + option->get_single_name();
    return names;
}

/// `ROSTRUM_PUBLIC_URL` of `--public-url`.
std::string variable_of(std::string_view name) {
    std::string variable = "ROSTRUM_";
    for (const char c : name.substr(2))
        variable += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
    return variable;
}

}  // namespace

void add_settings(CLI::App& serve, Settings& settings) {
    const auto setting = [&](const std::string& name, auto& value, const char* type,
                             const char* about) {
        return serve.add_option(name, value, about)->envname(variable_of(name))->type_name(type);
    };
    setting("--listen", settings.listen, "ADDR:PORT", "Where to listen; port 0 takes any free one")
        ->capture_default_str();
    add_data(serve, settings.data, "The folder that holds everything; made if missing");
    setting(
        "--programme", settings.programme, "FILE",
        "A round (.json, .csv, .xlsx): founds the rooms that the data folder does not hold yet");
    setting("--new-room", settings.new_room, "NAME",
            "An empty room of this name, unless the data folder holds it: its programme is made, "
            "or imported, on the secretariat's page");
    setting("--time-zone", settings.time_zone, "ZONE", "The time zone of that room")
        ->capture_default_str();
    serve
        .add_flag("--demo", settings.demo,
                  "The demonstration: round 30 of the Pre-sessions, moved to now")
        ->envname("ROSTRUM_DEMO");
    setting("--public-url", settings.public_url, "URL",
            "How the room's devices reach this server (default: guessed)");
    const std::map<std::string, Links> links{{"always", Links::always}, {"never", Links::never}};
    setting("--links", settings.links, "WHEN",
            "Whether to print a link and a code for every role: always (the default) or never")
        ->transform(CLI::Transformer(links).description(""))
        ->type_name("WHEN");
    setting("--tls-cert", settings.tls_certificate, "FILE",
            "Serve https: the certificate, followed by its chain, in PEM");
    setting("--tls-key", settings.tls_key, "FILE",
            "Its private key, in PEM; SIGHUP reloads both files");
    setting("--host-name", settings.host_names, "NAME",
            "A name by which browsers reach this server, besides the machine's own, the "
            "certificate's and that of --public-url; may be given several times")
        ->delimiter(',')
        ->allow_extra_args(false);
    setting("--trusted-proxy", settings.trusted_proxies, "ADDR[/PREFIX]",
            "A trusted reverse proxy, whose forwarding headers count; may be given several "
            "times")
        ->delimiter(',')
        ->allow_extra_args(false);
    setting("--identity-header", settings.identity_header, "NAME",
            "The header in which a trusted proxy says who signed on, and whose card that opens");
    setting("--config", settings.file, "FILE",
            "A file with these settings, one `name = value` a line")
        ->configurable(false);
    serve.get_help_ptr()->configurable(false);
}

void read_settings_file(CLI::App& serve, const Settings& settings) {
    if (settings.file.empty()) return;
    const std::string file = settings.file.string();
    const auto failure = [&](const std::string& why) {
        return Failure(ExitCode::usage, file + why);
    };

    std::vector<CLI::ConfigItem> items;
    try {
        items = CLI::ConfigTOML{}.from_file(file);
    } catch (const CLI::Error&) {
        throw failure(" cannot be read as a file of settings.");
    }
    for (const CLI::ConfigItem& item : items) {
        CLI::Option* option = serve.get_option_no_throw("--" + item.fullname());
        if (option == nullptr || !option->get_configurable())
            throw failure(" sets `" + item.fullname() +
                          "`, which is not a setting. There are: " + names_of(serve) + ".");
        if (option->count() > 0) continue;
        try {
            for (const std::string& input : item.inputs) option->add_result(input);
            option->run_callback();
        } catch (const CLI::Error& error) {
            throw failure(": " + std::string{error.what()});
        }
    }
}

}  // namespace rostrum::app
