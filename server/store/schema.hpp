#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "store/sqlite.hpp"

namespace rostrum::store {

/// A kind of our files, with all versions of its tables.
struct Schema {
    /// The name for people: "log" and so on.
    std::string_view name;
    /// The application id in the file's header.
    std::int32_t application_id;
    /// The SQL that upgrades each version to the next; the first creates version 1. Never change a
    /// step: files of every version exist.
    std::span<const std::string_view> steps;
};

/// Opens an existing file, checks it, and upgrades it to the newest version.
/// @throws StoreError
Database open_existing(const std::filesystem::path& path, const Schema& schema);

/// Opens a file, or makes it if it does not exist; `fill` completes a new one. A file gets its name
/// only when it is complete.
/// @throws StoreError
Database open_or_make(
    const std::filesystem::path& path, const Schema& schema,
    const std::function<void(Database&)>& fill = [](Database&) {});

/// Opens a file read-only, possibly while another process writes to it. Does not upgrade it,
/// changes nothing, and leaves no files next to it.
/// @throws StoreError
[[nodiscard]] Database open_for_reading(const std::filesystem::path& path, const Schema& schema);

/// Opens another read-only connection.
/// @throws SqliteError
[[nodiscard]] Database connect_for_reading(const std::filesystem::path& path);

/// Opens another connection for writing.
/// @throws SqliteError
[[nodiscard]] Database connect(const std::filesystem::path& path);

}  // namespace rostrum::store
