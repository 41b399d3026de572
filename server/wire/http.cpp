#include "wire/http.hpp"

#include "rostrum/v1/http.pb.h"
#include "rostrum/v1/live.pb.h"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire {

std::string lobby_json(std::span<const Room* const> rooms, double server_unix_ms) {
    v1::Lobby lobby;
    for (const Room* room : rooms) write_agenda(*room, *lobby.add_rooms()->mutable_agenda());
    lobby.set_server_unix_ms(server_unix_ms);
    return write_json(lobby);
}

std::string snapshot_json(const Room& room, Role role, std::string_view log_id,
                          double server_unix_ms) {
    v1::Snapshot snapshot;
    snapshot.set_revision(room.revision.value);
    snapshot.set_log_id(log_id.data(), log_id.size());
    snapshot.set_server_unix_ms(server_unix_ms);
    write_room(room, view_of(role), Sections::all(), *snapshot.mutable_room());
    return write_json(snapshot);
}

std::string access_json(const RoomId& room, Role role) {
    v1::Access access;
    access.set_room_id(room.value);
    access.set_role(to_proto(role));
    return write_json(access);
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
    }
    return "";
}

}  // namespace rostrum::wire
