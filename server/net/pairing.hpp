#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "floor/instant.hpp"
#include "wire/http.hpp"

/// How a new screen comes in: it shows a code, the secretariat types it, the screen fetches its
/// token. Time and chance are passed in; nothing is kept but in memory.
namespace rostrum::net {

struct PairingLimits {
    /// How long a code can be typed.
    Duration open = std::chrono::minutes{10};
    /// How long a screen that was let in has at least to fetch its token.
    Duration fetching = std::chrono::minutes{1};
    std::size_t at_once = 200;
    std::size_t at_once_an_address = 20;
    /// Codes that nobody shows, typed within a minute, before no more are looked at.
    std::size_t wrong_codes_a_minute = 30;
};

class Pairings {
public:
    /// Gives that many random bytes, fit for secrets.
    using Chance = std::function<std::string(std::size_t)>;
    /// Cannot be turned back. Secrets are kept as that.
    using Hash = std::function<std::string(std::string_view)>;

    Pairings(Chance chance, Hash hash, PairingLimits limits = {});

    /// A new code. None where there are too many, in all or from that address.
    [[nodiscard]] std::optional<wire::Pairing> begin(const std::string& address, Instant now);

    /// A pairing whose code was typed: nobody else can take it meanwhile.
    struct Taken {
        std::string code;
    };
    struct UnknownCode {};
    struct TooManyWrong {};
    /// Takes a code as people type it: lower case, spaces and dashes are as good.
    [[nodiscard]] std::variant<Taken, UnknownCode, TooManyWrong> take(std::string_view typed,
                                                                      Instant now);
    /// What was taken was let in. False if the screen has given up.
    bool let_in(const Taken& taken, wire::Paired paired, Instant now);
    /// What was taken could not be let in: its code can be typed again.
    void give_back(const Taken& taken);

    struct UnknownSecret {};
    struct Waiting {};
    /// What became of a screen. Its token is told once, and the pairing is over.
    [[nodiscard]] std::variant<UnknownSecret, Waiting, wire::Paired> fetch(std::string_view secret,
                                                                           Instant now);

private:
    struct Open {
        std::string secret_hash;
        std::string address;
        Instant expires_at;
        bool taken = false;
        std::optional<wire::Paired> paired;
    };
    void drop_expired(Instant now);
    [[nodiscard]] std::string draw(std::size_t length) const;

    Chance chance_;
    Hash hash_;
    PairingLimits limits_;
    /// By their codes.
    std::map<std::string, Open> open_;
    std::deque<Instant> wrong_codes_;
};

}  // namespace rostrum::net
