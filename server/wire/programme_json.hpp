#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/programme.hpp"

namespace rostrum::wire {

/// A programme as people write it: the JSON of rostrum.v1.Programme. Either the whole programme,
/// or every fault that was found in it: unknown and missing fields, wrong types, values outside
/// their limits. A place is told with its line, in the spelling of the file:
/// `line 12, rooms[0].timeZone`; where the text is no JSON at all, it is `line 12, column 7`.
[[nodiscard]] std::variant<Programme, std::vector<Fault>> read_programme(std::string_view json);

/// The same programme as a file, a field a line.
[[nodiscard]] std::string write_programme(const Programme& programme);

}  // namespace rostrum::wire
