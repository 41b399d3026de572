#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/programme.hpp"

namespace rostrum::wire {

/// Reads a programme as people write it: the JSON of rostrum.v1.Programme. Returns the whole
/// programme, or every fault: unknown and missing fields, wrong types, values outside their limits.
/// A fault's place has its line and the file's spelling, `line 12, rooms[0].timeZone`; if the text
/// is not JSON, it is `line 12, column 7`.
[[nodiscard]] std::variant<Programme, std::vector<Fault>> read_programme(std::string_view json);

/// Writes the programme as a file, one field per line.
[[nodiscard]] std::string write_programme(const Programme& programme);

}  // namespace rostrum::wire
