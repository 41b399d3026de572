#pragma once

#include <filesystem>

#include "store/schema.hpp"

namespace rostrum::store {

/// access.db: the tokens that open the rooms.
[[nodiscard]] const Schema& access_schema();

/// The path of a data folder's tokens.
[[nodiscard]] inline std::filesystem::path access_of(const std::filesystem::path& folder) {
    return folder / "access.db";
}

}  // namespace rostrum::store
