#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <utility>

#include "floor/instant.hpp"

namespace rostrum::net {

struct CardGuessLimits {
    /// Wrong letters within `an_hour` from one address before no more from there are checked.
    std::size_t wrong_an_address = 10;
    Duration an_hour = std::chrono::hours{1};
    /// Wrong letters within `a_day` from anywhere before no more are checked.
    std::size_t wrong_in_all = 60;
    Duration a_day = std::chrono::hours{24};
};

/// Makes it hopeless to guess the six letters of a card. A room has at most 400 cards among 21^6 =
/// 86 million codes, so one wrong guess in 214,000 would have hit; somebody who guesses from
/// anywhere, day and night for a week, has one chance in 510. The links of cards, with 130 random
/// bits, always open. The caller passes the time in.
class CardGuesses {
public:
    explicit CardGuesses(CardGuessLimits limits = {}) : limits_(limits) {}

    /// Whether the code may be checked; then the caller calls done().
    using Turn = std::function<void(bool)>;
    /// Calls `turn` once: codes are checked one after another, so that each wrong one counts before
    /// the next is checked. Never calls it after this is destroyed.
    void wait(const std::string& address, Instant now, Turn turn);
    /// The code was checked. Returns whether it was the last wrong one that is checked for long.
    bool done(bool was_wrong, Instant now);

private:
    struct Waiting {
        std::string network;
        Turn turn;
    };
    void next(Instant now);
    [[nodiscard]] bool may_try(const std::string& network, Instant now);

    CardGuessLimits limits_;
    std::deque<Waiting> waiting_;
    bool is_checking_ = false;
    /// Of `waiting_.front()`, while it is checked.
    std::string checked_;
    /// Networks of wrong guesses, oldest first: at most `wrong_in_all`.
    std::deque<std::pair<Instant, std::string>> wrong_;
};

}  // namespace rostrum::net
