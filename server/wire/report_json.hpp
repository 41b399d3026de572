#pragma once

#include <span>
#include <string>
#include <string_view>

#include "floor/figures.hpp"
#include "floor/record.hpp"

/// Facts and figures and the record, as files for people and their spreadsheets. docs/protocol.md
/// tells the fields.
namespace rostrum::wire {

/// @param title the meeting's State, the room, or what it is that has several rooms.
[[nodiscard]] std::string figures_json(std::string_view title, const Figures& figures);
[[nodiscard]] std::string figures_csv(std::string_view title, const Figures& figures);

/// Of one room, or of several one after another.
[[nodiscard]] std::string record_json(std::span<const Record> records);
/// The turns, an empty line, the acts; instants in ISO 8601, UTC.
[[nodiscard]] std::string record_csv(std::span<const Record> records);

}  // namespace rostrum::wire
