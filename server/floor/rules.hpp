#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "floor/instant.hpp"
#include "floor/sentence.hpp"

namespace rostrum {

/// The order in which a panel is called, until the chair moves somebody.
enum class SpeakingOrder { as_planned, nhri_first };

/// A round's rules, the one place for its times. The defaults are those of the Pre-sessions.
struct Rules {
    /// UPR Info, since the 30th round: the State under Review may speak for two minutes.
    Duration sur_shortest = std::chrono::seconds{30};
    Duration sur_longest = std::chrono::minutes{2};
    /// UPR Info: panellists are given the floor for five to seven minutes.
    Duration panel_shortest = std::chrono::minutes{5};
    Duration panel_longest = std::chrono::minutes{7};
    /// Digits turn amber at this much remaining time.
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

/// Returns why no room can have such rules, as a sentence; nullopt for rules within the bounds of
/// limits.hpp.
[[nodiscard]] std::optional<Sentence> fault_of(const Rules& rules);

/// Returns why set_rules must refuse them: as `fault_of`, and each time must be whole seconds,
/// which older logs did not require.
[[nodiscard]] std::optional<Sentence> fault_of_new(const Rules& rules);

}  // namespace rostrum
