#pragma once

#include <string_view>

#include <boost/json/object.hpp>

namespace rostrum::cli {

/// Whether this is one of the short words: next, pause, resume, end, undo.
[[nodiscard]] bool is_short_word(std::string_view text);

/// The command behind a short word, to be sent to a room that stands as in this snapshot (GET
/// /api/v1/rooms/{room}): `next` ends the statement in progress and calls whom the room would call,
/// and so on. Like a tap it names what was seen, so that it is refused if that has changed.
/// @pre is_short_word(word)
[[nodiscard]] boost::json::object short_command(std::string_view word,
                                                const boost::json::object& snapshot);

/// A command as it was typed, with an id of its own if it has none.
/// @throws Unusable if it is no JSON object.
[[nodiscard]] boost::json::object typed_command(std::string_view text);

/// With an id that nobody has used.
[[nodiscard]] boost::json::object with_id(boost::json::object command);

}  // namespace rostrum::cli
