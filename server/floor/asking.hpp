#pragma once

#include <cstdint>
#include <string>

#include "floor/ids.hpp"
#include "floor/instant.hpp"

/// Who may ask for the floor, and the phones that do.
namespace rostrum {

/// By the code on the display, which opens one link for everybody; or by a card for each
/// delegation.
enum class AskingBy { code, card };

/// How delegations ask for the floor in a room.
struct Asking {
    AskingBy by = AskingBy::code;
    /// Without a card only questions can be asked for: no right of reply, no point of order.
    bool questions_only = false;
    /// Phones of one network address that ask without the podium's approval; 0: any number.
    std::uint32_t phones_an_address = 3;
    friend bool operator==(const Asking&, const Asking&) = default;
};

enum class PhoneStanding {
    admitted,
    /// For the podium's approval: another phone asks for the delegation already, or many ask from
    /// its address.
    waiting,
    /// For the rest of the meeting.
    shut_out,
};

/// A phone that has asked in a meeting. A card counts as one phone, on however many it is used.
struct Phone {
    std::string device;
    /// The one delegation that it asks for.
    DelegationId delegation;
    PhoneStanding standing = PhoneStanding::admitted;
    /// How often it took another delegation.
    std::uint32_t changes = 0;
    /// It put its delegation on the roll.
    bool entered = false;
    /// Each of its acts takes limits::ask_pace: until then they are paid for.
    Instant busy_until = {};
    friend bool operator==(const Phone&, const Phone&) = default;
};

}  // namespace rostrum
