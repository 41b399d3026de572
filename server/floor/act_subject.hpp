#pragma once

#include <optional>
#include <span>

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

/// The subject of an act is that of its last event: Next is about the speaker it calls, not the one
/// it ends. Of several meetings or delegations that an act treats alike, it names none.
/// @param before the proceedings before the act.
/// @param events of the act, at least one.
[[nodiscard]] ActSubject act_subject_of(const Proceedings& before, std::span<const Event> events);

}  // namespace rostrum
