#pragma once

#include "store/chance.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// Gives a log a new unique id, and with it a history of its own.
/// @throws SqliteError
void give_log_id(const Database& log, const Chance& chance);

}  // namespace rostrum::store
