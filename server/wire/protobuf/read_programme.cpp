#include "wire/protobuf/read_programme.hpp"

#include <optional>
#include <string>

#include <google/protobuf/util/time_util.h>

#include "floor/limits.hpp"
#include "wire/json/json_scan.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/rules.hpp"

namespace rostrum::wire {

namespace {

Duration seconds_or(std::int32_t seconds, Duration unless_told) {
    return seconds == 0 ? unless_told : Duration{std::chrono::seconds{seconds}};
}

/// What no date can be, such as strangers send, is after the last one: the rules refuse it there.
Instant instant_of(const google::protobuf::Timestamp& timestamp) {
    using google::protobuf::util::TimeUtil;
    if (timestamp.seconds() < TimeUtil::kTimestampMinSeconds ||
        timestamp.seconds() > TimeUtil::kTimestampMaxSeconds)
        return limits::latest + Duration{1};
    return instant_from_unix_ms(TimeUtil::TimestampToMilliseconds(timestamp));
}

std::string element(const std::string& place, const char* list, int index) {
    return place_of(place_of(place, list), static_cast<std::size_t>(index));
}

class Reader {
public:
    Reader(const Rules& rules, std::vector<Fault>& faults) : rules_(rules), faults_(faults) {}

    PlannedMeeting read(const v1::PlannedMeeting& meeting, const std::string& place) {
        PlannedMeeting read_meeting;
        read_meeting.id = MeetingId{meeting.id()};
        read_meeting.state = State{meeting.state().code(), meeting.state().name()};
        must_be_told(meeting.has_starts_at(), place, "starts_at");
        must_be_told(meeting.has_ends_at(), place, "ends_at");
        read_meeting.ends_at = instant_of(meeting.ends_at());
        // A missing start is one fault, not a meeting that lasts since 1970 as well.
        read_meeting.starts_at = meeting.has_starts_at()
                                     ? instant_of(meeting.starts_at())
                                     : read_meeting.ends_at - std::chrono::hours{1};
        read_meeting.sur_allotted = seconds_or(meeting.sur_statement_s(), rules_.sur_longest);
        if (meeting.has_hard_stop_at()) read_meeting.hard_stop = instant_of(meeting.hard_stop_at());
        for (int i = 0; i < meeting.panel_size(); ++i)
            read_meeting.panel.push_back(read(meeting.panel(i), element(place, "panel", i)));
        return read_meeting;
    }

private:
    PlannedDelegation read(const v1::Panellist& panellist, const std::string& place) {
        const auto kind = from_proto(panellist.kind());
        must_be_told(kind.has_value(), place, "kind");

        PlannedDelegation read_panellist;
        read_panellist.id = DelegationId{panellist.id()};
        read_panellist.kind = kind.value_or(DelegationKind::national_cso);
        read_panellist.title = panellist.title();
        read_panellist.speaker_name = panellist.speaker_name();
        read_panellist.subject = panellist.subject();
        read_panellist.allotted = seconds_or(panellist.allotted_s(), rules_.panel_shortest);
        read_panellist.standing = panellist.standing() == v1::STANDING_UNSPECIFIED
                                      ? Standing::present
                                      : known(from_proto(panellist.standing()), place, "standing");
        read_panellist.absence_reason = panellist.absence_reason();
        read_panellist.represented_by =
            known(from_proto(panellist.represented_by()), place, "represented_by");
        return read_panellist;
    }

    /// A number that JSON does not let through, but protobuf does.
    template <class Value>
    Value known(std::optional<Value> value, const std::string& place, const char* field) {
        if (!value) faults_.push_back({place_of(place, field), "This is not known."});
        return value.value_or(Value{});
    }

    void must_be_told(bool is_told, const std::string& place, const char* field) {
        if (!is_told) faults_.push_back({place_of(place, field), "This is required."});
    }

    const Rules& rules_;
    std::vector<Fault>& faults_;
};

PlannedRoom read_room(const v1::PlannedRoom& room, const std::string& place,
                      std::vector<Fault>& faults) {
    PlannedRoom read;
    read.id = RoomId{room.id()};
    read.name = room.name();
    read.time_zone = room.time_zone();
    read.rules = rules_where_told(room.rules());
    for (int i = 0; i < room.meetings_size(); ++i)
        read.meetings.push_back(read_planned_meeting(
            room.meetings(i), element(place, "meetings", i), read.rules, faults));
    return read;
}

}  // namespace

Programme read_programme(const v1::Programme& programme, std::vector<Fault>& faults) {
    Programme read;
    read.title = programme.title();
    read.remark = programme.remark();
    for (int i = 0; i < programme.rooms_size(); ++i)
        read.rooms.push_back(
            read_room(programme.rooms(i), place_of("rooms", static_cast<std::size_t>(i)), faults));
    return read;
}

PlannedMeeting read_planned_meeting(const v1::PlannedMeeting& meeting, const std::string& place,
                                    const Rules& rules, std::vector<Fault>& faults) {
    return Reader{rules, faults}.read(meeting, place);
}

}  // namespace rostrum::wire
