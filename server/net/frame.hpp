#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "wire/live.hpp"

/// Bytes for a socket: encoded once, shared by every connection that sends them.
namespace rostrum::net {

using Frame = std::shared_ptr<const std::string>;

/// Why the server closes a WebSocket (RFC 6455, section 7.4; from 4000 on, our own).
enum class CloseCode : std::uint16_t {
    stopping = 1012,
    lagging = 1013,
    crowded = 1013,
    malformed = 4400,
    not_admitted = 4401,
    unknown_room = 4404,
    late_hello = 4408,
    assigned = 4410,
};

/// One message of the protocol as one WebSocket frame.
[[nodiscard]] Frame message_frame(wire::Encoding encoding, std::string_view message);
[[nodiscard]] Frame ping_frame();
/// The reason is cut to the 123 bytes that fit.
[[nodiscard]] Frame close_frame(CloseCode code, std::string_view reason);
/// Whether this is a WebSocket close frame, the last frame that may be sent.
[[nodiscard]] bool is_close_frame(std::string_view bytes);

}  // namespace rostrum::net
