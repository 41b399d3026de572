#include "net/phones.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include <openssl/evp.h>

#include "floor/limits.hpp"
#include "net/address.hpp"
#include "net/device_name.hpp"

namespace rostrum::net {
namespace {

/// Addresses counted in a meeting; the phones of all others count as one address's.
constexpr std::size_t addresses_a_meeting = 10'000;

/// 64 bits of SHA-256: too many to find another secret with the same name. Hashed with the id of
/// the log, so that the name says nothing in another installation.
std::string phone_name(const std::string& secret, std::string_view log_id) {
    const std::string text = std::string{log_id} + '\n' + secret;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    std::string name = "phone-";
    for (std::size_t i = 0; i < 8; ++i) {
        name += "0123456789abcdef"[digest[i] >> 4U];
        name += "0123456789abcdef"[digest[i] & 0xFU];
    }
    return name;
}

std::string card_name(const CardHolder& holder) {
    if (!holder.delegation.empty()) return "card-" + holder.delegation.value;
    return "card-" +
           (holder.state_code.empty() ? organisation_id(holder.name).value : holder.state_code);
}

bool asks(const Command& command) {
    return std::holds_alternative<RequestFloor>(command) ||
           std::holds_alternative<EnterRoll>(command);
}

}  // namespace

Actor actor_of(const rooms::Grant& grant, std::string_view reported, std::string_view log_id) {
    Actor actor{.role = grant.role, .device = device_name(reported), .holder = grant.holder};
    if (grant.role != Role::delegation) return actor;
    if (grant.holder)
        actor.device = card_name(*grant.holder);
    else if (!actor.device.empty())
        actor.device = phone_name(actor.device, log_id);
    return actor;
}

std::variant<Phones::Pending, Refusal> Phones::place(Actor& actor, const Command& command,
                                                     const Room& room, std::string_view address) {
    const Meeting* meeting = current_meeting(room);
    if (actor.role != Role::delegation || actor.holder || actor.device.empty() ||
        meeting == nullptr || !asks(command))
        return Pending{};
    const std::size_t most = room.asking.phones_an_address;
    actor.crowded = false;
    if (most == 0) return Pending{};

    OfMeeting& known = rooms_[room.id];
    if (known.meeting != meeting->id) known = {meeting->id, {}};
    const auto does_not_ask = [&](const Sender& one) {
        const Phone* phone = find_phone(*meeting, one.device);
        return one.pending.expired() &&
               (phone == nullptr || phone->standing == PhoneStanding::shut_out);
    };
    std::string network = network_of(std::string{address});
    if (known.networks.size() >= addresses_a_meeting && !known.networks.contains(network)) {
        std::erase_if(known.networks, [&](const auto& one) {
            return std::all_of(one.second.begin(), one.second.end(), does_not_ask);
        });
        if (known.networks.size() >= addresses_a_meeting) network.clear();
    }
    std::vector<Sender>& senders = known.networks[network];
    std::erase_if(senders, does_not_ask);
    auto found = std::find_if(senders.begin(), senders.end(),
                              [&](const Sender& one) { return one.device == actor.device; });
    const auto place = static_cast<std::size_t>(found - senders.begin());
    if (place >= 2 * most && find_phone(*meeting, actor.device) == nullptr) {
        return Refusal{RefusalCode::too_many_phones,
                       "Too many phones ask from this network address: ask through the podium."};
    }
    actor.crowded = place >= most;
    if (found == senders.end()) {
        if (place >= 2 * most) return Pending{};
        found = senders.insert(found, Sender{actor.device, {}});
    }
    Pending pending = found->pending.lock();
    if (pending == nullptr) pending = std::make_shared<char>();
    found->pending = pending;
    return pending;
}

}  // namespace rostrum::net
