#pragma once

#include <optional>
#include <string_view>

#include "wire/live.hpp"

namespace rostrum::net {

/// `rostrum.v1.protobuf` or `rostrum.v1.json`.
[[nodiscard]] std::string_view name_of(wire::Encoding encoding);

/// Returns the first known subprotocol that a client offers, in its order; nullopt if it offers
/// none.
/// @param offered the value of Sec-WebSocket-Protocol.
[[nodiscard]] std::optional<wire::Encoding> choose_subprotocol(std::string_view offered);

}  // namespace rostrum::net
