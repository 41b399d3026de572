#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "store/act_row.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// Reads what is left of a log with damaged pages, or a damaged journal. Each query runs by itself
/// and fails alone if it meets such a page. SQLite may write to the files.
class DamagedLog {
public:
    /// Makes further files next to it if a part of the journal is behind a damaged place: the log
    /// with that part, too.
    /// @throws StoreError if not even the beginning of the file can be read.
    explicit DamagedLog(const std::filesystem::path& path);

    /// The rooms that can be found.
    [[nodiscard]] std::set<RoomId> rooms() const;

    /// The last act of a room that any row mentions.
    [[nodiscard]] Revision last_known(const RoomId& room) const;

    /// The versions of an act, one of each part of the log that has it. The chain says which one is
    /// intact.
    /// @throws SqliteError if there is none, and it met a damaged page.
    [[nodiscard]] std::vector<ActRow> versions(const RoomId& room, Revision revision) const;

    /// The events after a revision that withhold or erase a name, as far as readable.
    [[nodiscard]] std::vector<Event> names_kept_back(const RoomId& room, Revision after) const;

private:
    /// As SQLite reads the log, and with more of its journal.
    std::vector<Database> databases_;
};

}  // namespace rostrum::store
