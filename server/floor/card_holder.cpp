#include "floor/card_holder.hpp"

#include <cstdint>

#include "floor/meeting.hpp"
#include "floor/programme.hpp"

namespace rostrum {

DelegationId organisation_id(std::string_view name) {
    // FNV-1a.
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    std::string id = "organisation-";
    for (int shift = 60; shift >= 0; shift -= 4) id += "0123456789abcdef"[hash >> shift & 0xFU];
    return DelegationId{id};
}

DelegationId delegation_of(const CardHolder& holder, const Meeting& meeting) {
    if (!holder.delegation.empty()) return holder.delegation;
    if (holder.state_code.empty()) return organisation_id(holder.name);
    if (holder.state_code == meeting.state.code) return DelegationId{sur_id()};
    return mission_id(holder.state_code);
}

bool holds(const CardHolder& holder, const Meeting& meeting, const DelegationId& delegation) {
    return delegation == delegation_of(holder, meeting) &&
           (holder.delegation.empty() || holder.meeting == meeting.id);
}

}  // namespace rostrum
