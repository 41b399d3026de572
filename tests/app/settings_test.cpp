#include "app/settings.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>

#include "app/exit_code.hpp"

using namespace rostrum::app;

namespace {

/// A settings file; the destructor removes it.
class SettingsFile {
public:
    explicit SettingsFile(const std::string& text) { std::ofstream{path_} << text; }
    ~SettingsFile() { std::filesystem::remove(path_); }
    SettingsFile(const SettingsFile&) = delete;
    SettingsFile& operator=(const SettingsFile&) = delete;
    [[nodiscard]] std::string path() const { return path_; }

private:
    std::filesystem::path path_ = std::filesystem::temp_directory_path() /
                                  ("rostrum-settings-" + std::to_string(getpid()) + ".toml");
};

Settings parsed(std::vector<std::string> arguments) {
    Settings settings;
    CLI::App serve;
    add_settings(serve, settings);
    std::reverse(arguments.begin(), arguments.end());
    serve.parse(arguments);
    read_settings_file(serve, settings);
    return settings;
}

}  // namespace

TEST_CASE("by default, everybody in the room reaches the server") {
    const Settings settings = parsed({});
    CHECK(settings.listen == "0.0.0.0:8080");
    CHECK(settings.data == "data");
    CHECK(settings.programme.empty());
    CHECK_FALSE(settings.demo);
    CHECK(settings.public_url.empty());
    CHECK(settings.links == Links::always);
    CHECK(settings.tls_certificate.empty());
    CHECK(settings.tls_key.empty());
    CHECK(settings.trusted_proxies.empty());
}

TEST_CASE("every setting can be in a file") {
    const SettingsFile file{
        "# The room's laptop\n"
        "listen = \"192.0.2.1:80\"\n"
        "data = \"/var/lib/rostrum\"\n"
        "programme = \"round.json\"\n"
        "demo = true\n"
        "public-url = \"http://floor.example\"\n"
        "links = \"never\"\n"
        "tls-cert = \"room.pem\"\n"
        "tls-key = \"room.key\"\n"
        "also-at = [\"https://b.example\", \"https://c.example\"]\n"
        "trusted-proxy = [\"127.0.0.1\", \"10.0.0.0/8\"]\n"};
    const Settings settings = parsed({"--config", file.path()});
    CHECK(settings.tls_certificate == "room.pem");
    CHECK(settings.also_at == std::vector<std::string>{"https://b.example", "https://c.example"});
    CHECK(settings.tls_key == "room.key");
    CHECK(settings.trusted_proxies == std::vector<std::string>{"127.0.0.1", "10.0.0.0/8"});
    CHECK(settings.listen == "192.0.2.1:80");
    CHECK(settings.data == "/var/lib/rostrum");
    CHECK(settings.programme == "round.json");
    CHECK(settings.demo);
    CHECK(settings.public_url == "http://floor.example");
    CHECK(settings.links == Links::never);
}

TEST_CASE("a flag wins over the environment, and that over the file") {
    const SettingsFile file{"listen = \"192.0.2.3:3\"\ndata = \"file\"\nlinks = \"never\"\n"};
    setenv("ROSTRUM_LISTEN", "192.0.2.2:2", 1);
    setenv("ROSTRUM_DATA", "environment", 1);
    const Settings settings = parsed({"--listen", "192.0.2.1:1", "--config", file.path()});
    unsetenv("ROSTRUM_LISTEN");
    unsetenv("ROSTRUM_DATA");
    CHECK(settings.listen == "192.0.2.1:1");
    CHECK(settings.data == "environment");
    CHECK(settings.links == Links::never);
}

TEST_CASE("every setting can be in the environment") {
    setenv("ROSTRUM_DEMO", "true", 1);
    setenv("ROSTRUM_PROGRAMME", "round.json", 1);
    setenv("ROSTRUM_PUBLIC_URL", "http://floor.example", 1);
    setenv("ROSTRUM_LINKS", "never", 1);
    setenv("ROSTRUM_TLS_CERT", "room.pem", 1);
    setenv("ROSTRUM_TLS_KEY", "room.key", 1);
    setenv("ROSTRUM_TRUSTED_PROXY", "127.0.0.1,10.0.0.0/8", 1);
    const Settings settings = parsed({});
    for (const auto* name :
         {"ROSTRUM_DEMO", "ROSTRUM_PROGRAMME", "ROSTRUM_PUBLIC_URL", "ROSTRUM_LINKS",
          "ROSTRUM_TLS_CERT", "ROSTRUM_TLS_KEY", "ROSTRUM_TRUSTED_PROXY"})
        unsetenv(name);
    CHECK(settings.trusted_proxies == std::vector<std::string>{"127.0.0.1", "10.0.0.0/8"});
    CHECK(parsed({"--trusted-proxy", "::1", "--trusted-proxy", "10.0.0.0/8,::2"}).trusted_proxies ==
          std::vector<std::string>{"::1", "10.0.0.0/8", "::2"});
    CHECK(settings.tls_certificate == "room.pem");
    CHECK(settings.tls_key == "room.key");
    CHECK(settings.demo);
    CHECK(settings.programme == "round.json");
    CHECK(settings.public_url == "http://floor.example");
    CHECK(settings.links == Links::never);
}

TEST_CASE("an unknown setting is refused, and the known ones are listed") {
    const SettingsFile file{"listn = \"192.0.2.1:80\"\n"};
    CHECK_THROWS_WITH(parsed({"--config", file.path()}),
                      file.path() +
                          " sets `listn`, which is not a setting. There are: listen, data, "
                          "programme, new-room, time-zone, demo, public-url, links, tls-cert, "
                          "tls-key, host-name, also-at, trusted-proxy, identity-header, replicate, "
                          "replica-listen, "
                          "replica-url, replica-ca, replica-cert, replica-key.");
}

TEST_CASE("a missing file is refused") {
    CHECK_THROWS_AS(parsed({"--config", "/nowhere/rostrum.toml"}), Failure);
}

TEST_CASE("an unknown value is refused") {
    const SettingsFile file{"links = \"sometimes\"\n"};
    CHECK_THROWS_AS(parsed({"--config", file.path()}), Failure);
    CHECK_THROWS_AS(parsed({"--links", "sometimes"}), CLI::ParseError);
}

TEST_CASE("the addresses of other servers are checked at the start") {
    const auto refusal = [](std::vector<std::string> also_at, const std::string& public_url) {
        Settings settings;
        settings.also_at = std::move(also_at);
        settings.public_url = public_url;
        try {
            check(settings);
        } catch (const Failure& failure) {
            return std::string{failure.what()};
        }
        return std::string{};
    };
    CHECK(refusal({"http://192.0.2.2:8080", "https://b.example/"}, "http://a.example").empty());
    CHECK(refusal({"b.example"}, "") ==
          "`b.example` is not the address of another server: write it as https://rostrum-b.example "
          "or http://192.0.2.2:8080.");
    CHECK(refusal({"http://b.example"}, "https://a.example") ==
          "The pages of this server are https, and browsers let them connect to https only: give "
          "http://b.example a certificate, too.");
    CHECK(refusal(std::vector<std::string>(15, "http://b.example"), "").empty());
    CHECK(refusal(std::vector<std::string>(16, "http://b.example"), "") ==
          "--also-at names 16 servers: a record has at most 16, this one among them.");
}
