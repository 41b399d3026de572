#include "wire/protobuf/read_programme.hpp"

#include <string>

#include "wire/json/json_scan.hpp"
#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

std::string element(const std::string& place, const char* list, int index) {
    return place_of(place_of(place, list), static_cast<std::size_t>(index));
}

/// Fills in defaults, and adds invalid fields to the faults.
class Completion {
public:
    Completion(const Rules& rules, std::vector<Fault>& faults) : rules_(rules), faults_(faults) {}

    void complete(PlannedMeeting& meeting, const v1::PlannedMeeting& from,
                  const std::string& place) {
        check(from.has_starts_at(), place, "starts_at", is_required());
        check(from.has_ends_at(), place, "ends_at", is_required());
        // A missing start is one fault; a meeting that lasts since 1970 would be another.
        if (!from.has_starts_at()) meeting.starts_at = meeting.ends_at - std::chrono::hours{1};
        if (!from.has_sur_statement_s()) meeting.sur_allotted = rules_.sur_longest;
        for (int i = 0; i < from.panel_size(); ++i)
            complete(meeting.panel[static_cast<std::size_t>(i)], from.panel(i),
                     element(place, "panel", i));
    }

private:
    void complete(PlannedDelegation& plate, const v1::PlannedDelegation& from,
                  const std::string& place) {
        plate.kind = from_proto(from.kind()).value_or(DelegationKind::national_cso);
        plate.allotted = from.allotted_s() == 0 ? rules_.panel_shortest
                                                : Duration{std::chrono::seconds{from.allotted_s()}};
        check(from_proto(from.kind()).has_value(), place, "kind", is_required());
        check(!from.has_allotted_ms(), place, "allotted_ms",
              {"json_allotted_s", "A programme has allotted_s."});
        // Protobuf lets unknown numbers through, unlike JSON.
        check(from.standing() == 0 || from_proto(from.standing()), place, "standing", is_unknown());
        check(from_proto(from.represented_by()).has_value(), place, "represented_by", is_unknown());
    }

    void check(bool holds, const std::string& place, const char* field, Sentence sentence) {
        if (!holds) faults_.push_back({place_of(place, field), std::move(sentence)});
    }

    static Sentence is_required() { return {"required", "This is required."}; }
    static Sentence is_unknown() { return {"unknown", "This is not known."}; }
    const Rules& rules_;
    std::vector<Fault>& faults_;
};

/// Fields that the programme leaves out are as in the Pre-sessions.
Rules read_rules(const v1::Rules& rules) {
    v1::Rules whole;
    FieldWriter{whole}.write(Rules{});
    whole.MergeFrom(rules);
    FieldChecks unchecked;
    Rules read;
    FieldReader{whole, unchecked}.read(read);
    return read;
}

PlannedRoom read_room(const v1::PlannedRoom& room, const std::string& place,
                      std::vector<Fault>& faults) {
    PlannedRoom read;
    read.id = RoomId{room.id()};
    read.name = room.name();
    read.time_zone = room.time_zone();
    read.rules = read_rules(room.rules());
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
    FieldChecks unchecked;
    PlannedMeeting read;
    FieldReader{meeting, unchecked}.read(read);
    Completion{rules, faults}.complete(read, meeting, place);
    return read;
}

}  // namespace rostrum::wire
