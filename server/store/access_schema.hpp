#pragma once

#include <filesystem>

#include "store/schema.hpp"

namespace rostrum::store {

/// access.db: who may enter which room.
[[nodiscard]] const Schema& access_schema();

/// Where the tokens of a data folder are.
[[nodiscard]] inline std::filesystem::path access_of(const std::filesystem::path& folder) {
    return folder / "access.db";
}

}  // namespace rostrum::store
