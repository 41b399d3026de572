#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/command.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "rooms/ports.hpp"

/// Who a phone is, and how many ask from one network address.
namespace rostrum::net {

/// The sender of a command. A delegation's phone is known by a hash of the secret name that it
/// reports, a card by its holder; others by the name that they report.
[[nodiscard]] Actor actor_of(const rooms::Grant& grant, std::string_view reported,
                             std::string_view log_id);

/// The phones that have asked in the current meeting of each room, by their network address: an
/// IPv4 address, or the /64 prefix of an IPv6 address, since one phone can take any in it. Only in
/// memory: a network address is on no record.
class Phones {
public:
    /// Notes from where a phone without a card asks, and sets Actor::crowded. Refuses if as many
    /// wait for approval from its address as may ask without it.
    [[nodiscard]] std::optional<Refusal> place(Actor& actor, const Command& command,
                                               const Room& room, std::string_view address);

private:
    struct OfMeeting {
        MeetingId meeting;
        std::map<std::string, std::vector<std::string>> devices;
    };
    std::map<RoomId, OfMeeting> rooms_;
};

}  // namespace rostrum::net
