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
    /// The part with the first worksheet that is not hidden; empty where there is none.
    std::string worksheet;
    DateSystem dates = DateSystem::from_1900;
    std::vector<std::string> shared_strings;
    /// By the style of a cell.
    std::vector<NumberFormat> styles;
};

/// Everything but the worksheet. Faults are the package's.
[[nodiscard]] Workbook read_workbook(Package& package);

/// Follows a `si` or `is`: the text in its runs, without the pronunciation that Japanese adds.
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

/// A whole number as in an attribute; `unless` where there is none.
[[nodiscard]] std::size_t number_or(std::string_view text, std::size_t unless);

}  // namespace rostrum::wire
