#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// Reads a log that was opened. For one thread. A file that fails is opened anew the next time.
class LogReader {
public:
    explicit LogReader(std::filesystem::path path);

    /// The acts after this revision, oldest first. Every link of the chain, and every payload
    /// against its hash, is verified on the way.
    /// @throws StoreError, as all of these
    [[nodiscard]] std::vector<Act> acts(const RoomId& room, Revision after);

    [[nodiscard]] std::vector<RoomId> rooms();

    /// The instant of the latest act of any room; the epoch in an empty log.
    [[nodiscard]] Instant latest();

    [[nodiscard]] std::string log_id();

private:
    template <class Read>
    auto reading(Read from);

    std::filesystem::path path_;
    std::optional<Database> database_;
};

}  // namespace rostrum::store
