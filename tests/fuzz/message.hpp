#pragma once

#include <string_view>
#include <variant>

#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "room.hpp"
#include "wire/live.hpp"
#include "wire/log_encoding.hpp"

/// One message of a live connection, in either encoding.
namespace rostrum::fuzz {

inline void refuse(wire::Encoding encoding, const wire::Malformed& malformed) {
    expect(!malformed.reason.empty(), "what is malformed is told why");
    const Refusal refusal{RefusalCode::malformed, malformed.reason};
    expect(!wire::write_refused(encoding, malformed.command, refusal).empty(),
           "a refusal can be told");
}

/// Does what was sent in an open room, as whoever may do most there, and tells it.
inline void do_it(const wire::SentCommand& sent) {
    static const Room before = open_room();
    Room room = before;
    const auto act = act_of(room, {Role::secretariat, "Laptop"}, sent.command, before.latest);
    if (!act) return;
    for (const Event& event : act->events)
        expect(wire::read_event(wire::write_event(event)) == event,
               "an event comes back from the log as it was");
    tell_somebody(room);
}

inline void receive(wire::Encoding encoding, std::string_view bytes) {
    const auto read = wire::read_client_message(encoding, bytes);
    if (const auto* malformed = std::get_if<wire::Malformed>(&read))
        return refuse(encoding, *malformed);
    const auto& message = std::get<wire::ClientMessage>(read);
    if (const auto* sent = std::get_if<wire::SentCommand>(&message)) {
        do_it(*sent);
        expect(!wire::write_accepted(encoding, sent->id, Revision{3}).empty(),
               "a command can be answered");
    } else if (const auto* time = std::get_if<wire::TimeSync>(&message)) {
        expect(!wire::write_time_sync_reply(encoding, time->client_ms, 0).empty(),
               "a time can be answered");
    } else {
        expect(!text_fault(std::get<wire::Hello>(message).device, limits::device_length),
               "a device's name can be shown");
    }
}

}  // namespace rostrum::fuzz
