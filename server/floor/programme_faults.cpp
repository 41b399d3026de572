#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "floor/limits.hpp"
#include "floor/programme.hpp"
#include "floor/text.hpp"

namespace rostrum {

namespace {

/// Collects the faults under one place of the file.
class Report {
public:
    Report(std::vector<Fault>& faults, std::string place)
        : faults_(faults), place_(std::move(place)) {}

    [[nodiscard]] Report at(std::string_view field) const {
        std::string place = place_;
        if (!place.empty()) place += '.';
        return {faults_, place.append(field)};
    }
    [[nodiscard]] Report at(std::string_view field, std::size_t index) const {
        return at(std::string{field} + '[' + std::to_string(index) + ']');
    }

    void fault(Sentence reason) const { faults_.push_back({place_, std::move(reason)}); }
    /// @param code, text as in Sentence
    void check(bool holds, std::string_view code, std::string_view text) const {
        if (!holds) fault({code, text});
    }

private:
    std::vector<Fault>& faults_;
    std::string place_;
};

void check_text(const Report& report, std::string_view text, std::size_t longest) {
    if (auto fault = text_fault("This text", text, longest)) report.fault(std::move(*fault));
}

void check_optional_text(const Report& report, std::string_view text, std::size_t longest) {
    check_text(report, text, longest);
    report.check(text.empty() || !trimmed(text).empty(), "text_invisible",
                 "Nothing of this text can be seen: leave it empty.");
}

void check_filled(const Report& report, std::string_view text) {
    report.check(!trimmed(text).empty(), "required", "This is required.");
}

void check_name(const Report& report, std::string_view text) {
    check_text(report, text, limits::title_length);
    check_filled(report, text);
}

template <class AnyId>
void check_id(const Report& report, const AnyId& id, std::size_t longest, std::set<AnyId>& taken) {
    if (!is_plain_id(id.value, longest)) {
        report.fault({"id_form",
                      "An id is 1 to {most} small letters a to z, digits and hyphens.",
                      {{"most", std::to_string(longest)}}});
    } else if (!taken.insert(id).second) {
        report.fault({"id_used", "The id {id} is used twice.", {{"id", id.value}}});
    }
}

void check_time_zone(const Report& report, std::string_view zone) {
    const bool plausible =
        !zone.empty() && zone.size() <= limits::time_zone_length && zone.front() != '/' &&
        zone.back() != '/' && std::all_of(zone.begin(), zone.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   std::string_view{"_+-/"}.find(c) != std::string_view::npos;
        });
    report.check(plausible, "zone_form",
                 "Give the time zone by its IANA name, such as Europe/Zurich.");
}

void check_state(const Report& report, const State& state) {
    const bool is_code =
        state.code.size() == 2 && std::all_of(state.code.begin(), state.code.end(),
                                              [](char c) { return c >= 'A' && c <= 'Z'; });
    report.at("code").check(is_code, "state_code",
                            "Give the State by its ISO 3166-1 code: two capital letters.");
    check_name(report.at("name"), state.name);
}

void check_allotted(const Report& report, Duration allotted, InscriptionKind kind,
                    const Rules& rules) {
    const auto [shortest, longest] = allotment_limits(kind, rules);
    if (allotted < shortest || allotted > longest) {
        report.fault({"time_limits",
                      "The time allotted here is {shortest} to {longest} minutes.",
                      {{"shortest", clock_face(shortest)}, {"longest", clock_face(longest)}}});
    }
}

/// Ids reserved for the roll and for entries added during the meeting.
bool is_of_the_room(std::string_view id) {
    constexpr std::array prefixes{"mission-", "organisation-", "ask-",
                                  "entry-",   "answer-",       "order-"};
    return id == moderator_id() ||
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const char* own) { return id.starts_with(own); });
}

bool is_of_a_panel(DelegationKind kind) {
    return kind == DelegationKind::national_cso || kind == DelegationKind::international_cso ||
           kind == DelegationKind::nhri;
}

void check_panellist(const Report& report, const PlannedDelegation& panellist, const Rules& rules,
                     std::set<DelegationId>& taken) {
    if (panellist.id.value == sur_id()) {
        report.at("id").fault({"id_sur", "The id sur is that of the State under Review."});
    } else if (is_of_the_room(panellist.id.value)) {
        report.at("id").fault(
            {"id_of_the_room",
             "The ids moderator, mission-…, organisation-…, ask-…, entry-…, answer-… and order-… "
             "are the room's own."});
    } else {
        check_id(report.at("id"), panellist.id, limits::id_length, taken);
    }
    report.at("kind").check(is_of_a_panel(panellist.kind), "kind_of_panellist",
                            "A panellist is a national or international CSO, or an NHRI.");
    for (const PlateText& text : plate_texts)
        check_text(report.at(text.name), panellist.*text.planned, limits::title_length);
    check_filled(report.at("title"), panellist.title);
    check_optional_text(report.at("speaker_name"), panellist.speaker_name, limits::title_length);
    check_allotted(report.at("allotted_s"), panellist.allotted, InscriptionKind::panel_statement,
                   rules);
    check_optional_text(report.at("absence_reason"), panellist.absence_reason,
                        limits::reason_length);
    report.at("absence_reason")
        .check(panellist.absence_reason.empty() || panellist.standing == Standing::absent,
               "reason_without_absence", "Only an absent delegation has a reason for its absence.");
}

using limits::is_a_date;

void check_times(const Report& report, const PlannedMeeting& meeting) {
    const auto must_be_a_date = [&](std::string_view field, Instant instant) {
        report.at(field).check(is_a_date(instant), "no_date",
                               "This is not a date between 1970 and 9999.");
    };
    must_be_a_date("starts_at", meeting.starts_at);
    must_be_a_date("ends_at", meeting.ends_at);
    if (!is_a_date(meeting.starts_at) || !is_a_date(meeting.ends_at)) return;

    const Duration length = meeting.ends_at - meeting.starts_at;
    if (length <= Duration{0}) {
        report.at("ends_at").fault({"ends_before_start", "The meeting ends before it starts."});
    } else {
        report.at("ends_at").check(
            length >= limits::meeting_shortest && length <= limits::meeting_longest,
            "meeting_length", "A meeting lasts 10 minutes to 6 hours.");
    }
}

void check_meeting(const Report& report, const PlannedMeeting& meeting, const Rules& rules,
                   std::set<MeetingId>& taken) {
    check_id(report.at("id"), meeting.id, limits::id_length, taken);
    check_state(report.at("state"), meeting.state);
    check_times(report, meeting);
    if (meeting.sur_allotted != Duration{0})
        check_allotted(report.at("sur_statement_s"), meeting.sur_allotted,
                       InscriptionKind::sur_statement, rules);
    report.at("hard_stop_at")
        .check(!meeting.hard_stop ||
                   (is_a_date(*meeting.hard_stop) && *meeting.hard_stop > meeting.starts_at),
               "hard_stop_before_start", "The interpreters leave after the meeting has started.");

    constexpr std::size_t most = limits::delegations_a_meeting - 1;
    if (meeting.panel.empty() || meeting.panel.size() > most) {
        report.at("panel").fault({"panel_size",
                                  "A panel has 1 to {most} panellists.",
                                  {{"most", std::to_string(most)}}});
    }
    std::set<DelegationId> delegations;
    for (std::size_t i = 0; i < meeting.panel.size(); ++i) {
        check_panellist(report.at("panel", i), meeting.panel[i], rules, delegations);
    }
}

void check_room(const Report& report, const PlannedRoom& room, std::set<RoomId>& taken) {
    check_id(report.at("id"), room.id, limits::room_id_length, taken);
    check_name(report.at("name"), room.name);
    check_time_zone(report.at("time_zone"), room.time_zone);

    if (const auto fault = fault_of_new(room.rules)) report.at("rules").fault(*fault);
    if (room.meetings.size() > limits::meetings_a_room) {
        report.at("meetings")
            .fault({"meetings_a_room",
                    "A room has at most {most} meetings.",
                    {{"most", std::to_string(limits::meetings_a_room)}}});
    }
    std::set<MeetingId> meetings;
    for (std::size_t i = 0; i < room.meetings.size(); ++i) {
        const Report here = report.at("meetings", i);
        check_meeting(here, room.meetings[i], room.rules, meetings);
        if (i > 0 && room.meetings[i].starts_at < room.meetings[i - 1].ends_at) {
            here.at("starts_at")
                .fault({"meeting_overlaps",
                        "The meeting before it in this room, {meeting}, is not over by then.",
                        {{"meeting", room.meetings[i - 1].state.name}}});
        }
    }
}

}  // namespace

std::vector<Fault> faults(const Programme& programme) {
    std::vector<Fault> found;
    const Report report{found, ""};
    check_text(report.at("title"), programme.title, limits::title_length);
    report.at("rooms").check(!programme.rooms.empty(), "no_room",
                             "A programme has at least one room.");

    std::set<RoomId> rooms;
    for (std::size_t i = 0; i < programme.rooms.size(); ++i) {
        check_room(report.at("rooms", i), programme.rooms[i], rooms);
    }
    return found;
}

}  // namespace rostrum
