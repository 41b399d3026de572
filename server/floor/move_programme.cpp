#include "floor/move_programme.hpp"

#include <algorithm>
#include <optional>

namespace rostrum {

namespace {

std::optional<Instant> earliest_start(const Programme& programme) {
    std::optional<Instant> earliest;
    for (const PlannedRoom& room : programme.rooms)
        for (const PlannedMeeting& meeting : room.meetings)
            earliest = std::min(earliest.value_or(meeting.starts_at), meeting.starts_at);
    return earliest;
}

}  // namespace

Programme moved_to(Programme programme, Instant first_start) {
    const std::optional<Instant> earliest = earliest_start(programme);
    if (!earliest) return programme;
    const Duration shift = first_start - *earliest;
    for (PlannedRoom& room : programme.rooms) {
        for (PlannedMeeting& meeting : room.meetings) {
            meeting.starts_at += shift;
            meeting.ends_at += shift;
            if (meeting.hard_stop) *meeting.hard_stop += shift;
        }
    }
    return programme;
}

}  // namespace rostrum
