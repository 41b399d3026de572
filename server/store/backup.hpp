#pragma once

#include <filesystem>

#include "store/log_check.hpp"
#include "store/random_bytes.hpp"

/// Copies of a data folder, which are data folders themselves. The original can be served
/// meanwhile: each of its files is read as of one moment.
namespace rostrum::store {

/// Makes a complete, verified, durable copy, or none at all.
/// @returns the result of the verification
/// @throws StoreError if the destination exists, or the folder is unreadable or damaged.
LogCheck back_up(const std::filesystem::path& folder, const std::filesystem::path& destination);

/// Makes a data folder from a backup, ready to be served. Its log gets a new id: from here on the
/// room may diverge from what screens have seen.
LogCheck restore(const std::filesystem::path& backup, const std::filesystem::path& folder,
                 const RandomBytes& random_bytes);

/// Copies a folder's tokens; does nothing if it has none.
/// @throws StoreError
void copy_access(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace rostrum::store
