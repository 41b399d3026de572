#pragma once

#include <cstddef>
#include <optional>

#include "net/context.hpp"
#include "net/http/api.hpp"
#include "net/http/message.hpp"

/// What the podium and the displays read over HTTP. Each handler answers with a problem if the
/// token does not allow it.
namespace rostrum::net::http {

/// Previews how to fit the hour. For the chair and the secretariat.
[[nodiscard]] Response fit(Context& context, const Request& request, const RoomId& room);
/// Proposes an order of those who wait. Query: `by=turns|time|gender`. For the chair and the
/// secretariat.
[[nodiscard]] Response list_order(Context& context, const Request& request, const RoomId& room);
/// The link by which Missions ask for the floor; may answer once it is durable. For displays, the
/// chair and the secretariat.
void request_link(Context& context, const Request& request, const RoomId& room, Reply reply);

// For the secretariat. A task of LongTasks: 503 if too many wait.

/// The current programme, for editing. Query: `format=json|csv`, `separator`.
void programme(Context& context, const Request& request, const RoomId& room, Reply reply);
/// The panels with their times, to print and for the desk. Query: `meeting=ID`,
/// `for=desk|everybody`, and how the file is written, as for figures.
void run_sheet(Context& context, const Request& request, const RoomId& room, Reply reply);
/// Previews what a file would change in the programme. Changes nothing.
void preview(Context& context, const Request& request, Reply reply);
/// Query: `meeting=ID` (default: all meetings), `nhri=inside|beside`,
/// `read_by=counted|not_counted`, `format=json|csv|xlsx|docx|pdf`, `separator=comma|semicolon`,
/// `lang=en`.
void figures(Context& context, const Request& request, const RoomId& room, Reply reply);
/// Query: `meeting=ID` (default: everything), and how the file is written. Answers when the log is
/// read.
void record(Context& context, const Request& request, const RoomId& room, Reply reply);

/// The limit of the request's body: only the secretariat uploads files, and a command is as long as
/// its role needs. nullopt for a rejected token.
[[nodiscard]] std::optional<std::size_t> longest_body(Context& context, const Request& request);

}  // namespace rostrum::net::http
