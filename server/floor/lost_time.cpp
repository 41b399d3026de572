#include "floor/lost_time.hpp"

#include <algorithm>

#include "floor/limits.hpp"

namespace rostrum {

namespace {

Duration whole_seconds(Duration time) {
    return std::chrono::floor<std::chrono::seconds>(time);
}

}  // namespace

Duration lost_time(const Room& room, Instant from, Instant to) {
    const Meeting* meeting = current_meeting(room);
    if (meeting == nullptr || !meeting->statement) return Duration{0};
    const Statement& statement = *meeting->statement;
    if (statement.silence || !statement.timer.running_since) return Duration{0};
    const Duration away = to - std::max(from, *statement.timer.running_since);
    return away < limits::outage_shortest ? Duration{0} : whole_seconds(away);
}

Duration offered_time(const Meeting& meeting) {
    if (!meeting.statement) return Duration{0};
    const Inscription& inscription = *find(meeting, meeting.statement->inscription);
    if (!inscription.lost) return Duration{0};
    const LostTime& lost = *inscription.lost;
    const Duration since = std::max(Duration{0}, inscription.added - lost.added_before);
    const Duration offered = std::min(lost.away - since, limits::added_most - inscription.added);
    return std::max(Duration{0}, whole_seconds(offered));
}

}  // namespace rostrum
