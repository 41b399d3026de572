#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "wire/report/document.hpp"
#include "wire/sheet/csv_writer.hpp"

/// A report in a format of people and their programs.
namespace rostrum::wire::report {

enum class Format { csv, xlsx, docx, pdf };

/// nullopt for an unknown one.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
[[nodiscard]] std::string_view content_type_of(Format format);

/// @param separator of CSV.
[[nodiscard]] std::string written(const Document& document, Format format,
                                  Separator separator = Separator::comma);

[[nodiscard]] std::string write_csv(const Document& document, Separator separator);
/// @throws std::runtime_error if there is no memory for the file.
[[nodiscard]] std::string write_xlsx(const Document& document);
/// @throws std::runtime_error if there is no memory for the file.
[[nodiscard]] std::string write_docx(const Document& document);
/// A4, wide tables in landscape.
/// @throws std::runtime_error if the machine has no font, or no memory for the file.
[[nodiscard]] std::string write_pdf(const Document& document);

/// Rounded as on the page.
[[nodiscard]] std::chrono::seconds whole_seconds(Duration time);

/// As people read it: `7:59`, `35.3%`, `2018-04-11 09:30:10`.
[[nodiscard]] std::string text_of(const Cell& cell);

struct TextColumn {
    std::string heading;
    /// In characters.
    int width = 12;
    bool is_number = false;
    /// The longest of its instants and numbers, which no format breaks within a word.
    std::string longest_digits = {};
};
/// A table as every text shows it: the page, DOCX and PDF.
struct TextTable {
    std::string heading;
    std::vector<TextColumn> columns;
    std::vector<std::vector<std::string>> rows;
};
[[nodiscard]] TextTable text_table(const Table& table);
[[nodiscard]] int width_of(const TextTable& table);
/// In characters: a wider table needs the long side of a sheet of A4.
inline constexpr int portrait_width = 140;

}  // namespace rostrum::wire::report
