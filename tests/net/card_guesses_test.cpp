#include "net/card_guesses.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace rostrum::net::card_guesses_test {
namespace {

using namespace std::chrono_literals;

constexpr CardGuessLimits few{.wrong_an_address = 2, .wrong_in_all = 5};

struct Fixture {
    /// Whether a guess is checked; if so, it is wrong.
    bool guess(const std::string& address) { return attempt(address, true); }
    bool attempt(const std::string& address, bool is_wrong) {
        bool may_try = false;
        guesses.wait(address, now, [&](bool may) { may_try = may; });
        if (may_try) was_last = guesses.done(is_wrong, now);
        return may_try;
    }

    CardGuesses guesses{few};
    Instant now = instant_from_unix_ms(1'523'430'000'000);
    bool was_last = false;
};

TEST_CASE_METHOD(Fixture, "an address may guess wrong so often an hour") {
    CHECK(guess("192.0.2.1"));
    CHECK(guess("192.0.2.1"));
    CHECK_FALSE(guess("192.0.2.1"));
    CHECK_FALSE(attempt("192.0.2.1", false));
    CHECK(guess("192.0.2.2"));
    now += 1h - 1ms;
    CHECK_FALSE(guess("192.0.2.1"));
    now += 1ms;
    CHECK(guess("192.0.2.1"));
}

TEST_CASE_METHOD(Fixture, "a network of IPv6 counts as one address") {
    CHECK(guess("2001:db8::1"));
    CHECK(guess("2001:db8::2"));
    CHECK_FALSE(guess("2001:db8::3"));
    CHECK(guess("2001:db8:0:1::1"));
}

TEST_CASE_METHOD(Fixture, "all addresses together may guess wrong so often a day") {
    for (int i = 1; i <= 5; ++i) {
        CHECK_FALSE(was_last);
        CHECK(guess("192.0.2." + std::to_string(i)));
    }
    CHECK(was_last);
    CHECK_FALSE(guess("192.0.2.6"));
    now += 24h - 1ms;
    CHECK_FALSE(guess("192.0.2.6"));
    now += 1ms;
    CHECK(guess("192.0.2.6"));
}

TEST_CASE_METHOD(Fixture, "right codes are not counted") {
    for (int i = 0; i < 100; ++i) CHECK(attempt("192.0.2.1", false));
    CHECK(guess("192.0.2.1"));
}

TEST_CASE_METHOD(Fixture, "a guess is checked when the ones before it have been counted") {
    std::vector<bool> turns;
    for (int i = 0; i < 4; ++i)
        guesses.wait("192.0.2.1", now, [&](bool may_try) { turns.push_back(may_try); });
    CHECK(turns == std::vector<bool>{true});
    guesses.done(true, now);
    CHECK(turns == std::vector<bool>{true, true});
    guesses.done(true, now);
    CHECK(turns == std::vector<bool>{true, true, false, false});
}

}  // namespace
}  // namespace rostrum::net::card_guesses_test
