#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "floor/instant.hpp"
#include "rooms/ports.hpp"
#include "store/access_changes.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

struct AppliedAccess {
    /// What was asked after, and what to ask after next.
    std::int64_t after = 0;
    AccessPlace known;
    bool is_more = false;
    /// Paired screens with another room, role, name or scene.
    std::vector<rooms::Grant> reassigned;
};
/// Writes the changes of an answer, all or none.
[[nodiscard]] AppliedAccess apply_access(Database& database, std::string_view answer, Instant now);

}  // namespace rostrum::store
