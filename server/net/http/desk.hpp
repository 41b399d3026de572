#pragma once

#include <cstddef>
#include <optional>

#include "net/context.hpp"
#include "net/http/api.hpp"
#include "net/http/message.hpp"

/// What the podium and the displays read beside the live connection. Each answers a problem where
/// the token does not allow it.
namespace rostrum::net::http {

/// How the hour would be made to fit. For the chair and the secretariat.
[[nodiscard]] Response fit(Context& context, const Request& request, const RoomId& room);
/// Where Missions ask for the floor, possibly when that is durable. For displays, the chair and the
/// secretariat.
void floor_link(Context& context, const Request& request, const RoomId& room, Reply reply);

// For the secretariat.

/// The programme as it stands, to be edited; `format=json|csv`.
[[nodiscard]] Response programme(Context& context, const Request& request, const RoomId& room);
/// What a file would make of the programme. Changes nothing.
[[nodiscard]] Response preview(Context& context, const Request& request);
/// `meeting=ID`, all meetings without; `nhri=inside|beside`, `read_by=counted|not_counted`,
/// `format=json|csv`.
[[nodiscard]] Response figures(Context& context, const Request& request, const RoomId& room);
/// `meeting=ID`, everything without; `format=json|csv`. When it is read.
void record(Context& context, const Request& request, const RoomId& room, Reply reply);

/// How long a body may be for this request: files are brought in by the secretariat only. None
/// where its token opens nothing, so that how a body is taken tells nobody whether it does.
[[nodiscard]] std::optional<std::size_t> longest_body(Context& context, const Request& request);

}  // namespace rostrum::net::http
