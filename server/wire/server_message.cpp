#include "rostrum/v1/live.pb.h"
#include "wire/json/write_json.hpp"
#include "wire/live.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire {

namespace {

std::string encode(Encoding encoding, const v1::ServerMessage& message) {
    switch (encoding) {
        case Encoding::protobuf:
            return message.SerializeAsString();
        case Encoding::json:
            return write_json(message);
    }
    return {};
}

v1::Goodbye::Reason to_proto(GoodbyeReason reason) {
    switch (reason) {
        case GoodbyeReason::stopping:
            return v1::Goodbye::REASON_STOPPING;
        case GoodbyeReason::lagging:
            return v1::Goodbye::REASON_LAGGING;
        case GoodbyeReason::assigned:
            return v1::Goodbye::REASON_ASSIGNED;
        case GoodbyeReason::revoked:
            return v1::Goodbye::REASON_REVOKED;
    }
    return v1::Goodbye::REASON_UNSPECIFIED;
}

}  // namespace

std::string write_welcome(Encoding encoding, const Welcome& welcome, const Room& room) {
    v1::ServerMessage message;
    v1::Welcome& out = *message.mutable_welcome();
    out.set_role(to_proto(welcome.role));
    out.set_log_id(welcome.log_id.data(), welcome.log_id.size());
    out.set_revision(room.revision.value);
    out.set_server_unix_ms(welcome.server_unix_ms);
    out.set_server_version(welcome.server_version.data(), welcome.server_version.size());
    if (!welcome.room_is_held)
        write_room(room, view_of(welcome.role), Sections::all(), *out.mutable_room());
    return encode(encoding, message);
}

std::string write_changed(Encoding encoding, View view, Revision previous, const Room& room,
                          Sections sections) {
    v1::ServerMessage message;
    v1::Changed& out = *message.mutable_changed();
    out.set_previous_revision(previous.value);
    out.set_revision(room.revision.value);
    write_room(room, view, sections, *out.mutable_sections());
    return encode(encoding, message);
}

std::string write_accepted(Encoding encoding, const CommandId& id, Revision revision) {
    v1::ServerMessage message;
    message.mutable_accepted()->set_id(id.value);
    message.mutable_accepted()->set_revision(revision.value);
    return encode(encoding, message);
}

std::string write_refused(Encoding encoding, const CommandId& id, const Refusal& refusal) {
    v1::ServerMessage message;
    message.mutable_refused()->set_id(id.value);
    message.mutable_refused()->set_code(to_proto(refusal.code));
    message.mutable_refused()->set_text(refusal.text);
    return encode(encoding, message);
}

std::string write_time_sync_reply(Encoding encoding, double client_ms, double server_unix_ms) {
    v1::ServerMessage message;
    message.mutable_time_sync_reply()->set_client_ms(client_ms);
    message.mutable_time_sync_reply()->set_server_unix_ms(server_unix_ms);
    return encode(encoding, message);
}

std::string write_goodbye(Encoding encoding, GoodbyeReason reason) {
    v1::ServerMessage message;
    message.mutable_goodbye()->set_reason(to_proto(reason));
    return encode(encoding, message);
}

std::string write_assigned(Encoding encoding, const Assigned& assigned) {
    v1::ServerMessage message;
    v1::Assigned& out = *message.mutable_assigned();
    out.set_name(assigned.name.data(), assigned.name.size());
    if (assigned.scene) out.set_scene(to_proto(*assigned.scene));
    if (const auto& elsewhere = assigned.elsewhere) {
        out.set_token(elsewhere->token.data(), elsewhere->token.size());
        out.set_room_id(elsewhere->room.value);
        out.set_role(to_proto(elsewhere->role));
    }
    return encode(encoding, message);
}

std::string write_identify(Encoding encoding, std::string_view name, Duration shown_for) {
    v1::ServerMessage message;
    message.mutable_identify()->set_name(name.data(), name.size());
    message.mutable_identify()->set_for_ms(shown_for.count());
    return encode(encoding, message);
}

}  // namespace rostrum::wire
