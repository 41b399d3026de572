#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "floor/act.hpp"
#include "floor/asking.hpp"
#include "floor/display_settings.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/meeting.hpp"
#include "floor/rules.hpp"
#include "floor/shared.hpp"
#include "floor/shared_list.hpp"
#include "floor/signal.hpp"

namespace rostrum {

/// The chair's notice to the whole room.
struct Notice {
    NoticeId id;
    std::string text;
    /// Screens hide it at this instant; nullopt: it stays until it is cleared.
    std::optional<Instant> until = std::nullopt;
    /// Screens count down to `until`, and show 0:00 until it is cleared.
    bool counts_down = false;
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// What acts of the floor change and Undo restores, timers included.
struct Proceedings {
    /// In the order of the programme.
    std::vector<Shared<Meeting>> meetings;
    /// The meeting on the room's screens, the only one that can be open. nullopt in an empty room.
    std::optional<MeetingId> current;
    std::optional<Notice> notice;
    friend bool operator==(const Proceedings&, const Proceedings&) = default;
};

/// What was done, by whom and when, for screens to name.
struct ActNote {
    Revision revision;
    CommandKind kind{};
    Instant at;
    Actor actor;
    /// Whom it was about.
    std::optional<MeetingId> meeting;
    std::optional<DelegationId> delegation;
    friend bool operator==(const ActNote&, const ActNote&) = default;
};

/// An act that can be taken back.
struct RememberedAct : ActNote {
    /// The proceedings before the act.
    Proceedings before;
    Rules rules;
    /// What has happened outside the proceedings since then. It stays when the act is undone: a
    /// Mission's request for the floor stands, whatever the chair undoes.
    SharedList<Act> since;
    friend bool operator==(const RememberedAct&, const RememberedAct&) = default;
};

using PlateOfMeeting = std::pair<MeetingId, DelegationId>;

/// Names of persons, kept apart from the facts so that one can be withheld or erased: no undo
/// restores it.
using SpeakerNames = std::map<PlateOfMeeting, std::string>;

/// The standing of a hidden name.
enum class NameStanding {
    withheld,
    /// It cannot be given again.
    erased,
    /// Its plate was removed; nobody has decided to withhold it.
    removed,
};

/// A meeting that went to another room, for those who look for it here.
struct MovedMeeting {
    MeetingId id;
    State state;
    Instant starts_at;
    Instant ends_at;
    RoomId room;
    std::string room_name;
    friend bool operator==(const MovedMeeting&, const MovedMeeting&) = default;
};

/// The live state of a room: the fold of its acts.
struct Room {
    RoomId id;
    std::string name;
    /// IANA name.
    std::string time_zone;
    Proceedings proceedings;
    Shared<SpeakerNames> names{SpeakerNames{}};
    std::map<PlateOfMeeting, NameStanding> withheld;
    Rules rules;
    DisplaySettings display;
    Asking asking;
    /// Who runs the floor: the chair, or the secretariat while it has taken the controls.
    Role controls = Role::chair;
    /// Oldest first.
    std::vector<Signal> signals;
    /// The acts that Undo can take back, the last one last.
    SharedList<RememberedAct> memory;
    /// The last act of any kind; nullopt before the founding.
    std::optional<ActNote> last_act;
    /// The revision that last changed the programme.
    Revision programme_revision;
    /// The names that are withheld or of removed plates, so that an import does not show them
    /// again. No screen receives them, and erasing removes them.
    Shared<SpeakerNames> hidden_names{SpeakerNames{}};
    /// The revision of the last act; 0 before the room is founded.
    Revision revision;
    /// The instant of the last act. While a meeting is open, no later act has an earlier one.
    Instant latest;
    /// Identifies the acts up to this revision: the log can lose its end, and then another act gets
    /// the same number.
    std::uint64_t acts_hash = 0;
    /// It holds no meeting any more.
    bool archived = false;
    /// In the order of the moves; those whose planned end has passed go with the next move.
    std::vector<MovedMeeting> moved;
    friend bool operator==(const Room&, const Room&) = default;
};

/// A room before its first act.
[[nodiscard]] Room empty_room(RoomId id);

[[nodiscard]] bool is_founded(const Room& room);

/// nullptr if there is no such meeting.
[[nodiscard]] const Meeting* find(const Room& room, const MeetingId& id);

/// nullptr in an empty room.
[[nodiscard]] const Meeting* current_meeting(const Room& room);

/// Whether a meeting is open or suspended: its timers need a clock that never runs backwards.
[[nodiscard]] bool has_open_meeting(const Proceedings& proceedings);

}  // namespace rostrum
