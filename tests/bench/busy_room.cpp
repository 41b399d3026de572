#include "bench/busy_room.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "floor/meeting.hpp"
#include "floor/programme.hpp"

namespace rostrum::bench {
namespace {

constexpr int meetings = 6;
constexpr int panellists = 4;

PlannedMeeting hour(int number, Instant starts_at) {
    PlannedMeeting meeting;
    meeting.id = MeetingId{"meeting-" + std::to_string(number)};
    meeting.state = {"CU", "Cuba"};
    meeting.starts_at = starts_at;
    meeting.ends_at = starts_at + std::chrono::hours{1};
    meeting.sur_allotted = std::chrono::minutes{2};
    for (int panellist = 1; panellist <= panellists; ++panellist) {
        PlannedDelegation planned;
        planned.id = DelegationId{"panellist-" + std::to_string(panellist)};
        planned.kind = DelegationKind::national_cso;
        planned.title = "National CSO " + std::to_string(panellist);
        planned.speaker_name = "Panellist " + std::to_string(panellist);
        planned.subject = "Right to food";
        planned.allotted = std::chrono::minutes{5};
        meeting.panel.push_back(std::move(planned));
    }
    return meeting;
}

PlannedRoom a_day(const RoomId& id, Instant starts_at) {
    PlannedRoom room{id, "Room " + id.value, "Europe/Zurich", {}};
    for (int number = 1; number <= meetings; ++number)
        room.meetings.push_back(hour(number, starts_at + std::chrono::hours{number - 1}));
    return room;
}

}  // namespace

BusyRoom::BusyRoom(const RoomId& id, rooms::Clock& clock, rooms::EventLog& log)
    : clock_(clock), writer_(id, clock, log, *this), random_(std::hash<std::string>{}(id.value)) {}

void BusyRoom::begin(Done done) {
    submit(Role::secretariat, FoundRoom{a_day(writer_.room().id, clock_.now())}, [] {});
    submit(Role::chair, OpenMeeting{MeetingId{"meeting-1"}}, [] {});
    submit(Role::chair, Next{}, [this, done = std::move(done)] {
        statement_ = current_meeting(writer_.room())->statement->id;
        done();
    });
}

void BusyRoom::tap(Done done) {
    is_paused_ = !is_paused_;
    if (is_paused_)
        submit(Role::chair, PauseStatement{statement_}, std::move(done));
    else
        submit(Role::chair, ResumeStatement{statement_}, std::move(done));
}

void BusyRoom::submit(Role role, Command command, Done done) {
    writer_.submit(
        {role, "Tablet of the chair"}, draw_id(), std::move(command),
        [done = std::move(done)](const rooms::Answer& answer) {
            if (const auto* refusal = std::get_if<Refusal>(&answer))
                throw std::runtime_error("A command was refused: " + refusal->text.english);
            done();
        });
}

/// 128 random bits, as screens use.
CommandId BusyRoom::draw_id() {
    std::string digits;
    for (int half = 0; half < 2; ++half)
        for (auto [bits, left] = std::pair{random_(), 16}; left > 0; bits >>= 4U, --left)
            digits.push_back("0123456789abcdef"[bits & 15U]);
    return CommandId{digits};
}

}  // namespace rostrum::bench
