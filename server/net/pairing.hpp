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

/// Admits new screens: a screen shows a code, the secretariat types it, the screen fetches its
/// token. The caller passes time and randomness in; everything stays in memory.
namespace rostrum::net {

struct PairingLimits {
    /// How long a code is valid.
    Duration open = std::chrono::minutes{10};
    /// How long an admitted screen has to fetch its token, at least.
    Duration fetching = std::chrono::minutes{1};
    std::size_t at_once = 200;
    std::size_t at_once_a_network = 20;
    /// A screen asks every few seconds. One that has not asked for this long may lose its place.
    Duration abandoned = std::chrono::seconds{30};
    /// Wrong codes within a minute before no more are checked.
    std::size_t wrong_codes_a_minute = 30;
};

class Pairings {
public:
    /// Returns this many random bytes, fit for secrets.
    using RandomBytes = std::function<std::string(std::size_t)>;
    /// A one-way hash; only hashes of secrets are kept.
    using Hash = std::function<std::string(std::string_view)>;

    Pairings(RandomBytes random_bytes, Hash hash, PairingLimits limits = {});

    /// Returns a new code. When all places are taken, the newcomer gets one from the network that
    /// has most, or an abandoned one: nullopt if there is neither. One network never has more than
    /// its share.
    [[nodiscard]] std::optional<wire::Pairing> begin(const std::string& address, Instant now);

    /// A pairing whose code was typed: it is reserved for this caller.
    struct Taken {
        std::string code;
    };
    struct UnknownCode {};
    struct TooManyWrong {};
    /// Reserves the pairing with this code. Ignores case, spaces and dashes.
    [[nodiscard]] std::variant<Taken, UnknownCode, TooManyWrong> take(std::string_view typed,
                                                                      Instant now);
    /// Admits the reserved pairing. Returns false if the screen has given up.
    bool let_in(const Taken& taken, wire::Paired paired, Instant now);
    /// Admission failed: the code can be typed again.
    void give_back(const Taken& taken);

    struct UnknownSecret {};
    struct Waiting {};
    /// The state of a screen's pairing. Hands out the token once, which ends the pairing.
    [[nodiscard]] std::variant<UnknownSecret, Waiting, wire::Paired> fetch(std::string_view secret,
                                                                           Instant now);

private:
    struct Open {
        std::string secret_hash;
        /// Of its address.
        std::string network;
        Instant expires_at;
        Instant asked_at;
        bool taken = false;
        std::optional<wire::Paired> paired;
    };
    using Entry = std::map<std::string, Open>::iterator;
    void drop_expired(Instant now);
    [[nodiscard]] bool make_room(const std::string& network, Instant now);
    /// The one that has not asked for longest, among those of a network; of all, if it is empty.
    [[nodiscard]] Entry quietest(const std::string& network);
    [[nodiscard]] std::string draw(std::size_t length) const;

    RandomBytes random_bytes_;
    Hash hash_;
    PairingLimits limits_;
    /// Keyed by code.
    std::map<std::string, Open> open_;
    std::deque<Instant> wrong_codes_;
};

}  // namespace rostrum::net
