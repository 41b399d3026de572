#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "floor/instant.hpp"

/// A report as every format writes it: its words in one language, its times by the room's clock.
namespace rostrum::wire::report {

/// A number with one decimal at most.
struct Decimal {
    double value = 0;
};
/// 0 to 100, with one decimal at most.
struct Percent {
    double value = 0;
};

/// An empty text: nothing.
using Cell =
    std::variant<std::string, std::int64_t, Decimal, Percent, Duration, std::chrono::local_seconds>;

struct Column {
    std::string heading;
    /// In characters, for formats that have widths.
    int width = 12;
    /// False for what a text says once, above the table.
    bool in_texts = true;
    /// False if a text says the day of these instants above the table.
    bool with_day = true;
};

struct Table {
    std::string heading;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    /// In a text, too; false for what only a spreadsheet can hold.
    bool in_texts = true;
};

/// Where people write on: a heading with an entry for each of its parts.
struct Outline {
    std::string heading;
    std::vector<std::string> entries;
};

/// The outlines of a text that people complete, and what they are for.
struct Frame {
    std::string heading;
    std::string reason;
    std::vector<Outline> outlines = {};
};

struct Document {
    std::string title;
    /// What the report is about, and how it was counted.
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<Table> tables;
    /// For a format that people write in.
    std::optional<Frame> frame = std::nullopt;
    /// As in BCP 47: `fr`.
    std::string language = "en";
    bool right_to_left = false;
};

}  // namespace rostrum::wire::report
