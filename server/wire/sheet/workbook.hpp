#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wire/sheet/number_format.hpp"
#include "wire/sheet/package.hpp"

namespace rostrum::wire {

/// What the cells of a worksheet refer to.
struct Workbook {
    /// The part with the first visible worksheet; empty if there is none.
    std::string worksheet;
    /// What people call it.
    std::string name;
    /// How many worksheets are visible.
    std::size_t visible = 0;
    DateSystem dates = DateSystem::from_1900;
    std::vector<std::string> shared_strings;
    /// By the style of a cell.
    std::vector<NumberFormat> styles;
};

/// Reads everything but the worksheet. package.fault() has the fault, if any.
[[nodiscard]] Workbook read_workbook(Package& package);

/// Collects the text of a `si` or `is`, without the phonetic runs that Japanese adds.
class TextRuns {
public:
    void start(std::string_view name);
    void end(std::string_view name);
    void text(std::string_view piece) {
        if (inside_) text_ += piece;
    }
    std::string take() { return std::exchange(text_, {}); }

private:
    bool inside_ = false;
    bool phonetic_ = false;
    std::string text_;
};

/// Parses a whole number; returns `unless` if the text is not one.
[[nodiscard]] std::size_t number_or(std::string_view text, std::size_t unless);

}  // namespace rostrum::wire
