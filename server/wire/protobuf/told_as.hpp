#pragma once

#include <optional>

#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

/// The value up to `last` that is told as `proto`. Looked up the other way round, so that each
/// pair stands in one place and the compiler misses the one that was forgotten.
template <class Value, class Proto>
std::optional<Value> told_as(Proto proto, Value last) {
    for (int number = 0; number <= static_cast<int>(last); ++number) {
        const auto value = static_cast<Value>(number);
        if (to_proto(value) == proto) return value;
    }
    return std::nullopt;
}

}  // namespace rostrum::wire
