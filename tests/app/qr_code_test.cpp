#include "app/qr_code.hpp"

#include <catch2/catch.hpp>

using rostrum::app::qr_code;

TEST_CASE("a QR code is drawn in half blocks, light on dark, with light around it") {
    // A QR code reader decodes this as `http://a/`.
    const std::vector<std::string> expected{
        "█████████████████████████", "██ ▄▄▄▄▄ █▀ █ ▄█ ▄▄▄▄▄ ██", "██ █   █ █▄ █▀▄█ █   █ ██",
        "██ █▄▄▄█ █ ██▀ █ █▄▄▄█ ██", "██▄▄▄▄▄▄▄█ ▀ ▀ █▄▄▄▄▄▄▄██", "██  ▀▄█▀▄ █▄▄██▀▄  █▄▄▀██",
        "██▄ ▄█▀▄▄█▄██▀▄▀ ▄▀▀▄▀ ██", "█████▄▄█▄█ ▀▀▀▄▀▀ █▄██▀██", "██ ▄▄▄▄▄ █▄ ▄▀▀ ▄█ ▄▄▄███",
        "██ █   █ █▀▄  █▄▄  ▄█ ▀██", "██ █▄▄▄█ █▀▀▀█▄▀▀▀▄▀▄█▄██", "██▄▄▄▄▄▄▄█▄▄▄▄▄██████▄███",
        "█████████████████████████",
    };
    const auto drawn = qr_code("http://a/");
    CHECK(drawn.lines == expected);
    CHECK(drawn.columns == 25);
}

TEST_CASE("a link of the usual length stays within half of a terminal's 80 columns") {
    CHECK(
        qr_code("http://192.168.100.200:8080/display/#room=xxvii&token=01234567890123456789012345")
            .columns <= 41);
}

TEST_CASE("a text too long for a QR code is an error") {
    CHECK_THROWS_AS(qr_code(std::string(3000, 'a')), std::length_error);
}
