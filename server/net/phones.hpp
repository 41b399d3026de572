#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
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

/// The phones that ask in the current meeting of each room, by their network address: an IPv4
/// address, or the /64 prefix of an IPv6 address, since one phone can take any in it. One that was
/// refused or shut out does not count. Only in memory: a network address is on no record.
class Phones {
public:
    /// A command that awaits its answer: until then, its phone counts. Null if it need not.
    using Pending = std::shared_ptr<const void>;
    /// Notes from where a phone without a card asks, and sets Actor::crowded. Refuses if as many
    /// wait for approval from its address as may ask without it.
    [[nodiscard]] std::variant<Pending, Refusal> place(Actor& actor, const Command& command,
                                                       const Room& room, std::string_view address);

private:
    struct Sender {
        std::string device;
        std::weak_ptr<const void> pending;
    };
    struct OfMeeting {
        MeetingId meeting;
        std::map<std::string, std::vector<Sender>> networks;
    };
    std::map<RoomId, OfMeeting> rooms_;
};

}  // namespace rostrum::net
