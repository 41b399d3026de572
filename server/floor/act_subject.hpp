#pragma once

#include <optional>
#include <span>
#include <vector>

#include "floor/event.hpp"
#include "floor/ids.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Finds the subject of an act, so that a screen can name what Undo would take back.
struct ActSubject {
    std::optional<MeetingId> meeting;
    std::optional<DelegationId> delegation;
    friend bool operator==(const ActSubject&, const ActSubject&) = default;
};

/// An act is about what its last event is about, and others like it: Next is about the speaker it
/// calls, not the one it ends.
/// @param before the proceedings before the act.
/// @param events of the act, at least one.
/// @returns each once, at least one.
[[nodiscard]] std::vector<ActSubject> act_subjects_of(const Proceedings& before,
                                                      std::span<const Event> events);

/// The only subject; of several, what they have in common.
[[nodiscard]] ActSubject act_subject_of(const Proceedings& before, std::span<const Event> events);

}  // namespace rostrum
