#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "floor/act.hpp"
#include "wire/act_row.hpp"

namespace rostrum::store {

using wire::ActRow;
using wire::EventRow;

[[nodiscard]] inline Revision revision_of(const ActRow& row) {
    return Revision{static_cast<std::uint64_t>(row.revision)};
}

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
