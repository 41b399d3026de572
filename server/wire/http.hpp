#pragma once

#include <span>
#include <string>
#include <string_view>

#include "floor/actor.hpp"
#include "floor/ids.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

/// The bodies of the HTTP interface: proto/rostrum/v1/http.proto as JSON.
namespace rostrum::wire {

[[nodiscard]] std::string lobby_json(std::span<const Room* const> rooms, double server_unix_ms);
[[nodiscard]] std::string snapshot_json(const Room& room, Role role, std::string_view log_id,
                                        double server_unix_ms);
[[nodiscard]] std::string access_json(const RoomId& room, Role role);
[[nodiscard]] std::string accepted_json(const CommandId& id, Revision revision);
/// `REFUSAL_CODE_STALE` and so on: the code as it stands in JSON.
[[nodiscard]] std::string refusal_code_name(RefusalCode code);
/// `chair` and so on: for addresses, command lines and logs.
[[nodiscard]] std::string_view role_name(Role role);

}  // namespace rostrum::wire
