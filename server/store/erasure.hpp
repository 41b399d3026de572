#pragma once

#include <cstddef>
#include <cstdint>

#include "floor/ids.hpp"
#include "store/sqlite.hpp"

/// How a person's name is erased from a log: first from its row, in the commit of the act that
/// asks for it; then from wherever else SQLite has copied it to while rows came and went.
namespace rostrum::store {

/// Takes the names of a plate out of all acts that the log holds, and the salts with which they
/// could be found out by trying. Their hashes stay, so the chain does too. The room's snapshot,
/// which may hold them, is dropped. Belongs into the caller's transaction, which also notes that
/// the rest is due.
/// @returns how many there were
std::size_t erase_names(Database& log, const RoomId& room, const MeetingId& meeting,
                        const DelegationId& delegation);

/// Whether traces of what was erased may still be in the log or its journal.
[[nodiscard]] bool is_wiping_due(const Database& log);

/// Wipes the traces: the log is written anew without them, and its journal emptied.
class Wiping {
public:
    /// Something was erased, and that is durable.
    void become_due() { left_ = Left::all; }

    /// Does what is left to do, and never throws. Where a reader keeps the journal in use for
    /// longer than a second, the emptying is left for the next call; where the disk has no room
    /// for another log, the rewriting is left for the next opening. Until all is done, the log
    /// itself says that it is due.
    void go_on(Database& log);

private:
    enum class Left : std::uint8_t { nothing, emptying, all };
    Left left_ = Left::nothing;
    bool rewritten_ = false;
};

/// Brings a log that is being opened to where no trace of anything erased is left, whenever the
/// program was cut off, and empties the journal in any case.
void wipe_at_opening(Database& log);

}  // namespace rostrum::store
