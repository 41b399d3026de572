#include "cli/target.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <catch2/catch.hpp>

using rostrum::cli::authority_of;
using rostrum::cli::parse_server;
using rostrum::cli::read_token;
using rostrum::cli::Unusable;

TEST_CASE("a server's address is split into its parts") {
    CHECK(parse_server("http://192.0.2.1:8080").host == "192.0.2.1");
    CHECK(parse_server("http://192.0.2.1:8080").port == "8080");
    CHECK(parse_server("http://rostrum.local/").host == "rostrum.local");
    CHECK(parse_server("http://rostrum.local/").port == "80");
    CHECK(parse_server("http://[::1]:8080").host == "::1");
    CHECK(parse_server("http://[::1]:8080").port == "8080");
    CHECK(parse_server("http://[::1]").port == "80");
    CHECK_FALSE(parse_server("http://192.0.2.1:443").secure);
    CHECK(parse_server("https://rostrum.example:8443").host == "rostrum.example");
    CHECK(parse_server("https://rostrum.example:8443").port == "8443");
    CHECK(parse_server("https://rostrum.example").port == "443");
    CHECK(parse_server("https://rostrum.example").secure);
}

TEST_CASE("an IPv6 address gets its brackets back") {
    CHECK(authority_of(parse_server("http://[2001:db8::1]:8080")) == "[2001:db8::1]:8080");
    CHECK(authority_of(parse_server("https://[::1]")) == "[::1]:443");
    CHECK(authority_of(parse_server("http://192.0.2.1")) == "192.0.2.1:80");
    CHECK(authority_of(parse_server("http://rostrum.local:8080")) == "rostrum.local:8080");
}

TEST_CASE("an invalid server address is refused with a valid example") {
    for (const auto* wrong :
         {"192.0.2.1:8080", "ftp://192.0.2.1", "http://", "https://", "http://:80",
          "http://a:", "http://a:b", "http://a/chair/", "http://a:80/#room=xxvii&token=t", ""}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(parse_server(wrong), Unusable);
    }
    CHECK_THROWS_WITH(parse_server("rostrum"),
                      "`rostrum` is not a server's address: write it as http://192.0.2.1:8080.");
}

TEST_CASE("a token file wins over the environment") {
    const auto file =
        std::filesystem::temp_directory_path() / ("rostrum-token-" + std::to_string(getpid()));
    std::ofstream{file} << "from-the-file\n";
    setenv("ROSTRUM_TOKEN", "from-the-environment", 1);

    CHECK(read_token(file) == "from-the-file");
    CHECK(read_token("") == "from-the-environment");

    std::filesystem::remove(file);
    CHECK_THROWS_WITH(read_token(file), "There is no token in " + file.string() + ".");
}
