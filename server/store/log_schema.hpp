#pragma once

#include <filesystem>

#include "store/schema.hpp"

namespace rostrum::store {

/// log.db: the acts of every room. docs/architecture.md tells how its chain of hashes runs.
[[nodiscard]] const Schema& log_schema();

/// Where the log of a data folder is.
[[nodiscard]] inline std::filesystem::path log_of(const std::filesystem::path& folder) {
    return folder / "log.db";
}

}  // namespace rostrum::store
