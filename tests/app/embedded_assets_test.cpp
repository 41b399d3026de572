#include "app/embedded_assets.hpp"

#include <array>

#include <catch2/catch.hpp>

using namespace rostrum;
using rostrum::app::EmbeddedAssets;

namespace {

const std::array files{
    EmbeddedFile{"assets/chair-abc123.js", "chair();"},
    EmbeddedFile{"assets/chair-abc123.js.gz", "chair(), shorter"},
    EmbeddedFile{"assets/inter.woff2", "font"},
    EmbeddedFile{"chair/index.html", "<!doctype html>"},
    EmbeddedFile{"index.html", "<!doctype html>lobby"},
};

}  // namespace

TEST_CASE("a screen's file is found by its path") {
    const EmbeddedAssets screens{files};
    REQUIRE(screens.find("/chair/index.html") != nullptr);
    CHECK(*screens.find("/chair/index.html")->bytes == "<!doctype html>");
    CHECK(screens.find("/chair/index.html")->content_type == "text/html; charset=utf-8");
    CHECK(screens.find("/assets/chair-abc123.js")->content_type ==
          "text/javascript; charset=utf-8");
    CHECK(screens.find("/assets/inter.woff2")->content_type == "font/woff2");
}

TEST_CASE("a missing file is not found") {
    const EmbeddedAssets screens{files};
    CHECK(screens.find("/chair/") == nullptr);
    CHECK(screens.find("chair/index.html") == nullptr);
    CHECK(screens.find("/../etc/passwd") == nullptr);
}

TEST_CASE("only names that change with their content are cached without revalidation") {
    const EmbeddedAssets screens{files};
    CHECK(screens.find("/assets/chair-abc123.js")->immutable);
    CHECK_FALSE(screens.find("/index.html")->immutable);
}

TEST_CASE("a gzip variant belongs to its file, and is not a file itself") {
    const EmbeddedAssets screens{files};
    REQUIRE(screens.find("/assets/chair-abc123.js")->gzipped);
    CHECK(*screens.find("/assets/chair-abc123.js")->gzipped == "chair(), shorter");
    CHECK_FALSE(screens.find("/assets/inter.woff2")->gzipped);
    CHECK(screens.find("/assets/chair-abc123.js.gz") == nullptr);
}

TEST_CASE("a file with other bytes has another tag") {
    const EmbeddedAssets screens{files};
    const auto& lobby = screens.find("/index.html")->etag;
    CHECK(lobby != screens.find("/chair/index.html")->etag);
    CHECK(lobby.front() == '"');
    CHECK(lobby.back() == '"');
}
