#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>

#include "floor/instant.hpp"
#include "net/limits.hpp"

namespace rostrum::net {

/// Slows down the guessing of tokens: beyond a number of wrong tokens a minute from one address,
/// each further one is answered late. A valid token is never delayed, even if others behind the
/// same address guess. The caller passes the time in.
class TokenGuessLimiter {
public:
    using Answer = std::function<void()>;

    /// Counts a wrong token from this IP address. Calls `answer` at once or in a later
    /// check_timeouts(); never after this is destroyed.
    void wrong(const std::string& address, Instant now, const Limits& limits, Answer answer);

    /// Calls the answers that have waited long enough.
    void check_timeouts(Instant now);

    [[nodiscard]] std::size_t waiting() const { return late_.size(); }
    [[nodiscard]] std::size_t addresses() const { return minutes_.size(); }

private:
    struct Minute {
        Instant began;
        std::size_t wrong = 0;
    };
    struct Late {
        Instant due;
        Answer answer;
    };
    std::map<std::string, Minute> minutes_;
    /// At most one for each connection that waits for it.
    std::deque<Late> late_;
    Instant checked_;
};

}  // namespace rostrum::net
