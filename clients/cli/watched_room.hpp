#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <boost/json/object.hpp>

namespace rostrum::cli {

/// A room as its messages describe it: the whole in the Welcome, then the sections that change.
class WatchedRoom {
public:
    /// Applies a message of the server: rostrum.v1.ServerMessage in JSON.
    /// @param now_ms this machine's clock; it may start anywhere.
    /// @returns the room in one line, if the message changes it.
    std::optional<std::string> take(const boost::json::object& message, std::int64_t now_ms);

private:
    boost::json::object room_;
    std::int64_t revision_ = 0;
    /// The server's clock minus this machine's.
    std::int64_t offset_ms_ = 0;
};

}  // namespace rostrum::cli
