#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/meeting.hpp"
#include "floor/shared.hpp"

namespace rostrum {

/// The chair's word to the whole room.
struct Notice {
    NoticeId id;
    std::string text;
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// What an act of the floor changes, and what Undo puts back as it was, timers included.
struct Proceedings {
    /// In the order of the programme.
    std::vector<Shared<Meeting>> meetings;
    /// The meeting on the room's screens, and the only one that can be open. None in an empty room.
    std::optional<MeetingId> current;
    std::optional<Notice> notice;
    friend bool operator==(const Proceedings&, const Proceedings&) = default;
};

/// An act that can be taken back.
struct RememberedAct {
    Revision revision;
    ActKind kind{};
    Instant at;
    Actor actor;
    /// Whom it was about, so that a screen can name it.
    std::optional<MeetingId> meeting;
    std::optional<DelegationId> delegation;
    /// As they were when the act came.
    Proceedings before;
    friend bool operator==(const RememberedAct&, const RememberedAct&) = default;
};

/// Names of persons, apart from the facts, so that one can be withheld and erased: no undo brings
/// it back.
using SpeakerNames = std::map<std::pair<MeetingId, DelegationId>, std::string>;

/// The live state of a room: the fold of its acts.
struct Room {
    RoomId id;
    std::string name;
    /// IANA name.
    std::string time_zone;
    Proceedings proceedings;
    SpeakerNames names;
    /// The acts that Undo can take back, the last one last.
    std::vector<Shared<RememberedAct>> memory;
    /// That of the last act; 0 before the room is founded.
    Revision revision;
    /// That of the last act: no later one is dated before it.
    Instant latest;
    friend bool operator==(const Room&, const Room&) = default;
};

/// A room of which the log knows nothing yet.
[[nodiscard]] Room empty_room(RoomId id);

[[nodiscard]] bool is_founded(const Room& room);

/// None where there is no such meeting.
[[nodiscard]] const Meeting* find(const Room& room, const MeetingId& id);

/// None in an empty room.
[[nodiscard]] const Meeting* current_meeting(const Room& room);

}  // namespace rostrum
