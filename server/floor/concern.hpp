#pragma once

#include <optional>

#include "floor/event.hpp"
#include "floor/ids.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// What an act was about, so that a screen can name what Undo takes back.
struct Concern {
    std::optional<MeetingId> meeting;
    std::optional<DelegationId> delegation;
    friend bool operator==(const Concern&, const Concern&) = default;
};

/// An act is about what its last event is about: Next about whom it calls, not whom it ends.
/// @param before the proceedings as they were when the act came.
[[nodiscard]] Concern concern_of(const Proceedings& before, const Event& last);

}  // namespace rostrum
