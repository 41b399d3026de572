#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "floor/act.hpp"

namespace rostrum::store {

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

/// The hash of a payload; without the salt it reveals nothing about it.
[[nodiscard]] std::string payload_hash(std::string_view salt, std::string_view payload);

/// The link before the first act of every room.
[[nodiscard]] std::string chain_start();

/// The link of an act: the hash of the previous link, the act, and the hashes of its payloads.
[[nodiscard]] std::string chain_link(std::string_view previous, const ActRow& act);

/// @throws wire::DecodeError
[[nodiscard]] Act read_act(const ActRow& record);

/// Whether this is the original record after the act with `previous_chain`.
[[nodiscard]] bool is_linked(const ActRow& record, std::string_view previous_chain);

/// Whether each payload matches its hash, or had its name erased.
/// @throws wire::DecodeError
[[nodiscard]] bool has_sound_payloads(const ActRow& record);

}  // namespace rostrum::store
