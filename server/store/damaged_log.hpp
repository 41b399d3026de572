#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "store/act_row.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// Reads what is left of a log with damaged pages. Each query runs by itself and fails alone if it
/// meets such a page. SQLite may write to the file.
class DamagedLog {
public:
    /// @throws StoreError if not even the beginning of the file can be read.
    explicit DamagedLog(const std::filesystem::path& path);

    /// The rooms that can be found.
    [[nodiscard]] std::set<RoomId> rooms() const;

    /// The last act of a room that any row mentions.
    [[nodiscard]] Revision last_known(const RoomId& room) const;

    /// @throws SqliteError if it meets a damaged page.
    [[nodiscard]] std::optional<ActRow> act(const RoomId& room, Revision revision) const;

    /// The events after a revision that withhold or erase a name, as far as readable.
    [[nodiscard]] std::vector<Event> names_kept_back(const RoomId& room, Revision after) const;

private:
    Database database_;
};

}  // namespace rostrum::store
