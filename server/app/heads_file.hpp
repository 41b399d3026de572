#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/log_check.hpp"

namespace rostrum::app {

/// Where the rooms of a log ended when it was verified.
struct NotedHeads {
    std::string log_id;
    std::vector<store::Head> heads;
    friend bool operator==(const NotedHeads&, const NotedHeads&) = default;
};

/// Writes them as JSON: `{"log": ID, "heads": [{"room": ID, "revision": 12, "hash": HEX}, …]}`.
/// What the file held stays until it is written whole.
/// @throws Failure
void write_heads(const std::filesystem::path& file, const NotedHeads& noted);

/// @throws Failure if it cannot be read, or was not written by write_heads.
[[nodiscard]] NotedHeads read_heads(const std::filesystem::path& file);

}  // namespace rostrum::app
