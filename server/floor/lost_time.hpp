#pragma once

#include <optional>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/room.hpp"

/// What a speaker lost while there was no server: the statement ran on, and nobody could stop it.
namespace rostrum {

/// No server ran from here to there, as far as the next one knows.
struct Outage {
    Instant from;
    Instant to;
    friend bool operator==(const Outage&, const Outage&) = default;
};

/// A statement that ran all through an outage, or several.
struct LostTime {
    /// From the beginning of the first to the end of the last.
    Outage outage;
    /// How long there was no server, in all.
    Duration away{};
    InscriptionId inscription;
    /// What the chair had added to it by then: what is added later gives the lost time back.
    Duration added_before{};
    /// Of the AddTime that gives it back: whoever sends it, it is done once.
    CommandId command;
    friend bool operator==(const LostTime&, const LostTime&) = default;
};

/// What the outage cost whoever had the floor.
/// @param room as it stood all through the outage
/// @returns none where no statement ran, or it was too short to be worth a word
///     (limits::outage_shortest)
[[nodiscard]] std::optional<LostTime> lost_time(const Room& room, const Outage& outage);

/// Of one statement, the earlier not given back: one offer of both, since one tap is easier than
/// two.
/// @pre both are of the same inscription
[[nodiscard]] LostTime together(const LostTime& earlier, const LostTime& later);

/// Whether it can still be given back: the statement is in progress, or interrupted and to go on.
[[nodiscard]] bool is_to_give_back(const LostTime& lost, const Room& room);

}  // namespace rostrum
