#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "floor/limits.hpp"

namespace rostrum::wire {

/// Takes the ids and numbers out of a command's fields, and keeps the first sentence about one that
/// cannot be. Whether there is such a thing in the room is the floor's to say, as is what a text
/// or a time may be.
class CommandFields {
public:
    template <class AnyId>
    [[nodiscard]] AnyId id(const std::string& value, std::string_view field) {
        if (value.empty()) refuse(field, "is missing");
        return bounded<AnyId>(value, field);
    }

    /// None where the field is empty.
    template <class AnyId>
    [[nodiscard]] std::optional<AnyId> optional_id(const std::string& value,
                                                   std::string_view field) {
        if (value.empty()) return std::nullopt;
        return bounded<AnyId>(value, field);
    }

    template <class AnyNumber>
    [[nodiscard]] AnyNumber number(std::uint64_t value, std::string_view field) {
        if (value == 0) refuse(field, "is missing");
        return AnyNumber{value};
    }

    /// None where the field is 0.
    template <class AnyNumber>
    [[nodiscard]] static std::optional<AnyNumber> optional_number(std::uint64_t value) {
        return value == 0 ? std::nullopt : std::optional{AnyNumber{value}};
    }

    /// A sentence; none if every field was as it must be.
    [[nodiscard]] const std::optional<std::string>& fault() const { return fault_; }

private:
    template <class AnyId>
    AnyId bounded(const std::string& value, std::string_view field) {
        if (value.size() > limits::id_length) refuse(field, "is too long to be an id");
        return AnyId{value};
    }

    void refuse(std::string_view field, std::string_view why) {
        if (!fault_) fault_ = std::string{field}.append(" ").append(why).append(".");
    }

    std::optional<std::string> fault_;
};

}  // namespace rostrum::wire
