#pragma once

#include <string>
#include <string_view>

#include "wire/live.hpp"

namespace rostrum::wire {

/// A message with every section that the view may see.
inline std::string write_whole(Encoding encoding, View view, const Room& room) {
    const auto sections = write_sections(encoding, view, room);
    return write_changed(encoding, Revision{7}, room.revision, room.acts_hash,
                         {sections.begin(), sections.end()});
}

/// The JSON of one section; empty if the view may not see it.
inline std::string section(const Room& room, std::string_view name, View view = View::podium) {
    const std::string beginning = '"' + std::string{name} + "\":";
    for (const std::string& one : write_sections(Encoding::json, view, room))
        if (one.starts_with(beginning)) return one;
    return {};
}

}  // namespace rostrum::wire
