#include "store/held_names.hpp"

#include <string_view>

#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

void drop(const Database& log, std::string_view hash) {
    log.prepare("DELETE FROM held_names WHERE payload_hash = ?").with(Blob{hash}).run();
}

}  // namespace

void hold_names(const Database& log, const std::vector<HeldName>& names) {
    Statement add = log.prepare(
        "INSERT OR IGNORE INTO held_names (payload_hash, payload, salt) VALUES (?, ?, ?)");
    for (const auto& [payload, salt] : names) {
        const std::string hash = payload_hash(salt, payload);
        add.with(Blob{hash}, Blob{payload}, Blob{salt}).run();
    }
}

std::vector<HeldName> held_names_of(const Database& log) {
    Statement row = log.prepare("SELECT payload, salt FROM held_names");
    std::vector<HeldName> names;
    while (row.next()) names.push_back({std::string(row.bytes(0)), std::string(row.bytes(1))});
    return names;
}

void drop_held_names(const Database& log, const ActRow& act) {
    static const int number = wire::event_number(SpeakerNamed{});
    for (const EventRow& event : act.events)
        if (event.number == number) drop(log, event.payload_hash);
}

std::size_t drop_held_names(const Database& log, const MeetingId& meeting,
                            const DelegationId& delegation) {
    std::size_t dropped = 0;
    for (const auto& [payload, salt] : held_names_of(log)) {
        const Event event = wire::read_event(payload);
        const auto* named = std::get_if<SpeakerNamed>(&event);
        if (named == nullptr || named->meeting != meeting || named->delegation != delegation)
            continue;
        drop(log, payload_hash(salt, payload));
        ++dropped;
    }
    return dropped;
}

}  // namespace rostrum::store
