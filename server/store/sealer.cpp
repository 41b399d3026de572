#include "store/sealer.hpp"

#include <cstddef>
#include <utility>

#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

constexpr std::size_t salt_size = 16;
constexpr std::size_t salts_drawn_at_once = 64;

}  // namespace

std::string Sealer::draw_salt() {
    if (salts_.empty()) salts_ = random_bytes_(salts_drawn_at_once * salt_size);
    std::string salt = salts_.substr(salts_.size() - salt_size);
    salts_.resize(salts_.size() - salt_size);
    return salt;
}

std::vector<ActRow> Sealer::seal(const RoomId& room, std::span<const Act> acts, std::string chain) {
    std::vector<ActRow> rows;
    rows.reserve(acts.size());
    for (const Act& act : acts) {
        ActRow& row = rows.emplace_back();
        row.room = room.value;
        row.revision = static_cast<std::int64_t>(act.revision.value);
        row.at_unix_ms = unix_ms(act.at);
        row.role = wire::role_number(act.actor.role);
        row.device = act.actor.device;
        row.command_id = act.command.value;
        row.kind = wire::command_kind_number(act.kind);
        for (const Event& event : act.events) {
            std::string payload = wire::write_event(event);
            std::string salt = draw_salt();
            std::string hash = payload_hash(salt, payload);
            row.events.push_back({wire::event_number(event), std::move(payload), std::move(salt),
                                  std::move(hash), false});
        }
        row.chain = chain_link(chain, row);
        chain = row.chain;
    }
    return rows;
}

}  // namespace rostrum::store
