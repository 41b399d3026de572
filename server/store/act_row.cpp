#include "store/act_row.hpp"

#include <algorithm>

#include "store/sha256.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

// Numbers are eight bytes, little-endian; texts are preceded by their length, so that no two acts
// have the same bytes.
void write(std::string& bytes, std::int64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> shift));
}

void write(std::string& bytes, std::string_view text) {
    write(bytes, static_cast<std::int64_t>(text.size()));
    bytes.append(text);
}

bool is_sound(const EventRow& event) {
    if (!event.erased) return payload_hash(event.salt, event.payload) == event.payload_hash;
    // Only a name may be erased. Any other event with this mark is a forgery.
    const Event read = wire::read_event(event.payload);
    const auto* named = std::get_if<SpeakerNamed>(&read);
    return named != nullptr && named->name.empty() && event.salt.empty() &&
           event.number == wire::event_number(read);
}

}  // namespace

std::string payload_hash(std::string_view salt, std::string_view payload) {
    std::string salted;
    write(salted, salt);
    salted.append(payload);
    return sha256(salted);
}

std::string chain_start() {
    std::string start(32, '\0');
    return start;
}

std::string chain_link(std::string_view previous, const ActRow& act) {
    std::string bytes(previous);
    write(bytes, act.room);
    write(bytes, act.revision);
    write(bytes, act.at_unix_ms);
    write(bytes, act.role);
    write(bytes, act.device);
    write(bytes, act.command_id);
    write(bytes, act.kind);
    write(bytes, static_cast<std::int64_t>(act.events.size()));
    for (const EventRow& event : act.events) {
        write(bytes, event.number);
        write(bytes, event.payload_hash);
    }
    return sha256(bytes);
}

Act read_act(const ActRow& record) {
    Act act;
    act.revision = revision_of(record);
    act.at = instant_from_unix_ms(record.at_unix_ms);
    act.actor = {wire::role_from_number(static_cast<int>(record.role)), record.device};
    act.command = CommandId{record.command_id};
    act.kind = wire::command_kind_from_number(static_cast<int>(record.kind));
    for (const EventRow& event : record.events)
        act.events.push_back(wire::read_event(event.payload));
    return act;
}

bool is_linked(const ActRow& record, std::string_view previous_chain) {
    return chain_link(previous_chain, record) == record.chain;
}

bool has_sound_payloads(const ActRow& record) {
    return std::all_of(record.events.begin(), record.events.end(), is_sound);
}

}  // namespace rostrum::store
