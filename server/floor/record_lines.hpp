#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "floor/act.hpp"
#include "floor/record.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Gathers what happened at the floor from the acts. Turns are in the meeting; their plates and
/// readers can be corrected after it, so lines take them from the meeting as it is now.
class FloorLines {
public:
    /// @param acts those of the room, in order.
    explicit FloorLines(const std::vector<Act>& acts);

    /// @param before the room before this act.
    void read(const Room& before, const Act& act);

    /// In their order.
    [[nodiscard]] std::vector<RecordLine> of(const Room& room, const Meeting& meeting) const;

private:
    /// What has no turn.
    struct Moment {
        Revision act;
        /// The plate as it was then; a correction can find the delegation.
        RecordLine line;
        DelegationId delegation = {};
    };
    struct Passing {
        MeetingId meeting;
        StatementId from;
        StatementId to;
        Duration time{};
    };

    void read(const Room& before, const Act& act, const Event& event);
    void add(const Act& act, const MeetingId& meeting, FloorEvent what,
             std::optional<Instant> resumes_at = std::nullopt);
    void add(const Act& act, const Meeting& meeting, FloorEvent what, const InscriptionId& id);
    /// The empty chairs on the list before the one that is called.
    void add_passed_over(const Act& act, const Meeting& meeting, const InscriptionId& called);
    void add_not_called(const Act& act, const Meeting& meeting);
    [[nodiscard]] RecordLine line_of(const Room& room, const Meeting& meeting,
                                     const Turn& turn) const;

    std::set<Revision> undone_;
    std::vector<Moment> moments_;
    std::vector<Passing> passings_;
    std::set<std::pair<MeetingId, InscriptionId>> passed_over_;
};

}  // namespace rostrum
