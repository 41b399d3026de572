#pragma once

#include <algorithm>
#include <chrono>

#include "net/limits.hpp"

namespace rostrum::net {

/// Rate limit of one client: a burst of messages at once, then a fixed number a second. The caller
/// passes the time in.
class RateLimit {
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit RateLimit(Moment now) : paid_until_(now) {}

    /// Whether one more message is within the limit.
    [[nodiscard]] bool allows_one_more(Moment now, const Limits& limits) const {
        return owed(now) + limits.each_message() <= all(limits);
    }
    /// Counts one message of this length, within the limit or not.
    void spend(Moment now, const Limits& limits, std::size_t bytes = 0) {
        const auto times = static_cast<Span::rep>(1 + bytes / limits.bytes_a_message);
        paid_until_ = std::max(paid_until_, now) + times * limits.each_message();
    }
    /// The client has exceeded its limit by a whole burst.
    [[nodiscard]] bool is_exceeded_twice(Moment now, const Limits& limits) const {
        return owed(now) > 2 * all(limits);
    }

private:
    using Span = std::chrono::steady_clock::duration;
    [[nodiscard]] Span owed(Moment now) const { return std::max(paid_until_ - now, Span::zero()); }
    static Span all(const Limits& limits) {
        return static_cast<Span::rep>(limits.messages_at_once) * limits.each_message();
    }

    /// Each message adds the time that it may take. Before this moment the client owes nothing.
    Moment paid_until_;
};

}  // namespace rostrum::net
