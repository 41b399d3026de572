#pragma once

#include <span>
#include <string>
#include <string_view>

#include "floor/figures.hpp"
#include "floor/record.hpp"
#include "wire/report/document.hpp"

/// The figures and the record for programs. docs/protocol.md lists the fields.
namespace rostrum::wire {

/// @param title of the scope: the meeting's State, the room, or `All rooms`.
[[nodiscard]] std::string figures_json(std::string_view title, const Figures& figures);

/// Of one room, or of several in turn.
[[nodiscard]] std::string record_json(std::span<const Record> records);
/// A document with its texts as people read them, for the page to print.
[[nodiscard]] std::string document_json(const report::Document& document);

}  // namespace rostrum::wire
