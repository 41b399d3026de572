#include "store/token.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace rostrum::store {
namespace {

TEST_CASE("a token is 26 random letters") {
    std::size_t asked = 0;
    const std::string token = draw_token([&](std::size_t size) {
        asked = size;
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(i + 7));
        return bytes;
    });
    CHECK(asked == 26);
    CHECK(token == "789abcdefghjkmnpqrstvwxyz0");
}

TEST_CASE("all letters are equally likely") {
    std::set<char> letters;
    for (int value = 0; value < 256; ++value) {
        const std::string token = draw_token(
            [value](std::size_t size) { return std::string(size, static_cast<char>(value)); });
        letters.insert(token[0]);
    }
    CHECK(letters.size() == 32);
}

TEST_CASE("a token is read as people type it") {
    const std::string token = "0123456789abcdefghjkmnpqrs";
    CHECK(read_token(token) == token);
    CHECK(read_token("0123456789ABCDEFGHJKMNPQRS") == token);
    CHECK(read_token("O123-4567-89ab-cdef-ghjk-mnpq-rs") == token);
    CHECK(read_token("o i 2 3 4 5 6 7 8 9 a b c d e f g h j k m n p q r s") == token);
    CHECK(read_token("0L23456789abcdefghjkmnpqrs") == token);
}

TEST_CASE("anything else is rejected") {
    CHECK_FALSE(read_token(""));
    CHECK_FALSE(read_token("0123456789abcdefghjkmnpqr"));
    CHECK_FALSE(read_token("0123456789abcdefghjkmnpqrst"));
    CHECK_FALSE(read_token("u123456789abcdefghjkmnpqrs"));
    CHECK_FALSE(read_token("é23456789abcdefghjkmnpqrs"));
    CHECK_FALSE(read_token(std::string(1'000'000, '0')));
    CHECK_FALSE(read_token("0123456789abcdefghjkmnpqrs" + std::string(27, ' ')));
}

}  // namespace
}  // namespace rostrum::store
