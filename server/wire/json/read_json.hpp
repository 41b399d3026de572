#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/message.h>

#include "floor/programme.hpp"

namespace rostrum::wire {

/// Entries of all lists of a text together: more than any programme has. What comes after them is
/// not read, and is a fault.
constexpr std::size_t most_json_entries = 20'000;

/// Reads a message from its proto3 JSON mapping, as far as it can be read, and adds every fault on
/// the way, up to `most_json_faults`: fields that there are not, or that are given twice, and
/// values of another type. Stricter than the mapping asks: what is not known is a fault,
/// enumeration numbers included.
///
/// @return false if the text is no JSON at all: the one fault is then at `line 12, column 7`.
bool read_json(std::string_view json, google::protobuf::Message& message,
               std::vector<Fault>& faults);

/// The same for a text of which one fault is enough: the first, as a sentence; none once it is
/// read.
[[nodiscard]] std::optional<std::string> read_json(std::string_view json,
                                                   google::protobuf::Message& message);

}  // namespace rostrum::wire
