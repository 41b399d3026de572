#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>

#include "floor/instant.hpp"
#include "net/limits.hpp"

namespace rostrum::net {

/// Wrong tokens, by where they came from: beyond so many within a minute, each is answered late. A
/// good token is never answered late, whoever else guesses behind the same address. Time is passed
/// in.
class Guesses {
public:
    using Answer = std::function<void()>;

    /// A token that opens nothing came from this IP address. `answer` is called at once, or in a
    /// later look(); never when this is gone.
    void wrong(const std::string& address, Instant now, const Limits& limits, Answer answer);

    /// Gives the answers that have waited long enough.
    void look(Instant now);

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
    /// As many as the connections that wait for them, at most.
    std::deque<Late> late_;
};

}  // namespace rostrum::net
