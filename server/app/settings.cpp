#include "app/settings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "app/exit_code.hpp"
#include "app/program.hpp"
#include "net/server_list.hpp"

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

/// Headers that mean something else, in lower case.
constexpr std::array<std::string_view, 7> other_headers{
    "authorization",   "cookie",           "forwarded",        "host",
    "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"};

void check_identity_header(const Settings& settings) {
    std::string name = settings.identity_header;
    if (name.empty()) return;
    if (settings.trusted_proxies.empty())
        throw Failure(ExitCode::usage,
                      "--identity-header needs --trusted-proxy: anybody can send a header.");
    bool is_name = name.size() <= 64;
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        is_name =
            is_name && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }
    if (!is_name || std::ranges::find(other_headers, name) != other_headers.end())
        throw Failure(ExitCode::usage, "`" + settings.identity_header +
                                           "` cannot be the header that says who signed on: name "
                                           "one of its own, as X-Remote-User.");
}

void check_other_servers(const Settings& settings) {
    if (settings.also_at.size() >= net::ServerList::most)
        throw Failure(ExitCode::usage,
                      "--also-at names " + std::to_string(settings.also_at.size()) +
                          " servers: a record has at most " +
                          std::to_string(net::ServerList::most) + ", this one among them.");
    const bool secure = settings.public_url.empty() ? !settings.tls_certificate.empty()
                                                    : settings.public_url.starts_with("https://");
    for (const std::string& url : settings.also_at) {
        const auto origin = net::origin_of(url);
        if (!origin)
            throw Failure(ExitCode::usage, "`" + url +
                                               "` is not the address of another server: write it "
                                               "as https://rostrum-b.example or "
                                               "http://192.0.2.2:8080.");
        if (secure && !origin->starts_with("https://"))
            throw Failure(ExitCode::usage,
                          "The pages of this server are https, and browsers let them connect to "
                          "https only: give " +
                              *origin + " a certificate, too.");
    }
}

}  // namespace

void check(const Settings& settings) {
    if (int{settings.demo} + int{!settings.programme.empty()} + int{!settings.new_room.empty()} > 1)
        throw Failure(ExitCode::usage, "Give one of --programme, --new-room and --demo.");
    const std::string& url = settings.public_url;
    if (!url.empty() && !url.starts_with("http://") && !url.starts_with("https://"))
        throw Failure(ExitCode::usage, "`" + url +
                                           "` is not an address for a browser: write it as "
                                           "http://192.0.2.1:8080.");
    check_other_servers(settings);
    check_identity_header(settings);
}

void add_replica_settings(CLI::App& app, ReplicaSettings& settings) {
    const auto setting = [&](const std::string& name, auto& value, const char* type,
                             const char* about) {
        return app.add_option(name, value, about)->envname(variable_of(name))->type_name(type);
    };
    setting("--replicate", settings.etcd, "URL,...",
            "Share one record with other servers: the addresses of etcd's members");
    setting("--replica-listen", settings.listen, "ADDR:PORT", "Where the servers' own link listens")
        ->capture_default_str();
    setting("--replica-url", settings.url, "URL",
            "How the other servers reach that link (default: guessed)");
    setting("--replica-ca", settings.authorities, "FILE",
            "The authority of the servers' certificates, and of etcd's, in PEM");
    setting("--replica-cert", settings.certificate, "FILE",
            "This server's certificate for its link and for etcd, in PEM");
    setting("--replica-key", settings.key, "FILE", "Its private key, in PEM");
}

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
    setting("--also-at", settings.also_at, "URL",
            "The public address of another server of the same record: screens that lose this "
            "server go on there; may be given several times")
        ->delimiter(',')
        ->allow_extra_args(false);
    setting("--trusted-proxy", settings.trusted_proxies, "ADDR[/PREFIX]",
            "A trusted reverse proxy, whose forwarding headers count; may be given several "
            "times")
        ->delimiter(',')
        ->allow_extra_args(false);
    setting("--identity-header", settings.identity_header, "NAME",
            "The header in which a trusted proxy says who signed on, and whose card that opens");
    add_replica_settings(serve, settings.replica);
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
