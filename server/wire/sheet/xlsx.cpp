#include <algorithm>
#include <utility>

#include "wire/sheet/package.hpp"
#include "wire/sheet/table.hpp"
#include "wire/sheet/workbook.hpp"

namespace rostrum::wire {

namespace {

constexpr std::string_view zip_mark = "PK";
/// Of .xls and of encrypted workbooks.
constexpr std::string_view compound_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t last_row = 1'048'576;

Finding whole_file(Sentence sentence) {
    return {0, "", "", std::move(sentence)};
}

/// The column of a cell's address, `C5`, from 0; nullopt if it has no letters.
std::optional<std::size_t> column_of(std::string_view address) {
    std::size_t column = 0;
    for (const char c : address) {
        if (c < 'A' || c > 'Z' || column > sheet_limits::columns) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

class Worksheet : public XmlListener {
public:
    Worksheet(const Workbook& workbook, TableBuilder& table) : workbook_(workbook), table_(table) {}

    /// Why this listener stopped, if it did.
    [[nodiscard]] const std::optional<Finding>& fault() const { return fault_; }

    bool start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") return start_row(attributes);
        if (name == "c") return start_cell(attributes);
        if (name == "col") return start_column(attributes);
        if (!in_cell_) return true;
        if (name == "v") in_value_ = true;
        if (name == "f") has_formula_ = true;
        runs_.start(name);
        return true;
    }

    bool end(std::string_view name) override {
        if (name == "v") in_value_ = false;
        if (name == "row" && is_hidden_) table_.hide_row(row_);
        runs_.end(name);
        if (name != "c") return true;
        in_cell_ = false;
        auto text = cell_text();
        if (!text)
            return stop({"xlsx_no_text", "This cell refers to a text that is not in the file."});
        if (table_.put(row_, column_, std::move(*text))) return true;
        fault_ = table_.fault();
        return false;
    }

    bool text(std::string_view piece) override {
        if (!in_cell_) return true;
        if (in_value_) value_ += piece;
        runs_.text(piece);
        return true;
    }

private:
    bool start_row(const XmlAttributes& attributes) {
        const std::size_t number = number_or(attributes["r"], row_ + 1);
        if (number <= row_ || number > last_row)
            return stop({"xlsx_rows", "The rows of this worksheet are out of order."});
        row_ = number;
        next_column_ = 0;
        is_hidden_ = is_true(attributes["hidden"]);
        return true;
    }

    bool start_column(const XmlAttributes& attributes) {
        if (!is_true(attributes["hidden"])) return true;
        const std::size_t last = std::min(number_or(attributes["max"], 0), sheet_limits::columns);
        for (std::size_t column = number_or(attributes["min"], last + 1); column <= last; ++column)
            if (column > 0) table_.hide_column(column - 1);
        return true;
    }

    static bool is_true(std::string_view attribute) {
        return attribute == "1" || attribute == "true";
    }

    bool start_cell(const XmlAttributes& attributes) {
        column_ = column_of(attributes["r"]).value_or(next_column_);
        if (column_ < next_column_)
            return stop({"xlsx_cells", "The cells of this row are out of order."});
        next_column_ = column_ + 1;
        type_ = attributes["t"];
        style_ = number_or(attributes["s"], 0);
        value_.clear();
        has_formula_ = false;
        in_cell_ = true;
        return true;
    }

    bool stop(Sentence reason) {
        fault_ = Finding{row_, "", "", std::move(reason)};
        return false;
    }

    std::optional<std::string> cell_text() {
        std::string run = runs_.take();
        if (type_ == "inlineStr") return run;
        // The value of a formula that makes no text is an empty string.
        if (value_.empty())
            return has_formula_ && type_ != "str" ? std::string{not_calculated} : "";
        if (type_ == "s") {
            const std::size_t index = number_or(value_, workbook_.shared_strings.size());
            if (index >= workbook_.shared_strings.size()) return std::nullopt;
            return workbook_.shared_strings[index];
        }
        if (type_ == "b") return value_ == "0" ? "FALSE" : "TRUE";
        if (type_ == "d") return date_text();
        if (!type_.empty() && type_ != "n") return value_;
        const NumberFormat format =
            style_ < workbook_.styles.size() ? workbook_.styles[style_] : NumberFormat{};
        return shown(value_, format, workbook_.dates);
    }

    /// `2018-04-11T09:00:00` as `2018-04-11 09:00:00`.
    [[nodiscard]] std::string date_text() const {
        std::string text = value_.substr(0, value_.find('.'));
        if (const auto t = text.find('T'); t != std::string::npos) text[t] = ' ';
        return text;
    }

    const Workbook& workbook_;
    TableBuilder& table_;
    std::optional<Finding> fault_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::size_t style_ = 0;
    std::string type_;
    std::string value_;
    TextRuns runs_;
    bool in_cell_ = false;
    bool in_value_ = false;
    bool has_formula_ = false;
    bool is_hidden_ = false;
};

std::optional<Finding> refused_at_sight(std::string_view bytes) {
    if (bytes.size() > sheet_limits::file_bytes) return whole_file(file_too_long());
    if (bytes.starts_with(compound_mark)) {
        constexpr std::string_view encrypted{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                                             32};
        if (bytes.find(encrypted) != std::string_view::npos)
            return whole_file(
                {"xlsx_encrypted", "This workbook is encrypted: save it without a password."});
        return whole_file(
            {"xls", "This is an .xls file of an older Excel: save it as .xlsx or .csv."});
    }
    if (!bytes.starts_with(zip_mark))
        return whole_file(
            {"not_xlsx", "This is not an .xlsx file: save the sheet as .xlsx or .csv."});
    return std::nullopt;
}

}  // namespace

std::variant<Table, Finding> read_xlsx(std::string_view bytes) {
    if (auto refused = refused_at_sight(bytes)) return std::move(*refused);
    Package package{bytes};
    if (package.has("content.xml"))
        return whole_file(
            {"ods", "This is an OpenDocument file: save the sheet as .xlsx or .csv."});
    const Workbook workbook = read_workbook(package);
    if (!package.fault().empty()) return whole_file(package.fault());
    if (workbook.worksheet.empty())
        return whole_file({"xlsx_no_sheet", "This .xlsx file has no visible worksheet."});

    TableBuilder table;
    if (workbook.visible > 1)
        table.remark({"other_sheets",
                      "The file has {count} sheets. Only the first was read: {sheet}.",
                      {{"count", std::to_string(workbook.visible)}, {"sheet", workbook.name}}});
    Worksheet worksheet{workbook, table};
    package.read(workbook.worksheet, worksheet);
    if (worksheet.fault()) return *worksheet.fault();
    if (!package.fault().empty()) return whole_file(package.fault());
    return table.take();
}

}  // namespace rostrum::wire
