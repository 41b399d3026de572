#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <google/protobuf/repeated_field.h>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/limits.hpp"

namespace rostrum::wire {

/// Takes the ids, numbers, values and times out of a command's fields, and keeps the first sentence
/// about one that cannot be. Whether there is such a thing in the room is the floor's to say, as is
/// what a text or a time may be.
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

    /// As many as there are, up to `most`.
    template <class AnyId>
    [[nodiscard]] std::vector<AnyId> ids(
        const google::protobuf::RepeatedPtrField<std::string>& values, std::string_view field,
        std::size_t most) {
        std::vector<AnyId> read;
        if (!fits(values.size(), field, most)) return read;
        for (const std::string& value : values) read.push_back(id<AnyId>(value, field));
        return read;
    }

    /// As many codes or names as there are, up to `most`.
    [[nodiscard]] std::vector<std::string> texts(
        const google::protobuf::RepeatedPtrField<std::string>& values, std::string_view field,
        std::size_t most) {
        std::vector<std::string> read;
        for (auto& value : ids<Id<struct TextTag>>(values, field, most))
            read.push_back(std::move(value.value));
        return read;
    }

    /// Whether a list is no longer than `most`.
    bool fits(int size, std::string_view field, std::size_t most) {
        if (static_cast<std::size_t>(size) <= most) return true;
        refuse(field, "has more than " + std::to_string(most) + " entries");
        return false;
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

    /// What an enumeration's number was found to be.
    template <class Value>
    [[nodiscard]] Value value(std::optional<Value> found, std::string_view field) {
        if (!found) refuse(field, "is missing or not known");
        return found.value_or(Value{});
    }

    /// A day at most: more than anything in a room takes, and little enough to count with.
    [[nodiscard]] Duration length(std::int64_t milliseconds, std::string_view field) {
        constexpr Duration longest = std::chrono::hours{24};
        const Duration length{milliseconds};
        if (length < Duration{0}) refuse(field, "is below 0");
        if (length > longest) refuse(field, "is longer than a day");
        return length;
    }

    /// None where the field is 0.
    [[nodiscard]] std::optional<Instant> optional_instant(std::int64_t milliseconds,
                                                          std::string_view field) {
        if (milliseconds == 0) return std::nullopt;
        const Instant instant = instant_from_unix_ms(milliseconds);
        if (instant < limits::earliest || instant > limits::latest)
            refuse(field, "is not a date between 1970 and 9999");
        return instant;
    }

    /// Only the first one is told.
    void refuse(std::string_view field, std::string_view why) {
        if (!fault_) fault_ = std::string{field}.append(" ").append(why).append(".");
    }

    /// Something is wrong with a part of the command, as a sentence says.
    void fault_at(std::string_view place, std::string_view sentence) {
        if (!fault_) fault_ = std::string{place}.append(": ").append(sentence);
    }

    /// A sentence; none if every field was as it must be.
    [[nodiscard]] const std::optional<std::string>& fault() const { return fault_; }

private:
    template <class AnyId>
    AnyId bounded(const std::string& value, std::string_view field) {
        if (value.size() > limits::id_length) refuse(field, "is too long to be an id");
        return AnyId{value};
    }

    std::optional<std::string> fault_;
};

}  // namespace rostrum::wire
