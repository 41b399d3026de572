#include "floor/invariants.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "floor/limits.hpp"

namespace rostrum {

namespace {

constexpr Duration zero{0};

template <class Things, class IdOf>
bool all_different(const Things& things, IdOf id_of) {
    std::vector<std::string_view> ids;
    ids.reserve(things.size());
    for (const auto& thing : things) ids.emplace_back(id_of(thing).value);
    std::sort(ids.begin(), ids.end());
    return std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

constexpr auto id_of_it = [](const auto& thing) -> const auto& {
    return thing.id;
};

void check_standing(const Meeting& meeting, const Delegation& delegation) {
    require(delegation.standing == Standing::absent || delegation.absence_reason.empty(),
            "only an absent delegation has a reason for it");
    require((delegation.standing == Standing::read_by) == delegation.reader.has_value(),
            "a statement that is read has a reader");
    require(!delegation.reader || find(meeting, *delegation.reader) != nullptr,
            "a reader is in the room");
}

const Delegation* find_plate(const Meeting& meeting, const DelegationId& id) {
    const auto found = std::find_if(meeting.delegations.begin(), meeting.delegations.end(),
                                    [&](const Delegation& one) { return one.id == id; });
    return found == meeting.delegations.end() ? nullptr : &*found;
}

void check_plates(const Meeting& meeting) {
    require(meeting.delegations.size() <= limits::delegations_a_meeting, "plates are bounded");
    require(all_different(meeting.delegations, id_of_it), "no two plates share an id");
    bool first = true;
    for (const Delegation& delegation : meeting.delegations) {
        require((delegation.kind == DelegationKind::state_under_review) == first,
                "the first plate, and no other, is that of the State under Review");
        check_standing(meeting, delegation);
        first = false;
    }
}

void check_roll(const Meeting& meeting) {
    require(meeting.roll.size() <= limits::missions_a_meeting + limits::organisations_a_meeting + 1,
            "the roll is bounded");
    require(all_different(meeting.roll, id_of_it), "nobody is on the roll twice");
    for (const Delegation& delegation : meeting.roll) {
        require(delegation.kind == DelegationKind::mission ||
                    delegation.kind == DelegationKind::organisation ||
                    delegation.kind == DelegationKind::moderator,
                "the roll holds only Missions, organisations and the moderator");
        require(find_plate(meeting, delegation.id) == nullptr, "no plate is on the roll");
        check_standing(meeting, delegation);
    }
}

void check_requests(const Meeting& meeting) {
    require(meeting.requests.size() <= limits::requests_a_meeting, "requests are bounded");
    require(all_different(meeting.requests, id_of_it), "no two requests share an id");
    for (const Request& request : meeting.requests) {
        require(find(meeting, request.delegation) != nullptr,
                "a requesting delegation is in the room");
        require(find(meeting, request.id) == nullptr, "a request is not on the list yet");
    }
}

void check_phones(const Meeting& meeting) {
    require(meeting.phones->size() <= limits::phones_a_meeting, "phones are bounded");
    std::vector<std::string_view> devices;
    for (const Phone& phone : *meeting.phones) devices.emplace_back(phone.device);
    std::sort(devices.begin(), devices.end());
    require(std::adjacent_find(devices.begin(), devices.end()) == devices.end(),
            "no two phones share a name");
}

void check_inscription(const Meeting& meeting, const Inscription& inscription) {
    const Delegation* delegation = find(meeting, inscription.delegation);
    require(delegation != nullptr, "every inscription has a plate");
    require(inscription.kind != InscriptionKind::sur_statement ||
                delegation->kind == DelegationKind::state_under_review,
            "a statement is of the kind of its speaker");
    require(inscription.kind != InscriptionKind::follow_up ||
                delegation->kind == DelegationKind::moderator,
            "a follow-up is the moderator's");
    require((inscription.kind == InscriptionKind::answer) == inscription.round.has_value(),
            "an answer belongs to a round");
    // The rules of a round may be narrowed later; these bounds never are.
    require(inscription.allotted >= zero && inscription.allotted <= limits::allotted_longest,
            "an allotment is within its limits");
    require(inscription.added >= -limits::allotted_longest &&
                inscription.added <= limits::allotted_longest,
            "added time is within its limit");
    require(inscription.allotted + inscription.added >= zero, "no inscription has negative time");
    require(!inscription.lost || inscription.status == InscriptionStatus::speaking ||
                inscription.status == InscriptionStatus::interrupted,
            "only a statement that is not over has lost time");

    Duration spoken = zero;
    bool has_spoken = false;
    bool had_silence = false;
    for (const Turn& turn : meeting.turns) {
        if (turn.inscription != inscription.id) continue;
        spoken += turn.spoken;
        (turn.silence ? had_silence : has_spoken) = true;
    }
    require(inscription.spoken == spoken, "the spoken time is the sum of the turns");

    const bool has_the_floor =
        meeting.statement && meeting.statement->inscription == inscription.id;
    require((inscription.status == InscriptionStatus::speaking) == has_the_floor,
            "only the inscription with the floor is speaking");
    require(!has_the_floor || meeting.statement->silence || can_speak(*delegation),
            "an absent delegation does not speak");
    const bool is_interrupted =
        meeting.interrupted && meeting.interrupted->inscription == inscription.id;
    require((inscription.status == InscriptionStatus::interrupted) == is_interrupted,
            "only the interrupted inscription gets the floor back");
    switch (inscription.status) {
        case InscriptionStatus::waiting:
        case InscriptionStatus::declined:
            require(!has_spoken && !had_silence && inscription.added == zero,
                    "a waiting inscription has not spoken");
            break;
        case InscriptionStatus::empty_chair:
        case InscriptionStatus::speaking:
            break;
        case InscriptionStatus::interrupted:
        case InscriptionStatus::spoken:
            require(has_spoken, "an inscription that was heard had a turn");
            break;
    }
}

void check_turns(const Meeting& meeting, const Room& room) {
    const std::size_t turns = meeting.turns.size() + (meeting.statement ? 1 : 0);
    require(turns <= limits::turns_a_meeting, "turns are bounded");
    require(turns == 0 || meeting.opened_at.has_value(), "no turn is before the opening");

    Instant free_since = meeting.opened_at.value_or(room.latest);
    StatementId last;
    for (const Turn& turn : meeting.turns) {
        require(find(meeting, turn.inscription) != nullptr, "a turn belongs to an inscription");
        require(turn.statement > last, "statements are numbered in their order");
        require(turn.from >= free_since && turn.to >= turn.from, "turns follow one another");
        require(turn.spoken >= zero && turn.spoken <= turn.to - turn.from,
                "the spoken time is within the turn");
        free_since = turn.to;
        last = turn.statement;
    }
    require(free_since <= meeting.closed_at.value_or(room.latest), "no turn ends later than now");
    require(last.value <= room.revision.value, "the floor was given by an act");
    if (!meeting.statement) return;
    require(meeting.statement->id > last, "statements are numbered in their order");
    require(meeting.statement->given_at >= free_since, "the floor is given when it is free");
}

void check_statement(const Meeting& meeting, const Room& room) {
    const Statement& statement = *meeting.statement;
    const Timer& timer = statement.timer;
    require(is_open_or_suspended(meeting), "statements are made in an open meeting");
    require(statement.id.value <= room.revision.value, "the floor was given by an act");

    const Inscription* inscription = find(meeting, statement.inscription);
    require(inscription != nullptr, "the speaker is on the list");
    if (!statement.silence) {
        require(timer.allotted == inscription->allotted + inscription->added,
                "a timer counts the time of its inscription");
        require(timer.elapsed_before >= inscription->spoken,
                "a timer continues from the turns before");
    }
    require(statement.given_at <= room.latest, "the floor was given by now");
    if (timer.running_since) {
        require(*timer.running_since >= statement.given_at && *timer.running_since <= room.latest,
                "a timer runs since its turn began");
    }
    const Duration before = statement.silence ? zero : inscription->spoken;
    require(elapsed(timer, room.latest) - before <= room.latest - statement.given_at,
            "the spoken time is within the turn");
    require(meeting.course == Course::open || !timer.running_since,
            "no timer runs while the meeting is suspended");
    require(meeting.course == Course::suspended || !statement.paused_by_suspension,
            "only a suspended meeting has a statement paused by it");
}

void check_course(const Meeting& meeting, const Room& room) {
    require(meeting.starts_at >= limits::earliest && meeting.ends_at <= limits::latest &&
                meeting.starts_at < meeting.ends_at,
            "a meeting starts before it ends");
    require(!meeting.hard_stop || limits::is_a_date(*meeting.hard_stop), "a hard stop has a date");
    const Duration reserve = meeting.reserve.value_or(zero);
    require(reserve >= zero && reserve <= limits::meeting_longest,
            "the reserve is within its limits");
    const Course course = meeting.course;
    require(meeting.opened_at.has_value() == (course != Course::planned),
            "a meeting has an opening once it is open");
    require(meeting.suspended_at.has_value() == (course == Course::suspended),
            "a meeting has a suspension while it is suspended");
    require(!meeting.resumes_at ||
                (course == Course::suspended && limits::is_a_date(*meeting.resumes_at)),
            "only a suspended meeting is to resume");
    require(meeting.closed_at.has_value() == (course == Course::closed),
            "a meeting has a closing once it is closed");
    if (!meeting.opened_at) return;
    // Once it is closed, the clock may have been set back.
    const Instant until = meeting.closed_at.value_or(room.latest);
    require(*meeting.opened_at <= until, "a meeting is closed after its opening");
    require(*meeting.opened_at <= meeting.suspended_at.value_or(until) &&
                meeting.suspended_at.value_or(until) <= until,
            "a meeting is suspended after its opening");
}

void check_meeting(const Meeting& meeting, const Room& room) {
    check_course(meeting, room);
    check_plates(meeting);
    check_roll(meeting);
    check_requests(meeting);
    check_phones(meeting);
    require(meeting.list.size() <= limits::inscriptions_a_meeting, "the list is bounded");
    require(all_different(meeting.list, id_of_it), "no two inscriptions share an id");
    check_turns(meeting, room);
    for (const Inscription& inscription : meeting.list) check_inscription(meeting, inscription);
    if (meeting.statement) check_statement(meeting, room);
    require(!meeting.interrupted || (find(meeting, meeting.interrupted->inscription) != nullptr &&
                                     (point_of_order(meeting) != nullptr)),
            "only a point of order interrupts");
}

/// A meeting that the last act did not touch was checked after earlier acts.
bool is_checked(const Room& room, std::size_t index) {
    if (room.memory.empty()) return false;
    const std::vector<Shared<Meeting>>& before = room.memory.back().before.meetings;
    return index < before.size() && before[index].is(room.proceedings.meetings[index]);
}

void check_meetings(const Room& room) {
    const Proceedings& proceedings = room.proceedings;
    require(proceedings.meetings.size() <= limits::meetings_a_room, "meetings are bounded");
    require(all_different(
                proceedings.meetings,
                [](const Shared<Meeting>& one) -> const auto& { return one->id; }),
            "no two meetings share an id");
    require(proceedings.current.has_value() != proceedings.meetings.empty(),
            "a room with meetings has a current one");
    require(!proceedings.current || current_meeting(room) != nullptr,
            "the current meeting is one of the room's");
    for (std::size_t i = 0; i < proceedings.meetings.size(); ++i) {
        const Meeting& meeting = *proceedings.meetings[i];
        require(!is_open_or_suspended(meeting) || proceedings.current == meeting.id,
                "no meeting but the current one is open");
        if (!is_checked(room, i)) check_meeting(meeting, room);
    }
}

void check_names(const Room& room) {
    const Meeting* meeting = nullptr;
    for (const auto& [plate, name] : *room.names) {
        // The names of one meeting are adjacent.
        if (meeting == nullptr || meeting->id != plate.first) meeting = find(room, plate.first);
        require(meeting != nullptr && find(*meeting, plate.second) != nullptr,
                "a name belongs to a plate");
        require(!name.empty(), "a name is not empty");
        require(!room.withheld.contains(plate), "a withheld name is not shown");
    }
}

void check_hidden_names(const Room& room) {
    for (const auto& [plate, name] : *room.hidden_names) {
        const auto standing = room.withheld.find(plate);
        require(standing != room.withheld.end() && standing->second != NameStanding::erased,
                "a hidden name is withheld, and not erased");
    }
}

void check_memory(const Room& room) {
    const auto& memory = room.memory;
    require(memory.size() <= limits::remembered_acts, "the memory is bounded");
    if (memory.empty()) return;
    const RememberedAct& last = memory.back();
    require(last.revision <= room.revision, "no remembered act is later than the room");
    require(memory.size() == 1 || memory[memory.size() - 2].revision < last.revision,
            "acts are remembered in their order");
}

void check_unfounded(const Room& room) {
    require(room.proceedings == Proceedings{} && room.names->empty() && room.memory.empty() &&
                room.name.empty(),
            "a room is empty before its founding");
}

}  // namespace

void report_broken(const char* rule) {
    throw InvariantBroken(std::string{"Broken invariant: "} + rule + '.');
}

void check_invariants(const Room& room) {
    if (!is_founded(room)) {
        check_unfounded(room);
        return;
    }
    require(room.latest >= limits::earliest && room.latest <= limits::latest,
            "the last act has a date");
    check_meetings(room);
    check_names(room);
    check_hidden_names(room);
    require(room.controls == Role::chair || room.controls == Role::secretariat,
            "the controls are the chair's or the secretariat's");
    require(room.signals.size() <= limits::signals_at_once, "signals are bounded");
    if (const auto& notice = room.proceedings.notice) {
        require(!notice->text.empty(), "a notice has a text");
        require(notice->id.value <= room.revision.value, "a notice was shown by an act");
    }
    check_memory(room);
}

}  // namespace rostrum
