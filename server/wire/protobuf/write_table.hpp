#pragma once

#include <cstdint>
#include <optional>

#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "rostrum/v1/room.pb.h"

/// The sections of a room that are not of its floor but around it. A section of the current meeting
/// is there and says nothing in an empty room.
namespace rostrum::wire {

[[nodiscard]] std::int64_t unix_ms_or_zero(const std::optional<Instant>& instant);

/// A name plate as the whole room may see it: who represents it is not told, nor a name that is
/// withheld.
void write_plate(const Room& room, const Meeting& meeting, const Delegation& delegation,
                 v1::Delegation& out);

void write_questions(const Meeting* meeting, v1::Questions& out);
void write_roll(const Room& room, const Meeting* meeting, v1::Roll& out);
void write_hour(const Meeting* meeting, const Rules& rules, v1::Hour& out);
void write_settings(const Room& room, v1::Settings& out);

void write_signal(const Signal& signal, v1::Signal& out);
/// Those that this view may see: the lectern has the signals for whoever speaks.
void write_signals(const Room& room, View view, v1::Signals& out);

/// For the podium alone.
void write_memory(const Room& room, v1::Memory& out);

}  // namespace rostrum::wire
