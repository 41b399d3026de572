#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "floor/actor.hpp"

namespace rostrum::net {

/// All bounds of the connections. docs/protocol.md repeats them for people. Only tests change the
/// times.
struct Limits {
    using Time = std::chrono::milliseconds;

    /// In all; fewer if the process may not open that many descriptors.
    std::size_t connections = 19'000;
    /// From one address. A whole building behind one NAT address must fit.
    std::size_t connections_an_address = 1'000;

    /// Of the server, archived ones included; the page makes no more.
    std::size_t rooms = 100;

    /// Of connections that came by a link; the screen registry bounds paired screens.
    std::size_t connections_listed = 1'000;

    /// Kinds of screens in one RoomScreens: beyond it, what each shows is left out.
    static constexpr std::size_t alike_screens = 100;

    /// Wrong tokens a minute from one address; further ones are each answered after
    /// `wrong_token_wait`.
    std::size_t wrong_tokens_a_minute = 20;
    Time wrong_token_wait = std::chrono::seconds{10};
    /// Addresses counted separately; all others count as one.
    std::size_t guessers = 10'000;

    /// Places of an address, and of all, that only chair and secretariat may take: at most this
    /// many, and at most an eighth.
    std::size_t connections_of_podium = 64;
    [[nodiscard]] std::size_t crowd_of(std::size_t places) const {
        return places - std::min(connections_of_podium, places / 8);
    }

    /// Bytes.
    std::size_t request_header = 8UL * 1024;
    /// Of a message, or of the body of a request: more than any act of most roles needs. The chair
    /// sets the times of a whole list at once; the secretariat plans meetings.
    std::size_t message = 8UL * 1024;
    std::size_t message_of_chair = 16UL * 1024;
    std::size_t message_of_secretariat = 64UL * 1024;
    [[nodiscard]] std::size_t message_of(Role role) const {
        if (role == Role::secretariat) return message_of_secretariat;
        return role == Role::chair ? message_of_chair : message;
    }
    /// Of a programme that the secretariat uploads, as a file or as a command over HTTP.
    std::size_t upload = 4UL * 1024 * 1024;

    /// Requests and messages of one connection: a burst, then this many a second. Beyond that, the
    /// server stops reading from it for a moment, so nothing is lost. A long one counts once more
    /// for each of these bytes that it has.
    std::size_t bytes_a_message = 1024;
    std::size_t messages_at_once = 100;
    std::size_t messages_a_second = 50;
    [[nodiscard]] std::chrono::nanoseconds each_message() const {
        return std::chrono::nanoseconds{std::chrono::seconds{1}} / messages_a_second;
    }

    /// Commands of one connection that await their answer. Beyond that, the server stops reading
    /// from it.
    std::size_t answers_owed = 32;
    /// A slow client has one change queued; later changes are merged into the next one. Each of its
    /// own commands may queue one more, up to this many bytes.
    std::size_t waiting_bytes = 256UL * 1024;
    /// The kernel's send buffer: small, so that merging begins early.
    int kernel_send_buffer = 64 * 1024;

    /// From the connection's start, or from the first byte of a later request.
    Time request = std::chrono::seconds{10};
    Time idle_between_requests = std::chrono::seconds{30};
    Time hello = std::chrono::seconds{10};
    /// The server pings a client that has been silent this long, and drops it after `dead_after`.
    /// With `check_timeouts_every` added, it notices a dead peer within 15 s.
    Time ping_after = std::chrono::seconds{6};
    Time dead_after = std::chrono::seconds{13};
    /// The server drops a client that accepts no bytes for this long.
    Time stuck = std::chrono::seconds{15};
    /// For the closing handshake, and for all clients together when the server stops.
    Time closing = std::chrono::seconds{2};
    /// How often the times above are checked.
    Time check_timeouts_every = std::chrono::seconds{1};
};

}  // namespace rostrum::net
