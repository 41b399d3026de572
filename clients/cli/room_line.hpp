#pragma once

#include <cstdint>
#include <string>

#include <boost/json/object.hpp>

namespace rostrum::cli {

/// A room in one line at an instant of the server's clock: who has the floor and how much time is
/// left. `room` is the JSON of rostrum.v1.Room, every section set.
[[nodiscard]] std::string room_line(const boost::json::object& room, std::int64_t now_unix_ms);

/// `4:59`, `0:07`; overtime as `+0:12`. Rounds up to the second that has begun.
[[nodiscard]] std::string digits(std::int64_t remaining_ms);

}  // namespace rostrum::cli
