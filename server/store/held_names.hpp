#pragma once

#include <cstddef>
#include <vector>

#include "floor/ids.hpp"
#include "store/act_row.hpp"
#include "store/held_name.hpp"
#include "store/sqlite.hpp"

/// Names that came before their acts, in a log. Adding and dropping run in the caller's
/// transaction.
namespace rostrum::store {

void hold_names(const Database& log, const std::vector<HeldName>& names);

[[nodiscard]] std::vector<HeldName> held_names_of(const Database& log);

/// The act is in the log, with its names.
void drop_held_names(const Database& log, const ActRow& act);

/// Drops the names of a plate, which are erased.
/// @returns the number of names
std::size_t drop_held_names(const Database& log, const MeetingId& meeting,
                            const DelegationId& delegation);

}  // namespace rostrum::store
