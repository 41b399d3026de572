#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "store/sqlite.hpp"

namespace rostrum::store {

/// A kind of file of ours, and every version of its tables.
struct Schema {
    /// "log" and so on: what people call such a file.
    std::string_view what;
    /// Stands in the file's head and marks it as ours.
    std::int32_t application_id;
    /// The SQL that makes each version of the one before; the first makes version 1 of nothing.
    /// What stands here is never changed: files of every version are out there.
    std::span<const std::string_view> steps;
};

/// Opens a file that must exist, checks that it is sound, and brings it to the newest version.
/// @throws StoreError
Database open_existing(const std::filesystem::path& path, const Schema& schema);

/// The same for a file that need not exist yet: `fill` completes one that is made. A file appears
/// under its name only when it is complete, so an empty one was never ours.
/// @throws StoreError
Database open_or_make(
    const std::filesystem::path& path, const Schema& schema,
    const std::function<void(Database&)>& fill = [](Database&) {});

/// Opens a file to read it alone, whoever is writing to it meanwhile, and as it is: not brought to
/// the newest version. Nothing is changed, and nothing of ours is left beside it.
/// @throws StoreError
[[nodiscard]] Database open_for_reading(const std::filesystem::path& path, const Schema& schema);

/// Another connection to a file that was opened so.
/// @throws SqliteError
[[nodiscard]] Database connect_for_reading(const std::filesystem::path& path);

/// Another connection to a file that was opened to be written.
/// @throws SqliteError
[[nodiscard]] Database connect(const std::filesystem::path& path);

}  // namespace rostrum::store
