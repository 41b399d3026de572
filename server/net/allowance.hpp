#pragma once

#include <algorithm>
#include <chrono>

#include "net/limits.hpp"

namespace rostrum::net {

/// How much one client may say: so many messages at once, and so many a second from then on. Time
/// is passed in.
class Allowance {
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit Allowance(Moment now) : paid_until_(now) {}

    /// One more message is within what it may say.
    [[nodiscard]] bool has_some(Moment now, const Limits& limits) const {
        return owed(now) + limits.each_message() <= all(limits);
    }
    /// One message, whether it was within that or not.
    void spend(Moment now, const Limits& limits) {
        paid_until_ = std::max(paid_until_, now) + limits.each_message();
    }
    /// It has said as much again as it may say at once.
    [[nodiscard]] bool is_overdrawn(Moment now, const Limits& limits) const {
        return owed(now) > 2 * all(limits);
    }

private:
    using Span = std::chrono::steady_clock::duration;
    [[nodiscard]] Span owed(Moment now) const { return std::max(paid_until_ - now, Span::zero()); }
    static Span all(const Limits& limits) {
        return static_cast<Span::rep>(limits.messages_at_once) * limits.each_message();
    }

    /// Each message is paid for by the time that it may take. Until then nothing is owed.
    Moment paid_until_;
};

}  // namespace rostrum::net
