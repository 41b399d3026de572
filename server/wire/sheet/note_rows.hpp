#pragma once

#include <cstddef>
#include <string>

#include "wire/sheet/headings.hpp"

/// Rows that people write between the meetings, such as "Coffee" or "The room opens at 8".
namespace rostrum::wire {

/// Whether this row is a note. It names no State and says nothing of a panellist, and no row below
/// depends on it: whatever could be a meeting or a panellist with a mistake is none.
[[nodiscard]] bool is_note(const Table& table, const Headings& headings, std::size_t row);

/// The cells of a row, with a separator between them.
[[nodiscard]] std::string text_of(const Row& row);

}  // namespace rostrum::wire
