#pragma once

#include <chrono>
#include <string>

#include "floor/command.hpp"
#include "floor/programme.hpp"

/// One room with one meeting: a State under Review and three panellists, `a`, `b` and `c`.
namespace rostrum {

/// 11 April 2018, 09:00 in Geneva.
constexpr Instant nine_o_clock = instant_from_unix_ms(1'523'430'000'000);

inline PlannedDelegation panellist(const std::string& id) {
    PlannedDelegation planned;
    planned.id = DelegationId{id};
    planned.kind = DelegationKind::national_cso;
    planned.title = "National CSO " + id;
    planned.subject = "Right to food";
    planned.allotted = std::chrono::minutes{5};
    return planned;
}

inline PlannedMeeting planned_hour(const std::string& id, Instant starts_at) {
    PlannedMeeting meeting;
    meeting.id = MeetingId{id};
    meeting.state = {"CU", "Cuba"};
    meeting.starts_at = starts_at;
    meeting.ends_at = starts_at + std::chrono::hours{1};
    meeting.sur_allotted = std::chrono::minutes{2};
    meeting.panel = {panellist("a"), panellist("b"), panellist("c")};
    return meeting;
}

inline PlannedRoom small_programme() {
    return {RoomId{"xx"}, "Room XX", "Europe/Zurich", {planned_hour("cuba", nine_o_clock)}};
}

}  // namespace rostrum
