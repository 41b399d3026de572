#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::wire {

/// An event as stored in its row.
struct EventRow {
    std::int64_t number = 0;
    std::string payload;
    std::string salt;
    std::string payload_hash;
    /// A person's name was erased from the payload, together with the salt.
    bool erased = false;
};

/// An act as stored in its row and those of its events.
struct ActRow {
    std::string room;
    std::int64_t revision = 0;
    std::int64_t at_unix_ms = 0;
    std::int64_t role = 0;
    std::string device;
    std::string command_id;
    std::int64_t kind = 0;
    std::vector<EventRow> events;
    std::string chain;
};

/// The bytes by which servers exchange a row: proto/rostrum/v1/replica.proto.
[[nodiscard]] std::string write_act_row(const ActRow& row);
/// @throws DecodeError if they are not such bytes, or of a newer version.
[[nodiscard]] ActRow read_act_row(std::string_view bytes);

}  // namespace rostrum::wire
