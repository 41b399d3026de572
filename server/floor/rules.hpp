#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "floor/instant.hpp"

namespace rostrum {

/// In which order a panel is called, until the chair moves somebody.
enum class SpeakingOrder { as_planned, nhri_first };

/// A round's defaults: the one place where its times are set. Those of the Pre-sessions unless
/// told.
struct Rules {
    /// UPR Info, since the 30th round: the State under Review may speak for two minutes.
    Duration sur_shortest = std::chrono::seconds{30};
    Duration sur_longest = std::chrono::minutes{2};
    /// UPR Info: panellists are given the floor for five to seven minutes.
    Duration panel_shortest = std::chrono::minutes{5};
    Duration panel_longest = std::chrono::minutes{7};
    /// Digits are amber from here on.
    Duration warning = std::chrono::minutes{1};
    /// Kept in each meeting for questions and their answers.
    Duration reserve = std::chrono::minutes{15};
    Duration question = std::chrono::minutes{2};
    /// The common budget of a round of answers.
    Duration answers = std::chrono::minutes{4};
    Duration reply = std::chrono::minutes{2};
    /// Rights of reply that a delegation has in one meeting.
    std::uint32_t replies_each = 2;
    Duration point_of_order = std::chrono::minutes{2};
    SpeakingOrder order = SpeakingOrder::as_planned;
    friend bool operator==(const Rules&, const Rules&) = default;
};

/// Why no room can have such rules, as a sentence. None for rules within the bounds of limits.hpp.
[[nodiscard]] std::optional<std::string> fault_of(const Rules& rules);

/// Why rules cannot be set from now on: as `fault_of`, and each time must be whole seconds. A log
/// that was written before that was asked for is still read.
[[nodiscard]] std::optional<std::string> fault_of_new(const Rules& rules);

}  // namespace rostrum
