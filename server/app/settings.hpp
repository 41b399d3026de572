#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rostrum::app {

/// Whether `serve` issues and prints links.
enum class Links { always, never };

/// How several servers share one record.
struct ReplicaSettings {
    /// Addresses of etcd's members; empty: one server alone.
    std::string etcd;
    /// Where the servers' own link listens.
    std::string listen = "0.0.0.0:8090";
    /// How the other servers reach it; empty: guessed.
    std::string url;
    /// PEM files.
    std::filesystem::path authorities;
    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// The settings of `serve`: from flags, the environment and a file.
struct Settings {
    std::string listen = "0.0.0.0:8080";
    std::filesystem::path data = "data";
    std::filesystem::path programme;
    bool demo = false;
    /// The name of an empty room to found; empty: none.
    std::string new_room;
    /// Of that room.
    std::string time_zone = "Europe/Zurich";
    /// Empty: guessed.
    std::string public_url;
    Links links = Links::always;
    /// PEM files; both or neither.
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    /// Further names of this server.
    std::vector<std::string> host_names;
    /// The public addresses of the other servers of the same record.
    std::vector<std::string> also_at;
    /// Addresses and networks of trusted reverse proxies.
    std::vector<std::string> trusted_proxies;
    /// The header in which they say who signed on; empty: none.
    std::string identity_header;
    ReplicaSettings replica;
    std::filesystem::path file;
};

/// Adds the settings to the command line; parsing fills them from flags, then from the environment.
void add_settings(CLI::App& serve, Settings& settings);

/// Adds the settings by which several servers share a record.
void add_replica_settings(CLI::App& app, ReplicaSettings& settings);

/// Checks what concerns several settings together.
/// @throws Failure
void check(const Settings& settings);

/// Fills the rest from the settings file, if one is named.
/// @throws Failure
void read_settings_file(CLI::App& serve, const Settings& settings);

}  // namespace rostrum::app
