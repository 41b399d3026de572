#pragma once

#include "store/schema.hpp"

namespace rostrum::store {

/// access.db: who may enter which room.
[[nodiscard]] const Schema& access_schema();

}  // namespace rostrum::store
