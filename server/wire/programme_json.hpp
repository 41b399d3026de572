#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "floor/programme.hpp"

namespace rostrum::wire {

/// A programme as people write it: the JSON of rostrum.v1.Programme. Either the whole programme,
/// or every fault that was found in it: unknown and missing fields, wrong types, values outside
/// their limits. Where the text is no JSON at all, the place is `line 12, column 7`.
[[nodiscard]] std::variant<Programme, std::vector<Fault>> read_programme(std::string_view json);

}  // namespace rostrum::wire
