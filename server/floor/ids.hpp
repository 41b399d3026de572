#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace rostrum {

/// A textual id. Ids of different kinds do not mix.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    // clang-tidy 14 takes the 0 of a defaulted <=> for a null pointer.
    friend auto operator<=>(const Id&, const Id&) = default;  // NOLINT(modernize-use-nullptr)
};

/// A numeric id.
template <class Tag>
struct Number {
    std::uint64_t value = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): as above.
    friend constexpr auto operator<=>(const Number&, const Number&) = default;
};

using RoomId = Id<struct RoomTag>;
using MeetingId = Id<struct MeetingTag>;
using DelegationId = Id<struct DelegationTag>;
using InscriptionId = Id<struct InscriptionTag>;
/// Chosen by the client that sends a command; never used twice.
using CommandId = Id<struct CommandTag>;

/// A room's version number, one up for each act. 0 is a room before its first act.
using Revision = Number<struct RevisionTag>;
/// A statement is numbered by the revision of the act that gave the floor.
using StatementId = Number<struct StatementTag>;
/// A notice is numbered by the revision of the act that showed it.
using NoticeId = Number<struct NoticeTag>;
/// A signal is numbered by the revision of the act that sent it.
using SignalId = Number<struct SignalTag>;
/// A round of answers is numbered by the revision of the act that began it.
using RoundId = Number<struct RoundTag>;

}  // namespace rostrum

template <class Tag>
struct std::hash<rostrum::Id<Tag>> {
    std::size_t operator()(const rostrum::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.value);
    }
};
