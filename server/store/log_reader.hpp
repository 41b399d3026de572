#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "floor/room.hpp"
#include "store/act_row.hpp"
#include "store/file_id.hpp"
#include "store/heads.hpp"
#include "store/held_name.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// Reads a log. For one thread. Reopens the file after a failure, and when it was deleted or
/// replaced.
class LogReader {
public:
    /// How it connects to the file: as to this process's own log, or as `open_for_reading` does.
    using Connect = std::function<Database(const std::filesystem::path&)>;
    explicit LogReader(std::filesystem::path path, Connect connect = store::connect);

    /// Returns the acts after this revision, oldest first. Verifies every link of the chain, and
    /// every payload against its hash.
    /// @throws StoreError, like all of these
    [[nodiscard]] std::vector<Act> acts(const RoomId& room, Revision after);

    /// The rows of at most `most` of these acts. They are not verified.
    [[nodiscard]] std::vector<ActRow> rows(const RoomId& room, Revision after, std::size_t most);

    /// The act that has the command.
    [[nodiscard]] std::optional<rooms::Duplicate> find(const RoomId& room,
                                                       const CommandId& command);

    /// Returns the latest snapshot; nullopt if it does not fit the acts.
    [[nodiscard]] std::optional<Room> snapshot(const RoomId& room);

    [[nodiscard]] std::vector<RoomId> rooms();

    [[nodiscard]] std::vector<Head> heads();

    [[nodiscard]] std::string log_id();

    [[nodiscard]] std::vector<HeldName> held_names();

    /// See Database.
    void leave_journal_at_close() {
        if (database_) database_->leave_journal_at_close(true);
    }

private:
    template <class Read>
    auto reading(Read from);

    std::filesystem::path path_;
    Connect connect_;
    std::optional<Database> database_;
    /// Its journal, after the first read.
    std::optional<FileId> journal_;
};

/// Opens the log of a data folder that this process does not serve: served by another process, not
/// served, or a copy. Takes no lock, blocks no writer, and changes nothing.
/// @throws StoreError if there is no log, or this version cannot read it.
[[nodiscard]] LogReader open_for_reading(const std::filesystem::path& folder);

}  // namespace rostrum::store
