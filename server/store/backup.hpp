#pragma once

#include <filesystem>

#include "store/chance.hpp"
#include "store/log_check.hpp"

/// Copies of a data folder, which are data folders themselves. Whoever serves the original goes on
/// meanwhile: it is read from beside, each of its files as it was at one moment.
namespace rostrum::store {

/// Makes a copy that is complete, verified and on the disk, or none at all.
/// @returns what the verification found
/// @throws StoreError if there is something at the destination, or the folder cannot be read or
/// is not as it was written.
LogCheck back_up(const std::filesystem::path& folder, const std::filesystem::path& destination);

/// The same from a backup to where it is to be served. The log gets an id of its own: the room may
/// take another course from here on than screens have seen it take.
LogCheck restore(const std::filesystem::path& backup, const std::filesystem::path& folder,
                 const Chance& chance);

/// Copies the tokens of a folder; nothing where it has none.
/// @throws StoreError
void copy_access(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace rostrum::store
