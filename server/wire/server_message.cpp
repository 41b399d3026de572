#include <google/protobuf/unknown_field_set.h>

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

/// Adds a room, whose sections are already encoded, as a field of the one message in `message`.
std::string encode_with(const Sections& room, int field, google::protobuf::Message& carrier,
                        Encoding encoding, const v1::ServerMessage& message) {
    if (encoding == Encoding::protobuf) {
        auto* fields = carrier.GetReflection()->MutableUnknownFields(&carrier);
        std::string& bytes = *fields->AddLengthDelimited(field);
        for (const std::string_view section : room) bytes += section;
        return encode(encoding, message);
    }
    std::string json = encode(encoding, message);
    json.resize(json.size() - std::string_view{"}}"}.size());
    json += ",\"" + carrier.GetDescriptor()->FindFieldByNumber(field)->json_name() + "\":{";
    std::string_view comma;
    for (const std::string_view section : room) {
        if (section.empty()) continue;
        (json += comma) += section;
        comma = ",";
    }
    return json += "}}}";
}

v1::Goodbye::Reason reason_to_proto(GoodbyeReason reason) {
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

std::vector<std::string> write_sections(Encoding encoding, View view, const Room& room) {
    v1::Room written;
    write_room(room, view, written);
    const auto& type = *v1::Room::descriptor();
    const auto& fields = *v1::Room::GetReflection();
    std::vector<std::string> sections(static_cast<std::size_t>(type.field_count()));
    for (int i = 0; i < type.field_count(); ++i) {
        const auto* field = type.field(i);
        if (!fields.HasField(written, field)) continue;
        std::string& bytes = sections[static_cast<std::size_t>(i)];
        const auto& section = fields.GetMessage(written, field);
        if (encoding == Encoding::json) {
            bytes = '"' + field->json_name() + "\":" + write_json(section);
        } else {
            google::protobuf::UnknownFieldSet one;
            section.SerializeToString(one.AddLengthDelimited(field->number()));
            one.SerializeToString(&bytes);
        }
    }
    return sections;
}

std::string write_welcome(Encoding encoding, const Welcome& welcome) {
    v1::ServerMessage message;
    v1::Welcome& out = *message.mutable_welcome();
    out.set_role(to_proto(welcome.role));
    out.set_log_id(welcome.log_id.data(), welcome.log_id.size());
    out.set_revision(welcome.revision.value);
    out.set_server_unix_ms(welcome.server_unix_ms);
    out.set_server_version(welcome.server_version.data(), welcome.server_version.size());
    out.set_acts_hash(welcome.acts_hash);
    out.set_device(welcome.device.data(), welcome.device.size());
    if (welcome.holder) {
        v1::CardHolder& holder = *out.mutable_holder();
        FieldWriter{holder}.write(*welcome.holder);
        if (welcome.holder->state_code.empty() && welcome.holder->delegation.empty())
            holder.set_delegation_id(organisation_id(welcome.holder->name).value);
    }
    if (welcome.phone != nullptr) FieldWriter{*out.mutable_phone()}.write(*welcome.phone);
    if (welcome.servers != nullptr && !welcome.servers->empty())
        out.mutable_servers()->mutable_origins()->Assign(welcome.servers->begin(),
                                                         welcome.servers->end());
    if (welcome.room == nullptr) return encode(encoding, message);
    return encode_with(*welcome.room, v1::Welcome::kRoomFieldNumber, out, encoding, message);
}

std::string write_changed(Encoding encoding, Revision previous, Revision revision,
                          std::uint64_t acts_hash, const Sections& sections) {
    v1::ServerMessage message;
    v1::Changed& out = *message.mutable_changed();
    out.set_previous_revision(previous.value);
    out.set_revision(revision.value);
    out.set_acts_hash(acts_hash);
    return encode_with(sections, v1::Changed::kSectionsFieldNumber, out, encoding, message);
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
    message.mutable_refused()->set_text(refusal.text.english);
    message.mutable_refused()->set_reason(std::string{refusal.text.code});
    for (const auto& [name, value] : refusal.text.particulars) {
        v1::Particular& particular = *message.mutable_refused()->add_particulars();
        particular.set_name(std::string{name});
        particular.set_value(value);
    }
    if (refusal.again_at)
        message.mutable_refused()->set_again_at_unix_ms(unix_ms(*refusal.again_at));
    return encode(encoding, message);
}

std::string write_servers(Encoding encoding, const std::vector<std::string>& origins) {
    v1::ServerMessage message;
    message.mutable_servers()->mutable_origins()->Assign(origins.begin(), origins.end());
    return encode(encoding, message);
}

std::string write_phone(Encoding encoding, const Phone& phone) {
    v1::ServerMessage message;
    FieldWriter{*message.mutable_phone()}.write(phone);
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
    message.mutable_goodbye()->set_reason(reason_to_proto(reason));
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

std::string write_screens(Encoding encoding, const std::vector<AlikeScreens>& alike) {
    v1::ServerMessage message;
    v1::RoomScreens& screens = *message.mutable_room_screens();
    for (const AlikeScreens& some : alike) {
        v1::AlikeScreens& out = *screens.add_alike();
        out.set_role(to_proto(some.role));
        out.set_count(some.count);
        if (!some.shows) continue;
        v1::Shows& shows = *out.mutable_shows();
        shows.set_visible(some.shows->visible);
        if (some.shows->scene) shows.set_scene(to_proto(*some.shows->scene));
        if (some.shows->display) shows.set_display(to_proto(*some.shows->display));
        shows.set_delegation_id(some.shows->delegation);
        shows.set_signal_id(some.shows->signal);
        shows.set_notice_id(some.shows->notice);
    }
    return encode(encoding, message);
}

}  // namespace rostrum::wire
