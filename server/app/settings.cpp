#include "app/settings.hpp"

#include <map>

#include <CLI/CLI.hpp>

#include "app/exit_code.hpp"

namespace rostrum::app {

namespace {

std::string names_of(const CLI::App& serve) {
    std::string names;
    for (const CLI::Option* option : serve.get_options())
        if (option->get_configurable())
            names += (names.empty() ? "" : ", ") + option->get_single_name();
    return names;
}

}  // namespace

void add_settings(CLI::App& serve, Settings& settings) {
    serve.add_option("--listen", settings.listen, "Where to listen; port 0 takes any free one")
        ->envname("ROSTRUM_LISTEN")
        ->type_name("ADDR:PORT")
        ->capture_default_str();
    serve.add_option("--data", settings.data, "The folder that holds everything; made if missing")
        ->envname("ROSTRUM_DATA")
        ->type_name("DIR")
        ->capture_default_str();
    serve
        .add_option(
            "--programme", settings.programme,
            "A round (.json, .csv, .xlsx): founds the rooms that the data folder does not hold yet")
        ->envname("ROSTRUM_PROGRAMME")
        ->type_name("FILE");
    serve
        .add_flag("--demo", settings.demo,
                  "The demonstration: round 30 of the Pre-sessions, moved to now")
        ->envname("ROSTRUM_DEMO");
    serve
        .add_option("--public-url", settings.public_url,
                    "How the room's devices reach this server (default: guessed)")
        ->envname("ROSTRUM_PUBLIC_URL")
        ->type_name("URL");
    const std::map<std::string, Links> links{{"always", Links::always}, {"never", Links::never}};
    serve
        .add_option("--links", settings.links,
                    "Whether to print a link and a code for every role: always (the default) or "
                    "never")
        ->transform(CLI::Transformer(links).description(""))
        ->envname("ROSTRUM_LINKS")
        ->type_name("WHEN");
    serve
        .add_option("--tls-cert", settings.tls_certificate,
                    "Serve https: the certificate, followed by its chain, in PEM")
        ->envname("ROSTRUM_TLS_CERT")
        ->type_name("FILE");
    serve
        .add_option("--tls-key", settings.tls_key,
                    "Its private key, in PEM; SIGHUP has both files read again")
        ->envname("ROSTRUM_TLS_KEY")
        ->type_name("FILE");
    serve
        .add_option("--trusted-proxy", settings.trusted_proxies,
                    "A trusted reverse proxy, whose forwarding headers count; may be given "
                    "several times")
        ->envname("ROSTRUM_TRUSTED_PROXY")
        ->type_name("ADDR[/PREFIX]")
        ->delimiter(',')
        ->allow_extra_args(false);
    serve
        .add_option("--config", settings.file,
                    "A file with these settings, one `name = value` a line")
        ->envname("ROSTRUM_CONFIG")
        ->type_name("FILE")
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
                          "`, which is no setting. There are: " + names_of(serve) + ".");
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
