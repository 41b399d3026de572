#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/ids.hpp"

namespace rostrum::store {

/// The end of a room's chain. A head noted earlier shows later whether acts were cut off the end or
/// rewritten since; the chain alone shows neither.
struct Head {
    RoomId room;
    Revision revision;
    /// The link of that act, in hexadecimal.
    std::string hash;
    friend bool operator==(const Head&, const Head&) = default;
};

/// The heads of a log's rooms at one moment.
struct NotedHeads {
    std::string log_id;
    std::vector<Head> heads;
    friend bool operator==(const NotedHeads&, const NotedHeads&) = default;
};

/// The members of a JSON object, which may have other members before them: `"log": ID, "heads":
/// [{"room": ID, "revision": 12, "hash": HEX}, …]`.
[[nodiscard]] std::string heads_to_json(const NotedHeads& noted);

/// nullopt if the text is not a JSON object with such members.
[[nodiscard]] std::optional<NotedHeads> heads_from_json(std::string_view text);

}  // namespace rostrum::store
