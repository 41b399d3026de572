#pragma once

#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "rostrum/v1/room.pb.h"

/// The sections of a room around its floor. Those of the current meeting are present but empty in
/// an empty room.
namespace rostrum::wire {

/// A name plate as everybody may see it: without RepresentedBy, and without a withheld name.
void write_plate(const Room& room, const Meeting& meeting, const Delegation& delegation, View view,
                 v1::Delegation& out);

/// Which phone asks for whom is only for the podium.
void write_questions(const Meeting* meeting, View view, v1::Questions& out);
void write_roll(const Room& room, const Meeting* meeting, View view, v1::Roll& out);
void write_hour(const Meeting* meeting, const Rules& rules, v1::Hour& out);
void write_settings(const Room& room, v1::Settings& out);

/// Writes the signals that this view may see: the lectern sees those for the current speaker.
void write_signals(const Room& room, View view, v1::Signals& out);

/// Only for the podium.
void write_memory(const Room& room, v1::Memory& out);

}  // namespace rostrum::wire
