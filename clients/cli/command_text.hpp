#pragma once

#include <string_view>

#include <boost/json/object.hpp>

namespace rostrum::cli {

/// Whether this is one of the short words: next, pause, resume, end, undo.
[[nodiscard]] bool is_short_word(std::string_view text);

/// The command behind a short word, for a room in this state (GET /api/v1/rooms/{room}): `next`
/// ends the statement in progress and calls the next speaker, and so on. Like a tap, it names what
/// the sender saw, so that the server refuses it if that has changed.
/// @pre is_short_word(word)
[[nodiscard]] boost::json::object short_command(std::string_view word,
                                                const boost::json::object& snapshot);

/// Reads a command as typed; gives it a new id if it has none.
/// @throws Unusable if it is no JSON object.
[[nodiscard]] boost::json::object typed_command(std::string_view text);

/// Adds a new unique id.
[[nodiscard]] boost::json::object with_id(boost::json::object command);

}  // namespace rostrum::cli
