#pragma once

#include <filesystem>

#include "store/schema.hpp"

namespace rostrum::store {

/// log.db: the acts of all rooms. docs/architecture.md describes its chain of hashes.
[[nodiscard]] const Schema& log_schema();

/// The path of a data folder's log.
[[nodiscard]] inline std::filesystem::path log_of(const std::filesystem::path& folder) {
    return folder / "log.db";
}

}  // namespace rostrum::store
