#pragma once

#include <chrono>
#include <cstddef>

namespace rostrum::net {

/// Every bound of the connections, in one place. docs/protocol.md repeats them for people.
/// Tests shorten the times; nothing else has a reason to.
struct Limits {
    using Time = std::chrono::milliseconds;

    /// In all; fewer where the process may not open so many descriptors.
    std::size_t connections = 19'000;
    /// From one address. A house behind one translated address must fit.
    std::size_t connections_an_address = 1'000;

    /// Of those that came by a link; paired screens are bounded where they are kept.
    std::size_t connections_listed = 1'000;

    /// Tokens that open nothing, from one address; beyond, each is answered after
    /// `wrong_token_wait`.
    std::size_t wrong_tokens_a_minute = 20;
    Time wrong_token_wait = std::chrono::seconds{10};
    /// Addresses of which that is counted; all others count as one.
    std::size_t guessers = 10'000;

    /// Bytes.
    std::size_t message = 16UL * 1024;
    std::size_t request_header = 8UL * 1024;
    std::size_t request_body = 64UL * 1024;
    /// A programme file that the secretariat brings in.
    std::size_t upload = 4UL * 1024 * 1024;

    /// Of one connection, requests and messages: so many at once, and so many a second from then
    /// on. Beyond, reading pauses, so that nothing is lost.
    std::size_t messages_at_once = 100;
    std::size_t messages_a_second = 50;
    [[nodiscard]] std::chrono::nanoseconds each_message() const {
        return std::chrono::nanoseconds{std::chrono::seconds{1}} / messages_a_second;
    }

    /// Of one connection, from arriving until the answer has left. Beyond, reading pauses.
    std::size_t answers_owed = 32;
    /// For a slow client one change waits, and what comes meanwhile is merged into the next one.
    /// Beside that, each of its own commands may let one wait, up to so many bytes.
    std::size_t waiting_bytes = 256UL * 1024;
    /// What the kernel may hold beside that: little, so that merging begins early.
    int kernel_send_buffer = 64 * 1024;

    /// From connecting, or from its first byte on a connection that is used again.
    Time request = std::chrono::seconds{10};
    Time idle_between_requests = std::chrono::seconds{30};
    Time hello = std::chrono::seconds{10};
    /// A client that was not heard for so long is pinged, and given up after `silence`. With
    /// `look_every` added, a dead peer is noticed within 15 s.
    Time ping_after = std::chrono::seconds{6};
    Time silence = std::chrono::seconds{13};
    /// A client to which nothing could be written for so long is given up.
    Time stuck = std::chrono::seconds{15};
    /// For last words, and for all clients together when the server stops.
    Time closing = std::chrono::seconds{2};
    /// How often the times above are looked at.
    Time look_every = std::chrono::seconds{1};
};

}  // namespace rostrum::net
