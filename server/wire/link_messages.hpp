#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/ids.hpp"
#include "wire/act_row.hpp"

/// What servers say to one another over their own link: proto/rostrum/v1/replica.proto. The reading
/// functions throw DecodeError.
namespace rostrum::wire {

struct RowsQuestion {
    RoomId room;
    Revision after;
    std::size_t most = 0;
};
[[nodiscard]] std::string write_rows_question(const RowsQuestion& question);
[[nodiscard]] RowsQuestion read_rows_question(std::string_view bytes);

[[nodiscard]] std::string write_rows(const std::vector<ActRow>& rows);
[[nodiscard]] std::vector<ActRow> read_rows(std::string_view bytes);

/// Payloads with their salts.
using Names = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::string write_names(const Names& names);
[[nodiscard]] Names read_names(std::string_view bytes);

/// What a server says of itself.
struct ServerState {
    /// The id of its log.
    std::string id;
    /// Where its link listens, such as `https://10.0.0.1:8090`.
    std::string link;
    /// Where browsers reach it.
    std::string public_url;
    std::string version;
    /// Its clock when it says this, in milliseconds since the Unix epoch.
    double unix_ms = 0;
    /// The end of each room in its log.
    std::map<RoomId, Revision> revisions;
    /// By its clock; 0 before it serves.
    double serving_since_unix_ms = 0;
    friend bool operator==(const ServerState&, const ServerState&) = default;
};
[[nodiscard]] std::string write_server_state(const ServerState& state);
[[nodiscard]] ServerState read_server_state(std::string_view bytes);

}  // namespace rostrum::wire
