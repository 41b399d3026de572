#pragma once

#include <optional>
#include <string>

#include "floor/actor.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"

namespace rostrum {

/// The first four are for the speaker, the next two for the chair. A private line is words between
/// the chair and the secretariat.
enum class SignalKind { conclude, slow_down, microphone, text, here, floor_back, private_line };

/// A short message between the podium, a speaker and an interpreter. Screens show it until its time
/// is over or the next signal comes.
struct Signal {
    SignalId id;
    SignalKind kind{};
    Role from{};
    /// The receiving delegation or, in a signal to the chair, the sending one. nullopt: the current
    /// speaker.
    std::optional<DelegationId> delegation;
    /// With SignalKind::text and SignalKind::private_line only.
    std::string text;
    Instant sent_at;
    Instant until;
    friend bool operator==(const Signal&, const Signal&) = default;
};

}  // namespace rostrum
