#pragma once

#include <string>
#include <string_view>

namespace rostrum::wire {

/// Between the cells of a line. Where a comma stands in numbers, spreadsheets expect a semicolon.
enum class Separator { comma, semicolon };

/// Every CSV that Rostrum writes: marked as UTF-8, because Excel needs the mark, and without
/// formulas, because a plate must not run on somebody's laptop.
class CsvWriter {
public:
    explicit CsvWriter(Separator separator = Separator::comma) : separator_(separator) {}

    void text(std::string_view text);
    /// Digits with a decimal point, which becomes a comma beside semicolons.
    void number(std::string digits);
    void end_row();

    [[nodiscard]] std::string take() { return std::move(csv_); }

private:
    void begin_cell();

    Separator separator_;
    bool row_is_empty_ = true;
    std::string csv_ = "\xEF\xBB\xBF";
};

}  // namespace rostrum::wire
