#include <algorithm>
#include <utility>

#include "wire/sheet/headings.hpp"
#include "wire/sheet/table.hpp"
#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

struct Text {
    std::string utf8;
    std::optional<Sentence> remark;
};

std::variant<Text, Finding> text_from(std::string_view bytes) {
    const auto utf16 = [&](const char* charset) -> std::variant<Text, Finding> {
        if (auto text = decoded(bytes.substr(2), charset))
            return Text{std::move(*text), std::nullopt};
        return Finding{
            0, "", "",
            Sentence{"utf16_broken", "This file is marked as UTF-16, but is not valid UTF-16."}};
    };
    if (bytes.starts_with("\xFF\xFE")) return utf16("UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return utf16("UTF-16BE");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (auto text = decoded(bytes, "UTF-8")) return Text{std::move(*text), std::nullopt};
    return Text{decoded(bytes, "windows-1252").value_or(""),
                Sentence{"windows_1252",
                         "The file is not UTF-8 and was read as Windows-1252: check the letters "
                         "with accents."}};
}

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

/// Removes a line such as `sep=;` and returns its separator; 0 if there is no such line. Excel does
/// not show that line as a row.
char take_separator_line(std::string_view& text) {
    constexpr std::string_view key = "sep=";
    const bool named = text.size() > key.size() &&
                       std::equal(key.begin(), key.end(), text.begin(), [](char a, char b) {
                           return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
                       });
    if (!named) return 0;
    const char separator = text[key.size()];
    std::string_view rest = text.substr(key.size() + 1);
    if (is_line_end(separator) || (!rest.empty() && !is_line_end(rest.front()))) return 0;
    if (rest.starts_with("\r\n")) rest.remove_prefix(1);
    if (!rest.empty()) rest.remove_prefix(1);
    text = rest;
    return separator;
}

std::size_t headings_in(std::string_view line, char separator) {
    std::size_t known = 0;
    for (bool more = true; more;) {
        const std::size_t end = std::min(line.find(separator), line.size());
        known += field_of(line.substr(0, end)) ? 1 : 0;
        more = end < line.size();
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return known;
}

/// Of the first row of headings: titles stand above. Else the most frequent one in the first row
/// that has any, outside quotes.
char likely_separator(std::string_view text) {
    constexpr int rows_above = 20;
    std::string_view rest = text;
    for (int row = 0; row <= rows_above && !rest.empty(); ++row) {
        const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
        for (const char separator : {',', ';', '\t'})
            if (headings_in(rest.substr(0, end), separator) >= 2) return separator;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }

    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (is_line_end(c) && commas + semicolons + tabs > 0) break;
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
    }
    if (tabs > commas && tabs > semicolons) return '\t';
    return semicolons > commas ? ';' : ',';
}

class CsvReader {
public:
    CsvReader(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    std::variant<Table, Finding> read(const std::optional<Sentence>& remark) {
        if (remark) table_.remark(*remark);
        while (!rest_.empty()) {
            const std::size_t row = row_;
            if (!read_cell(row)) return table_.fault();
            if (unclosed_)
                return Finding{
                    row, column_letter(column_), "",
                    Sentence{"quote_open", "A quotation mark is opened here and never closed."}};
        }
        return table_.take();
    }

private:
    /// Reads the next cell, and the separator or line end after it.
    bool read_cell(std::size_t row) {
        std::string cell = quoted() ? take_quoted() : std::string{};
        if (unclosed_) return true;
        // Text after a closing quotation mark is not CSV, but spreadsheets accept it.
        const std::size_t end =
            std::min(rest_.size(),
                     static_cast<std::size_t>(
                         std::find_if(rest_.begin(), rest_.end(),
                                      [&](char c) { return c == separator_ || is_line_end(c); }) -
                         rest_.begin()));
        cell.append(rest_.substr(0, end));
        rest_.remove_prefix(end);
        const std::size_t column = column_;
        take_end();
        return table_.put(row, column, std::move(cell));
    }

    [[nodiscard]] bool quoted() const { return rest_.starts_with('"'); }

    std::string take_quoted() {
        std::string cell;
        rest_.remove_prefix(1);
        while (true) {
            const std::size_t quote = rest_.find('"');
            unclosed_ = quote == std::string_view::npos;
            if (unclosed_) return cell;
            cell.append(rest_.substr(0, quote));
            rest_.remove_prefix(quote + 1);
            if (!quoted()) return cell;
            cell += '"';
            rest_.remove_prefix(1);
        }
    }

    void take_end() {
        if (rest_.empty()) return;
        if (!is_line_end(rest_.front())) {
            ++column_;
            return rest_.remove_prefix(1);
        }
        rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
        column_ = 0;
        ++row_;
    }

    std::string_view rest_;
    char separator_;
    std::size_t row_ = 1;
    std::size_t column_ = 0;
    bool unclosed_ = false;
    TableBuilder table_;
};

}  // namespace

std::variant<Table, Finding> read_csv(std::string_view bytes) {
    if (bytes.size() > sheet_limits::file_bytes) return Finding{0, "", "", file_too_long()};
    auto text = text_from(bytes);
    if (auto* fault = std::get_if<Finding>(&text)) return std::move(*fault);
    const auto& [utf8, remark] = std::get<Text>(text);
    std::string_view rest = utf8;
    char separator = take_separator_line(rest);
    if (separator == 0) separator = likely_separator(rest);
    return CsvReader{rest, separator}.read(remark);
}

}  // namespace rostrum::wire
