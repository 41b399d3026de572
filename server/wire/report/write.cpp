#include "wire/report/write.hpp"

#include <array>
#include <charconv>
#include <system_error>

namespace rostrum::wire::report {

namespace {

/// With one decimal, unless that is 0.
std::string decimal(double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    std::string digits(text.data(), error == std::errc{} ? end : text.data());
    if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
    return digits;
}

std::string two(std::int64_t number) {
    return std::to_string(100 + number).substr(1);
}

std::chrono::hh_mm_ss<std::chrono::seconds> clock_of(Duration time) {
    return std::chrono::hh_mm_ss{whole_seconds(time)};
}

std::string day_text(std::chrono::local_seconds time) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    return std::to_string(static_cast<int>(day.year())) + '-' +
           two(static_cast<unsigned>(day.month())) + '-' + two(static_cast<unsigned>(day.day()));
}

std::string time_text(std::chrono::local_seconds time) {
    const std::chrono::hh_mm_ss clock{time - std::chrono::floor<std::chrono::days>(time)};
    return two(clock.hours().count()) + ':' + two(clock.minutes().count()) + ':' +
           two(clock.seconds().count());
}

void write_cell(CsvWriter& csv, const Cell& cell) {
    struct Write {
        CsvWriter& csv;
        void operator()(const std::string& text) const { csv.text(text); }
        void operator()(std::int64_t number) const { csv.number(std::to_string(number)); }
        void operator()(Decimal number) const { csv.number(decimal(number.value)); }
        void operator()(Percent share) const { csv.number(decimal(share.value) + '%'); }
        // With the hours: spreadsheets take `7:59` for eight o'clock.
        void operator()(Duration time) const {
            const auto clock = clock_of(time);
            csv.number(std::to_string(clock.hours().count()) + ':' + two(clock.minutes().count()) +
                       ':' + two(clock.seconds().count()));
        }
        void operator()(std::chrono::local_seconds time) const {
            csv.number(day_text(time) + ' ' + time_text(time));
        }
    };
    std::visit(Write{csv}, cell);
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
    if (name == "csv") return Format::csv;
    if (name == "xlsx") return Format::xlsx;
    if (name == "docx") return Format::docx;
    if (name == "pdf") return Format::pdf;
    return std::nullopt;
}

std::string_view content_type_of(Format format) {
    switch (format) {
        case Format::csv:
            return "text/csv; charset=utf-8";
        case Format::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case Format::pdf:
            return "application/pdf";
        case Format::docx:
            break;
    }
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

std::chrono::seconds whole_seconds(Duration time) {
    return std::chrono::floor<std::chrono::seconds>(time + Duration{500});
}

std::string written(const Document& document, Format format, Separator separator) {
    switch (format) {
        case Format::csv:
            return write_csv(document, separator);
        case Format::xlsx:
            return write_xlsx(document);
        case Format::pdf:
            return write_pdf(document);
        case Format::docx:
            break;
    }
    return write_docx(document);
}

std::string write_csv(const Document& document, Separator separator) {
    CsvWriter csv{separator};
    csv.text(document.title);
    csv.end_row();
    for (const auto& [name, value] : document.facts) {
        csv.text(name);
        csv.text(value);
        csv.end_row();
    }
    for (const Table& table : document.tables) {
        csv.end_row();
        csv.text(table.heading);
        csv.end_row();
        for (const Column& column : table.columns) csv.text(column.heading);
        csv.end_row();
        for (const std::vector<Cell>& row : table.rows) {
            for (const Cell& cell : row) write_cell(csv, cell);
            csv.end_row();
        }
    }
    return csv.take();
}

std::string text_of(const Cell& cell) {
    struct Text {
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(Decimal number) const { return decimal(number.value); }
        std::string operator()(Percent share) const { return decimal(share.value) + '%'; }
        std::string operator()(Duration time) const {
            const auto clock = clock_of(time);
            const auto hours = clock.hours().count();
            const auto minutes = clock.minutes().count();
            const std::string seconds = ':' + two(clock.seconds().count());
            return hours > 0 ? std::to_string(hours) + ':' + two(minutes) + seconds
                             : std::to_string(minutes) + seconds;
        }
        std::string operator()(std::chrono::local_seconds time) const {
            return day_text(time) + ' ' + time_text(time);
        }
    };
    return std::visit(Text{}, cell);
}

TextTable text_table(const Table& table) {
    constexpr int width_of_day = 6;
    TextTable texts{table.heading, {}, std::vector<std::vector<std::string>>(table.rows.size())};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (!column.in_texts) continue;
        bool is_number = false;
        std::string longest;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const Cell& cell = table.rows[row].at(i);
            const auto* time = std::get_if<std::chrono::local_seconds>(&cell);
            texts.rows[row].push_back(time != nullptr && !column.with_day ? time_text(*time)
                                                                          : text_of(cell));
            if (std::holds_alternative<std::string>(cell)) continue;
            is_number |= time == nullptr;
            if (texts.rows[row].back().size() > longest.size()) longest = texts.rows[row].back();
        }
        texts.columns.push_back({column.heading,
                                 column.with_day ? column.width : column.width - width_of_day,
                                 is_number, std::move(longest)});
    }
    return texts;
}

int width_of(const TextTable& table) {
    int all = 0;
    for (const TextColumn& column : table.columns) all += column.width;
    return all;
}

}  // namespace rostrum::wire::report
