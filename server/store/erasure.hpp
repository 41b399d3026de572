#pragma once

#include <cstddef>
#include <cstdint>

#include "floor/ids.hpp"
#include "store/sqlite.hpp"

/// Erases a person's name from a log: first from its row, in the commit of the act that asks for
/// it; then from every other place to which SQLite has copied it.
namespace rostrum::store {

/// Erases the names of a plate in all acts of the log, and the salts that would allow guessing
/// them. Their hashes stay, so the chain stays valid. Drops the room's snapshot, which may hold
/// them. Runs in the caller's transaction, which also notes that the rest is due.
/// @returns the number of names
std::size_t erase_names(Database& log, const RoomId& room, const MeetingId& meeting,
                        const DelegationId& delegation);

/// Whether traces of erased names may still be in the log or its journal.
[[nodiscard]] bool is_scrubbing_due(const Database& log);

/// Removes the traces: rewrites the log without them, and empties its journal.
class TraceScrubber {
public:
    /// Call after a durable erasure.
    void become_due() { left_ = Left::all; }

    /// Does the remaining steps; never throws. If a reader uses the journal for longer than a
    /// second, emptying is left for the next call; if the disk has no room for another log,
    /// rewriting is left for the next opening. Until all is done, the log itself notes that it is
    /// due.
    /// @returns whether there was anything to do, in which case the journal has changed
    bool go_on(Database& log);

private:
    enum class Left : std::uint8_t { nothing, emptying, all };
    Left left_ = Left::nothing;
    bool rewritten_ = false;
};

/// Finishes an interrupted erasure when a log is opened, and empties the journal in any case.
void scrub_at_opening(Database& log);

}  // namespace rostrum::store
