#pragma once

#include "net/http/api.hpp"

/// Cards, and the house's own sign-on: docs/protocol.md.
namespace rostrum::net::http {

// For the secretariat of the room.
void list_cards(Context& context, const Request& request, const RoomId& room, Reply reply);
void issue_cards(Context& context, const Request& request, const RoomId& room, Reply reply);
void revoke_cards(Context& context, const Request& request, const RoomId& room, Reply reply);

// For everybody.
void open_card(Context& context, const Request& request, Reply reply);
/// For a browser that came by a trusted proxy: redirects it to the room's page for Missions.
void sign_on(Context& context, const Request& request, const RoomId& room, Reply reply);

}  // namespace rostrum::net::http
