#pragma once

#include <optional>
#include <string>

#include "floor/instant.hpp"
#include "wire/event_record.hpp"

/// What the readers of a snapshot share.
namespace rostrum::wire {

/// @throws UnreadableRecord where it is none
template <class Value>
Value known_in_snapshot(std::optional<Value> value, const char* what) {
    if (value) return *value;
    throw UnreadableRecord(std::string{"A snapshot holds an unknown "} + what + '.');
}

}  // namespace rostrum::wire
