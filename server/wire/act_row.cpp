#include "wire/act_row.hpp"

#include "wire/act_message.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::wire {

v1::ReplicatedAct act_message(const ActRow& row) {
    v1::ReplicatedAct out;
    out.set_room(row.room);
    out.set_revision(row.revision);
    out.set_at_unix_ms(row.at_unix_ms);
    out.set_role(row.role);
    out.set_device(row.device);
    out.set_command_id(row.command_id);
    out.set_kind(row.kind);
    out.set_chain(row.chain);
    for (const EventRow& event : row.events) {
        v1::ReplicatedEvent& one = *out.add_events();
        one.set_number(event.number);
        one.set_payload(event.payload);
        one.set_salt(event.salt);
        one.set_payload_hash(event.payload_hash);
        one.set_erased(event.erased);
    }
    return out;
}

ActRow row_of(const v1::ReplicatedAct& in) {
    ActRow row{in.room(),   in.revision(),   in.at_unix_ms(), in.role(),
               in.device(), in.command_id(), in.kind(),       {},
               in.chain()};
    for (const v1::ReplicatedEvent& event : in.events())
        row.events.push_back(
            {event.number(), event.payload(), event.salt(), event.payload_hash(), event.erased()});
    return row;
}

std::string write_act_row(const ActRow& row) {
    return act_message(row).SerializeAsString();
}

ActRow read_act_row(std::string_view bytes) {
    v1::ReplicatedAct in;
    if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        throw DecodeError("Another server's act cannot be read.");
    return row_of(in);
}

}  // namespace rostrum::wire
