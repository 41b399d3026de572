#pragma once

#include <optional>

#include "floor/instant.hpp"

namespace rostrum {

/// A countdown, told by its anchors: it is never a ticking value.
struct Timer {
    Duration allotted{};
    /// Counted until it last began to run.
    Duration elapsed_before{};
    /// Since when it runs; none while it is paused.
    std::optional<Instant> running_since;

    friend bool operator==(const Timer&, const Timer&) = default;
};

[[nodiscard]] Duration elapsed(const Timer& timer, Instant now);

/// Below zero it is overtime.
[[nodiscard]] Duration remaining(const Timer& timer, Instant now);

/// From this much remaining on, the digits are amber: as the rules have it (usually the last
/// minute), or the last quarter of a short statement.
[[nodiscard]] Duration warning(Duration allotted, Duration usual);

/// Both leave a timer alone that is so already.
[[nodiscard]] Timer paused(Timer timer, Instant now);
[[nodiscard]] Timer running(Timer timer, Instant now);

}  // namespace rostrum
