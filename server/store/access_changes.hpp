#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "floor/instant.hpp"
#include "store/random_bytes.hpp"
#include "store/sqlite.hpp"

/// What servers of one record say to each other about tokens, paired screens and cards, so that
/// they open the same rooms on all. A server asks for what changed at another after a place in the
/// order there:
///
///     {"folder": "<id>", "after": 7}
///
/// and is answered with nothing, if nothing did, or with
///
///     {"folder": "<id>", "after": 7, "place": 9, "more": 0, "changes": [
///         {"token": "<id>", "version": 8, "until": <unix ms>, "row": {<columns>}},
///         {"card": "<hash of the code>", "version": 9, "until": <unix ms>, "row": null}]}
///
/// A row has what the columns of access.db have, hashes in hexadecimal; that of a token also has
/// its screen's. No row: it has ended. `folder` differs after each start, so that a place counts
/// for one start only. Fields that are not known are left out of account, and so are roles and
/// scenes.
///
/// All servers come to the same whatever order changes come in, twice or late:
/// - What has ended stays so. That is known until the token would have expired, for 366 days at
///   most: a server that was away for longer begins without access.db.
/// - A token expires when the earliest server says, and is used if one says so.
/// - Room, role, name and scene are those of the greatest version, a Lamport clock; of equal
///   versions, of the greatest text.
/// - A card has one code, and its tokens belong to that: another code is another card here. Of two
///   cards with one holder, identity or number, the one of the lesser version ends.
namespace rostrum::store {

/// In one answer.
constexpr std::size_t most_access_changes = 500;

/// Makes the folder's list of tokens one of several. At each start, before anything is asked.
/// Numbers of screens and cards are from now on unique over all servers.
void join_access(Database& database, const std::filesystem::path& file, Instant now,
                 const RandomBytes& random_bytes);

/// Answers a request. The functions throw SqliteError for one that is malformed.
[[nodiscard]] std::string access_changes(const Database& database, std::string_view request,
                                         std::size_t most = most_access_changes);

/// How far another server's changes are known.
struct AccessPlace {
    std::string folder;
    std::int64_t place = 0;
};
[[nodiscard]] std::string access_request(const AccessPlace& known);

}  // namespace rostrum::store
