#pragma once

#include <string>

#include "wire/live.hpp"

namespace rostrum::wire {

/// The JSON of one section, without what is around it.
inline std::string section(const Room& room, Section section, View view = View::podium) {
    const std::string json = write_changed(Encoding::json, view, Revision{7}, room, {section});
    const std::string before = R"("sections":{)";
    const auto start = json.find(before) + before.size();
    return json.substr(start, json.size() - start - std::string{"}}}"}.size());
}

}  // namespace rostrum::wire
