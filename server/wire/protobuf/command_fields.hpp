#pragma once

#include <optional>
#include <string_view>

#include "floor/sentence.hpp"
#include "wire/protobuf/mapping.hpp"

namespace rostrum::wire {

/// Checks the ids, numbers, values and times of a command, and keeps the first fault as a sentence.
/// The floor checks the rest: whether the ids exist, and what a text or a time may be.
class CommandFields final : public FieldChecks {
public:
    void unknown(const FieldDescriptor& field, int number) override;
    void missing(const FieldDescriptor& field) override;
    void id(const FieldDescriptor& field, const std::string& id) override;
    void length(const FieldDescriptor& field, Duration length) override;
    void instant(const FieldDescriptor& field, Instant instant) override;
    bool fits(const FieldDescriptor& field, int entries) override;

    /// Keeps only the first fault.
    void refuse(Sentence fault);

    /// nullopt if every field is valid.
    [[nodiscard]] const std::optional<Sentence>& fault() const { return fault_; }

private:
    std::optional<Sentence> fault_;
};

[[nodiscard]] Sentence too_long_for_an_id(std::string_view field);

}  // namespace rostrum::wire
