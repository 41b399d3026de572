#include "net/pairing.hpp"

#include <set>
#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "fakes.hpp"

namespace rostrum::net::pairing_test {
namespace {

using namespace std::chrono_literals;

const std::string from_here = "192.0.2.1";

/// With `counting_random_bytes`, the first code is `222222`, its secret 26 times `3`, the second
/// code `444444`, and so on.
struct Fixture {
    explicit Fixture(PairingLimits limits = {})
        : pairings(
              counting_random_bytes(),
              [this](std::string_view secret) {
                  hashed.emplace(secret);
                  return "hash of " + std::string{secret};
              },
              limits) {}

    wire::Pairing begin(const std::string& address = from_here) {
        const auto pairing = pairings.begin(address, now);
        REQUIRE(pairing.has_value());
        return *pairing;
    }
    bool takes(std::string_view typed) {
        return std::holds_alternative<Pairings::Taken>(pairings.take(typed, now));
    }
    bool wrong(std::string_view typed) {
        return std::holds_alternative<Pairings::UnknownCode>(pairings.take(typed, now));
    }
    bool let_in(const std::string& code, const std::string& token) {
        return pairings.let_in({code}, {token, {RoomId{"xx"}, Role::display}}, now);
    }
    bool waits(const std::string& secret) {
        return std::holds_alternative<Pairings::Waiting>(pairings.fetch(secret, now));
    }
    bool over(const std::string& secret) {
        return std::holds_alternative<Pairings::UnknownSecret>(pairings.fetch(secret, now));
    }
    /// Empty if there is no token.
    std::string token(const std::string& secret) {
        const auto fetched = pairings.fetch(secret, now);
        const auto* paired = std::get_if<wire::Paired>(&fetched);
        return paired == nullptr ? "" : paired->token;
    }

    std::set<std::string> hashed;
    Instant now = nine_o_clock;
    Pairings pairings;
};

TEST_CASE_METHOD(Fixture, "a code is six letters, its secret 26") {
    const wire::Pairing pairing = begin();
    CHECK(pairing.code == "222222");
    CHECK(pairing.secret == "33333333333333333333333333");
    CHECK(pairing.expires_at == nine_o_clock + 10min);
    CHECK(hashed == std::set<std::string>{pairing.secret});
    CHECK(begin().code == "444444");
}

TEST_CASE("codes and secrets have no letters that look alike") {
    Pairings pairings(
        [](std::size_t size) {
            std::string bytes;
            for (std::size_t i = 0; i < size; ++i)
                bytes += static_cast<char>(i + (size == 26 ? 6 : 0));
            return bytes;
        },
        [](std::string_view secret) { return std::string{secret}; });
    const auto pairing = pairings.begin(from_here, nine_o_clock);
    REQUIRE(pairing.has_value());
    CHECK(pairing->code == "234567");
    CHECK(pairing->secret == "89ABCDEFGHJKLMNPQRSTUVWXYZ");
}

TEST_CASE_METHOD(Fixture, "a screen waits until its code is typed, and receives its token once") {
    const wire::Pairing first = begin();
    const wire::Pairing second = begin();
    CHECK(waits(first.secret));
    CHECK(takes(first.code));
    CHECK(waits(first.secret));
    CHECK(let_in(first.code, "token-1"));
    CHECK(token(first.secret) == "token-1");
    CHECK(over(first.secret));
    CHECK(waits(second.secret));
}

TEST_CASE_METHOD(Fixture, "a code admits one screen") {
    begin();
    CHECK(takes("222222"));
    CHECK(wrong("222222"));
    CHECK(let_in("222222", "token-1"));
    CHECK(wrong("222222"));
}

TEST_CASE_METHOD(Fixture, "a code whose admission failed can be typed again") {
    begin();
    CHECK(takes("222222"));
    pairings.give_back({"222222"});
    CHECK(takes("222222"));
}

TEST_CASE_METHOD(Fixture, "a code is read as people type it") {
    for (int i = 0; i < 6; ++i) begin();  // 222222, 444444, 666666, 888888, AAAAAA, CCCCCC
    CHECK(takes(" aaa-aaa "));
    CHECK(takes("CcC cCc"));
    CHECK(wrong("22222"));
    CHECK(wrong("2222222"));
    CHECK(wrong(""));
    CHECK(wrong("22222."));
}

TEST_CASE_METHOD(Fixture, "a code is valid for ten minutes") {
    const wire::Pairing pairing = begin();
    now = nine_o_clock + 10min - 1ms;
    CHECK(waits(pairing.secret));
    now += 1ms;
    CHECK(wrong(pairing.code));
    CHECK(over(pairing.secret));
}

TEST_CASE_METHOD(Fixture, "a screen admitted at the last moment has a minute to fetch its token") {
    const wire::Pairing first = begin();
    const wire::Pairing second = begin();
    now = nine_o_clock + 10min - 1ms;
    CHECK(let_in(first.code, "token-1"));
    CHECK(let_in(second.code, "token-2"));
    now += 1min - 1ms;
    CHECK(token(first.secret) == "token-1");
    now += 1ms;
    CHECK(over(second.secret));
}

TEST_CASE_METHOD(Fixture, "a screen that has given up is not admitted") {
    begin();
    CHECK(takes("222222"));
    now += 10min;
    CHECK_FALSE(let_in("222222", "token-1"));
}

TEST_CASE("the number of waiting screens is bounded") {
    Fixture of({.at_once = 3, .at_once_a_network = 2});
    of.begin("192.0.2.1");
    of.begin("192.0.2.1");
    CHECK_FALSE(of.pairings.begin("192.0.2.1", of.now).has_value());
    of.begin("192.0.2.2");
    of.now += 10min;
    CHECK(of.pairings.begin("192.0.2.1", of.now).has_value());
}

TEST_CASE("when all places are taken, the network with most gives one up") {
    Fixture of({.at_once = 3, .at_once_a_network = 2});
    const auto first = of.begin("2001:db8:0:1::1");
    of.now += 1s;
    const auto second = of.begin("2001:db8:0:1::2");
    CHECK_FALSE(of.pairings.begin("2001:db8:0:1:ffff::3", of.now).has_value());
    const auto other = of.begin("2001:db8:0:2::1");
    of.now += 1s;
    CHECK(of.waits(first.secret));

    of.begin("192.0.2.1");
    CHECK(of.over(second.secret));
    CHECK(of.waits(first.secret));
    CHECK(of.waits(other.secret));
    CHECK_FALSE(of.pairings.begin("192.0.2.2", of.now).has_value());
}

TEST_CASE("a screen that asks keeps its place, one that has gone loses it") {
    Fixture of({.at_once = 2, .at_once_a_network = 2});
    const auto asks = of.begin("192.0.2.1");
    const auto gone = of.begin("192.0.2.1");
    of.now += 29s;
    CHECK(of.waits(asks.secret));
    CHECK_FALSE(of.pairings.begin("192.0.2.1", of.now).has_value());
    of.now += 1s;
    of.begin("192.0.2.1");
    CHECK(of.waits(asks.secret));
    CHECK(of.over(gone.secret));
}

TEST_CASE_METHOD(Fixture, "a clock that is set back makes no code live longer") {
    now += 24h;
    const auto pairing = begin();
    now -= 24h;
    CHECK(waits(pairing.secret));
    now += 10min;
    CHECK(over(pairing.secret));
}

TEST_CASE("after too many wrong codes in a minute no code is checked") {
    Fixture of({.wrong_codes_a_minute = 2});
    of.begin();
    const auto too_many = [&] {
        return std::holds_alternative<Pairings::TooManyWrong>(of.pairings.take("222222", of.now));
    };
    CHECK(of.wrong("WRONG2"));
    of.now += 30s;
    CHECK(of.wrong("WRONG3"));
    CHECK(too_many());
    of.now += 30s - 1ms;
    CHECK(too_many());
    of.now += 1ms;
    CHECK(of.takes("222222"));
}

}  // namespace
}  // namespace rostrum::net::pairing_test
