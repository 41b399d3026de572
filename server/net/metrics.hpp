#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "floor/actor.hpp"
#include "floor/refusal.hpp"
#include "rooms/room_writer.hpp"

namespace rostrum::net {

/// The server's own counters. Holds no names, tokens or addresses.
struct Metrics {
    std::map<Role, std::uint64_t> connections;
    std::uint64_t sockets = 0;
    std::uint64_t commands_accepted = 0;
    std::map<RefusalCode, std::uint64_t> commands_refused;
    std::uint64_t frames_sent = 0;
    /// Changes that a screen was too slow to receive: it gets them later, merged.
    std::uint64_t lags = 0;
    std::uint64_t not_admitted = 0;
    std::uint64_t wrong_tokens_waiting = 0;
    std::uint64_t faults = 0;

    void count(const rooms::Answer& answer);
};

/// In Prometheus' text format. `published`: changes published to all rooms.
[[nodiscard]] std::string write_metrics(const Metrics& metrics, std::size_t rooms,
                                        std::uint64_t published, double uptime_seconds);

}  // namespace rostrum::net
