#include "wire/protobuf/read_programme.hpp"

#include <string>

#include <google/protobuf/util/time_util.h>

#include "floor/limits.hpp"
#include "wire/json/json_scan.hpp"
#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

Duration seconds_or(std::int32_t seconds, Duration unless_told) {
    return seconds == 0 ? unless_told : Duration{std::chrono::seconds{seconds}};
}

Instant instant_of(const google::protobuf::Timestamp& timestamp) {
    return instant_from_unix_ms(
        google::protobuf::util::TimeUtil::TimestampToMilliseconds(timestamp));
}

class Reader {
public:
    explicit Reader(std::vector<Fault>& faults) : faults_(faults) {}

    PlannedRoom read(const v1::PlannedRoom& room, const std::string& place) {
        PlannedRoom read_room;
        read_room.id = RoomId{room.id()};
        read_room.name = room.name();
        read_room.time_zone = room.time_zone();
        for (int i = 0; i < room.meetings_size(); ++i)
            read_room.meetings.push_back(read(room.meetings(i), element(place, "meetings", i)));
        return read_room;
    }

private:
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
        read_meeting.sur_allotted = seconds_or(meeting.sur_statement_s(), limits::sur_longest);
        for (int i = 0; i < meeting.panel_size(); ++i)
            read_meeting.panel.push_back(read(meeting.panel(i), element(place, "panel", i)));
        return read_meeting;
    }

    PlannedDelegation read(const v1::Panellist& panellist, const std::string& place) {
        const auto kind = from_proto(panellist.kind());
        must_be_told(kind.has_value(), place, "kind");

        PlannedDelegation read_panellist;
        read_panellist.id = DelegationId{panellist.id()};
        read_panellist.kind = kind.value_or(DelegationKind::national_cso);
        read_panellist.title = panellist.title();
        read_panellist.speaker_name = panellist.speaker_name();
        read_panellist.subject = panellist.subject();
        read_panellist.allotted = seconds_or(panellist.allotted_s(), limits::panel_shortest);
        read_panellist.standing = from_proto(panellist.standing()).value_or(Standing::present);
        read_panellist.absence_reason = panellist.absence_reason();
        return read_panellist;
    }

    static std::string element(const std::string& place, const char* list, int index) {
        return place_of(place_of(place, list), static_cast<std::size_t>(index));
    }

    void must_be_told(bool is_told, const std::string& place, const char* field) {
        if (!is_told) faults_.push_back({place_of(place, field), "This must be told."});
    }

    std::vector<Fault>& faults_;
};

}  // namespace

Programme read_programme(const v1::Programme& programme, std::vector<Fault>& faults) {
    Programme read;
    read.title = programme.title();
    read.remark = programme.remark();
    Reader reader{faults};
    for (int i = 0; i < programme.rooms_size(); ++i)
        read.rooms.push_back(
            reader.read(programme.rooms(i), place_of("rooms", static_cast<std::size_t>(i))));
    return read;
}

}  // namespace rostrum::wire
