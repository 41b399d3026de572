#include "wire/http.hpp"

#include <map>

#include "floor/room_programme.hpp"
#include "floor/text.hpp"
#include "rostrum/v1/http.pb.h"
#include "rostrum/v1/live.pb.h"
#include "rostrum/v1/programme.pb.h"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/write_programme.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire {

namespace {

struct FitOfRoom {
    Revision revision;
    Fit fit;
};

struct OrderOfList {
    Revision revision;
    BalancedBy by{};
    ProposedOrder order;
};

void write_lobby_room(const Room& room, Instant now, v1::LobbyRoom& out) {
    write_agenda(room, *out.mutable_agenda());
    for (const ExpectedMeeting& meeting : expected_meetings(room, now))
        FieldWriter{*out.add_expected()}.write(meeting);
}

void write_notes(const Room& room, v1::RoomProgramme& programme) {
    for (const Shared<Meeting>& meeting : room.proceedings.meetings)
        for (const Delegation& plate : meeting->delegations) {
            if (plate.note.empty()) continue;
            v1::PlateNote& note = *programme.add_notes();
            note.set_meeting_id(meeting->id.value);
            note.set_delegation_id(plate.id.value);
            note.set_note(plate.note);
        }
}

/// Of closed meetings, what plan_of() leaves out.
void write_facts(const Room& room, v1::RoomProgramme& programme) {
    for (const Shared<Meeting>& meeting : room.proceedings.meetings) {
        if (meeting->course != Course::closed) continue;
        for (const Delegation& plate : meeting->delegations) {
            if (plate.kind != DelegationKind::state_under_review && !plate.reader) continue;
            v1::PlateFacts& facts = *programme.add_facts();
            facts.set_meeting_id(meeting->id.value);
            facts.set_delegation_id(plate.id.value);
            facts.set_standing(to_proto(plate.standing));
            facts.set_absence_reason(plate.absence_reason);
            facts.set_represented_by(to_proto(plate.represented_by));
            if (plate.reader) facts.set_reader_delegation_id(plate.reader->value);
        }
    }
}

/// Without the names: only which are the same.
void write_hidden_names(const Room& room, v1::RoomProgramme& programme) {
    std::map<std::string, std::uint32_t> persons;
    for (const auto& [plate, standing] : room.withheld) {
        const Meeting* meeting = find(room, plate.first);
        if (meeting == nullptr || find(*meeting, plate.second) == nullptr) continue;
        v1::HiddenName& hidden = *programme.add_hidden_names();
        hidden.set_meeting_id(plate.first.value);
        hidden.set_delegation_id(plate.second.value);
        hidden.set_erased(standing == NameStanding::erased);
        const auto name = room.hidden_names->find(plate);
        if (name == room.hidden_names->end()) continue;
        const auto next = static_cast<std::uint32_t>(persons.size() + 1);
        hidden.set_person(persons.emplace(comparable(name->second), next).first->second);
    }
}

}  // namespace

std::string lobby_json(std::span<const Room* const> rooms, double server_unix_ms) {
    const Instant now = instant_from_unix_ms(static_cast<std::int64_t>(server_unix_ms));
    v1::Lobby lobby;
    for (const Room* room : rooms) write_lobby_room(*room, now, *lobby.add_rooms());
    lobby.set_server_unix_ms(server_unix_ms);
    return write_json(lobby);
}

std::string snapshot_json(const Room& room, Role role, std::string_view log_id,
                          double server_unix_ms) {
    v1::Snapshot snapshot;
    snapshot.set_revision(room.revision.value);
    snapshot.set_log_id(log_id.data(), log_id.size());
    snapshot.set_server_unix_ms(server_unix_ms);
    write_room(room, view_of(role), *snapshot.mutable_room());
    return write_json(snapshot);
}

std::string room_programme_json(const Room& room) {
    v1::RoomProgramme programme;
    programme.set_programme_revision(room.programme_revision.value);
    write_room(plan_of(room), *programme.mutable_room());
    write_hidden_names(room, programme);
    write_notes(room, programme);
    write_facts(room, programme);
    return write_json(programme);
}

std::string fit_json(Revision revision, const Fit& fit) {
    v1::Fit out;
    FieldWriter{out}.write(FitOfRoom{revision, fit});
    return write_json(out);
}

std::string list_order_json(Revision revision, BalancedBy by, const ProposedOrder& order) {
    v1::ListOrder out;
    FieldWriter{out}.write(OrderOfList{revision, by, order});
    return write_json(out);
}

std::string request_link_json(std::string_view url) {
    v1::RequestLink link;
    link.set_url(url.data(), url.size());
    return write_json(link);
}

std::string accepted_json(const CommandId& id, Revision revision) {
    v1::Accepted accepted;
    accepted.set_id(id.value);
    accepted.set_revision(revision.value);
    return write_json(accepted);
}

std::string refusal_code_name(RefusalCode code) {
    return v1::RefusalCode_Name(to_proto(code));
}

std::string_view role_name(Role role) {
    switch (role) {
        case Role::chair:
            return "chair";
        case Role::secretariat:
            return "secretariat";
        case Role::display:
            return "display";
        case Role::speaker:
            return "speaker";
        case Role::observer:
            return "observer";
        case Role::delegation:
            return "delegation";
        case Role::interpreter:
            return "interpreter";
    }
    return "";
}

}  // namespace rostrum::wire
