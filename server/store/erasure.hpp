#pragma once

#include <cstddef>
#include <cstdint>

#include "floor/ids.hpp"
#include "store/sqlite.hpp"

/// Erases a person's name from a log: first from its row, in the commit of the act that asks for
/// it; then from the journal, which holds earlier versions of the pages. The file itself has no
/// copies of rows: see clean_files().
namespace rostrum::store {

/// Erases the names of a plate in all acts of the log, and the salts that would allow guessing
/// them. Their hashes stay, so the chain stays valid. Drops the room's snapshot, which may hold
/// them. Runs in the caller's transaction, which also notes that the rest is due.
/// @returns the number of names
std::size_t erase_names(Database& log, const RoomId& room, const MeetingId& meeting,
                        const DelegationId& delegation);

/// Whether traces of erased names may still be in the log or its journal.
[[nodiscard]] bool is_scrubbing_due(const Database& log);

/// Call when the journal was emptied after an erasure: no trace is left but in the memory of this
/// connection, which would write it to the journal again.
void finish_scrubbing(Database& log);

/// Finishes an interrupted erasure when a log is opened, and empties the journal in any case.
/// Rewrites a log of earlier versions once, because its file has copies of rows.
void scrub_at_opening(Database& log);

}  // namespace rostrum::store
