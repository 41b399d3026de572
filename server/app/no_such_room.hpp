#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "floor/ids.hpp"

namespace rostrum::app {

/// `There are: xx, xxvii.`
[[nodiscard]] inline std::string list_of(const std::vector<std::string>& known) {
    std::string all;
    for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
    return "There are: " + all + ".";
}

/// Reports an unknown room together with the rooms that exist.
[[nodiscard]] inline Failure no_such_room(const std::string& room,
                                          const std::filesystem::path& data,
                                          const std::vector<RoomId>& known) {
    std::vector<std::string> names;
    names.reserve(known.size());
    for (const RoomId& one : known) names.push_back(one.value);
    return {ExitCode::usage,
            "There is no room `" + room + "` in " + data.string() + ". " + list_of(names)};
}

/// Requires a known room: what is issued for a mistyped one would silently open nothing.
inline void require_room(const std::string& room, const std::filesystem::path& data,
                         const std::vector<RoomId>& known) {
    if (std::find(known.begin(), known.end(), RoomId{room}) == known.end())
        throw no_such_room(room, data, known);
}

}  // namespace rostrum::app
