#pragma once

#include <optional>
#include <string>

#include "floor/actor.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"

namespace rostrum {

/// The first four are for whoever speaks, the last two for the chair.
enum class SignalKind { conclude, slow_down, microphone, text, here, floor_back };

/// A short word between the podium, a speaker and an interpreter. It clears itself: screens show it
/// until its time is over, and the next signal sweeps it away.
struct Signal {
    SignalId id;
    SignalKind kind{};
    Role from{};
    /// Whom it is for, or, to the chair, whom it is from. None: whoever has the floor.
    std::optional<DelegationId> delegation;
    /// With SignalKind::text only.
    std::string text;
    Instant sent_at;
    Instant until;
    friend bool operator==(const Signal&, const Signal&) = default;
};

}  // namespace rostrum
