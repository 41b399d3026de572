#pragma once

#include <optional>

#include "floor/instant.hpp"

namespace rostrum {

/// A countdown as anchors, never as a ticking value.
struct Timer {
    Duration allotted{};
    /// Elapsed before it last started.
    Duration elapsed_before{};
    /// When it last started; nullopt while paused.
    std::optional<Instant> running_since;

    friend bool operator==(const Timer&, const Timer&) = default;
};

[[nodiscard]] Duration elapsed(const Timer& timer, Instant now);

/// Negative in overtime.
[[nodiscard]] Duration remaining(const Timer& timer, Instant now);

/// The remaining time at which the digits turn amber: as the rules say (usually the last minute),
/// or the last quarter of a short statement.
[[nodiscard]] Duration warning(Duration allotted, Duration usual);

/// Both do nothing if the timer is already in that state.
[[nodiscard]] Timer paused(Timer timer, Instant now);
[[nodiscard]] Timer running(Timer timer, Instant now);

}  // namespace rostrum
