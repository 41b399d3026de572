#pragma once

#include <string_view>
#include <variant>

#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "room.hpp"
#include "wire/live.hpp"
#include "wire/log_encoding.hpp"

/// A message of a live connection, in either encoding.
namespace rostrum::fuzz {

inline void refuse(wire::Encoding encoding, const wire::Malformed& malformed) {
    expect(!malformed.reason.empty(), "a malformed message is refused with a reason");
    const Refusal refusal{RefusalCode::malformed, malformed.reason};
    expect(!wire::write_refused(encoding, malformed.command, refusal).empty(),
           "a refusal can be written");
}

/// Executes a command in an open room, as the role with the most permissions, and writes the
/// change.
inline void execute(const wire::SentCommand& sent) {
    static const Room before = open_room();
    Room room = before;
    const auto act = act_of(room, {Role::secretariat, "Laptop"}, sent.command, before.latest);
    if (!act) return;
    for (const Event& event : act->events)
        expect(wire::read_event(wire::write_event(event)) == event,
               "an event is read back from the log unchanged");
    write_for_a_screen(room);
}

inline void receive(wire::Encoding encoding, std::string_view bytes) {
    const auto read = wire::read_client_message(encoding, bytes);
    if (const auto* malformed = std::get_if<wire::Malformed>(&read))
        return refuse(encoding, *malformed);
    const auto& message = std::get<wire::ClientMessage>(read);
    if (const auto* sent = std::get_if<wire::SentCommand>(&message)) {
        execute(*sent);
        expect(!wire::write_accepted(encoding, sent->id, Revision{3}).empty(),
               "the answer to a command can be written");
    } else if (const auto* time = std::get_if<wire::TimeSync>(&message)) {
        expect(!wire::write_time_sync_reply(encoding, time->client_ms, 0).empty(),
               "the answer to a TimeSync can be written");
    } else if (const auto* hello = std::get_if<wire::Hello>(&message)) {
        expect(!text_fault("A device's name", hello->device, limits::device_length),
               "a device's name can be shown");
    }
}

}  // namespace rostrum::fuzz
