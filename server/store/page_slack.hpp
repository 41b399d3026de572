#pragma once

#include <cstddef>
#include <string_view>

namespace rostrum::store {

/// A part of a page.
struct PageRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
    friend bool operator==(const PageRange&, const PageRange&) = default;
};

/// The free space of a page of SQLite's file between its list of cells and the cells. SQLite never
/// reads it, and leaves former rows in it when it divides a page among others. Empty if the page
/// holds no rows: SQLite itself overwrites those with zeros (`secure_delete`).
/// @param is_first the page starts with the header of the file.
[[nodiscard]] PageRange slack_of(std::string_view page, bool is_first);

}  // namespace rostrum::store
