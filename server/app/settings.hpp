#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rostrum::app {

/// Whether `serve` makes and prints links.
enum class Links { always, never };

/// What `serve` can be told: as flags, in the environment and in a file.
struct Settings {
    std::string listen = "0.0.0.0:8080";
    std::filesystem::path data = "data";
    std::filesystem::path programme;
    bool demo = false;
    /// Empty: guessed.
    std::string public_url;
    Links links = Links::always;
    /// Both or none: in PEM.
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    /// Addresses and networks of reverse proxies that are believed.
    std::vector<std::string> trusted_proxies;
    std::filesystem::path file;
};

/// Describes the settings to the command line; parsing fills them, flags before the environment.
void add_settings(CLI::App& serve, Settings& settings);

/// Then fills what neither said from the settings file, where one is named.
/// @throws Failure
void read_settings_file(CLI::App& serve, const Settings& settings);

}  // namespace rostrum::app
