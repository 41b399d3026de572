#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/room.hpp"
#include "store/file_mark.hpp"
#include "store/heads.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// Reads a log that was opened. For one thread. A file that fails is opened anew the next time, and
/// so is one that was deleted, or replaced by another.
class LogReader {
public:
    /// How it connects to the file: as to a log of this process's own, or as `open_for_reading`.
    using Connect = std::function<Database(const std::filesystem::path&)>;
    explicit LogReader(std::filesystem::path path, Connect connect = store::connect);

    /// The acts after this revision, oldest first. Every link of the chain, and every payload
    /// against its hash, is verified on the way.
    /// @throws StoreError, as all of these
    [[nodiscard]] std::vector<Act> acts(const RoomId& room, Revision after);

    /// The act that has this command.
    [[nodiscard]] std::optional<Revision> find(const RoomId& room, const CommandId& command);

    /// As the log's writer kept it last; none where that does not fit the acts.
    [[nodiscard]] std::optional<Room> snapshot(const RoomId& room);

    [[nodiscard]] std::vector<RoomId> rooms();

    [[nodiscard]] std::vector<Head> heads();

    /// The instant of the latest act of any room; the epoch in an empty log.
    [[nodiscard]] Instant latest();

    [[nodiscard]] std::string log_id();

private:
    template <class Read>
    auto reading(Read from);

    std::filesystem::path path_;
    Connect connect_;
    std::optional<Database> database_;
    /// Its journal, once something was read.
    std::optional<FileMark> journal_;
};

/// The log of a data folder that this process does not serve: one that another process serves
/// meanwhile, one that nobody serves, or a copy. Takes no lock, keeps nobody from writing, and
/// changes nothing.
/// @throws StoreError if there is no log, or none that this version can read.
[[nodiscard]] LogReader open_for_reading(const std::filesystem::path& folder);

}  // namespace rostrum::store
