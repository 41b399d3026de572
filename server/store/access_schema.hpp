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

/// Moves all of its journal into the file, so that a damaged journal costs little.
void empty_access_journal(const std::filesystem::path& folder);

}  // namespace rostrum::store
