#pragma once

#include <span>
#include <string>
#include <string_view>

#include "floor/figures.hpp"
#include "floor/record.hpp"

/// The figures and the record as files for people and spreadsheets. docs/protocol.md lists the
/// fields.
namespace rostrum::wire {

/// @param title of the scope: the meeting's State, the room, or `All rooms`.
[[nodiscard]] std::string figures_json(std::string_view title, const Figures& figures);
[[nodiscard]] std::string figures_csv(std::string_view title, const Figures& figures);

/// Of one room, or of several in turn.
[[nodiscard]] std::string record_json(std::span<const Record> records);
/// The turns, an empty line, the acts; instants in ISO 8601, UTC.
[[nodiscard]] std::string record_csv(std::span<const Record> records);

}  // namespace rostrum::wire
