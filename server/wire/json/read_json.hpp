#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/message.h>

#include "floor/programme.hpp"

namespace rostrum::wire {

/// The most entries in all lists of a text together, more than any programme has. The first one too
/// many is a fault, and the rest of its list is not read.
constexpr std::size_t most_json_entries = 20'000;

/// Reads a message from its proto3 JSON mapping, as far as possible, and adds every fault, up to
/// `most_json_faults`: unknown fields, fields given twice, values of another type. Stricter than
/// the mapping: unknown values, enumeration numbers included, are faults.
///
/// @return false if the text is not JSON: its one fault is then at `line 12, column 7`.
bool read_json(std::string_view json, google::protobuf::Message& message,
               std::vector<Fault>& faults);

/// Like the above, but returns the first fault with its place; nullopt if there is none.
[[nodiscard]] std::optional<Sentence> read_json(std::string_view json,
                                                google::protobuf::Message& message);

}  // namespace rostrum::wire
