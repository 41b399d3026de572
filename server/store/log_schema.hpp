#pragma once

#include "store/schema.hpp"

namespace rostrum::store {

/// log.db: the acts of every room. docs/architecture.md tells how its chain of hashes runs.
[[nodiscard]] const Schema& log_schema();

}  // namespace rostrum::store
