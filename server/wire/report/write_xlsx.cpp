#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <unistd.h>
#include <xlsxwriter.h>

#include <sys/mman.h>

#include "wire/report/write.hpp"

namespace rostrum::wire::report {

namespace {

/// A file in memory: no name of a person gets onto the disk.
class MemoryFile {
public:
    MemoryFile() : descriptor_(memfd_create("report", MFD_CLOEXEC)) {
        if (descriptor_ < 0) throw std::runtime_error("There is no memory for a report.");
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { ::close(descriptor_); }

    [[nodiscard]] std::string path() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }
    [[nodiscard]] std::string bytes() const {
        std::string bytes;
        std::array<char, 65536> piece{};
        off_t at = 0;
        for (;;) {
            const ssize_t read = ::pread(descriptor_, piece.data(), piece.size(), at);
            if (read < 0 && errno == EINTR) continue;
            if (read <= 0) return bytes;
            bytes.append(piece.data(), static_cast<std::size_t>(read));
            at += read;
        }
    }

private:
    int descriptor_;
};

/// As Excel allows it: 31 characters at most, none of `[]:*?/\`, each once.
std::string sheet_name(const std::string& heading, std::set<std::string>& taken) {
    constexpr std::size_t longest = 31;
    std::string name;
    std::size_t characters = 0;
    for (const char c : heading) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && ++characters > longest - 4) break;
        name += std::string_view{"[]:*?/\\'"}.find(c) == std::string_view::npos ? c : ' ';
    }
    std::string free = name.empty() ? "1" : name;
    for (int number = 2; !taken.insert(free).second; ++number)
        free = name + ' ' + std::to_string(number);
    return free;
}

/// Excel counts days from 1899-12-30.
double excel_date(std::chrono::local_seconds time) {
    constexpr std::chrono::local_days first{std::chrono::year{1899} / 12 / 30};
    return std::chrono::duration<double, std::ratio<86400>>(time - first).count();
}

struct Formats {
    lxw_format* title;
    lxw_format* heading;
    lxw_format* text;
    lxw_format* decimal;
    lxw_format* percent;
    lxw_format* length;
    lxw_format* instant;
};

lxw_format* format_of(lxw_workbook* book, const char* number) {
    lxw_format* format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (number != nullptr) format_set_num_format(format, number);
    return format;
}

Formats formats_of(lxw_workbook* book) {
    Formats formats{format_of(book, nullptr),
                    format_of(book, nullptr),
                    format_of(book, nullptr),
                    format_of(book, "0.0"),
                    format_of(book, "0.0%"),
                    format_of(book, "[h]:mm:ss"),
                    format_of(book, "yyyy-mm-dd hh:mm:ss")};
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    format_set_bold(formats.heading);
    format_set_bottom(formats.heading, LXW_BORDER_THIN);
    format_set_text_wrap(formats.heading);
    format_set_text_wrap(formats.text);
    return formats;
}

struct WriteCell {
    lxw_worksheet* sheet;
    const Formats& formats;
    lxw_row_t row;
    lxw_col_t column;

    // A text stays a text, whatever it begins with.
    void operator()(const std::string& text) const {
        if (!text.empty()) worksheet_write_string(sheet, row, column, text.c_str(), formats.text);
    }
    void operator()(std::int64_t number) const {
        worksheet_write_number(sheet, row, column, static_cast<double>(number), formats.text);
    }
    void operator()(Decimal number) const {
        worksheet_write_number(sheet, row, column, number.value, formats.decimal);
    }
    void operator()(Percent share) const {
        worksheet_write_number(sheet, row, column, share.value / 100, formats.percent);
    }
    void operator()(Duration time) const {
        const auto seconds = whole_seconds(time).count();
        worksheet_write_number(sheet, row, column, static_cast<double>(seconds) / 86400,
                               formats.length);
    }
    void operator()(std::chrono::local_seconds time) const {
        worksheet_write_number(sheet, row, column, excel_date(time), formats.instant);
    }
};

/// @returns the row after it.
lxw_row_t write_facts(const Document& document, lxw_worksheet* sheet, const Formats& formats) {
    lxw_row_t row = 0;
    worksheet_write_string(sheet, row++, 0, document.title.c_str(), formats.title);
    for (const auto& [name, value] : document.facts) {
        worksheet_write_string(sheet, row, 0, name.c_str(), nullptr);
        worksheet_write_string(sheet, row++, 1, value.c_str(), nullptr);
    }
    return row + 1;
}

void write_table(const Table& table, lxw_worksheet* sheet, const Formats& formats, lxw_row_t row) {
    worksheet_write_string(sheet, row++, 0, table.heading.c_str(), formats.title);
    worksheet_repeat_rows(sheet, row, row);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, table.columns[i].width, nullptr);
        worksheet_write_string(sheet, row, column, table.columns[i].heading.c_str(),
                               formats.heading);
    }
    worksheet_freeze_panes(sheet, row + 1, 0);
    for (const std::vector<Cell>& cells : table.rows) {
        ++row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit(WriteCell{sheet, formats, row, static_cast<lxw_col_t>(i)}, cells[i]);
    }
}

/// Where the library keeps its parts meanwhile.
std::string parts_folder() {
    return std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : "";
}

}  // namespace

std::string write_xlsx(const Document& document) {
    const MemoryFile file;
    const std::string path = file.path();
    std::string folder = parts_folder();
    lxw_workbook_options options{};
    options.tmpdir = folder.empty() ? nullptr : folder.data();
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) throw std::runtime_error("There is no memory for a report.");
    const Formats formats = formats_of(book);
    std::set<std::string> taken;
    bool is_first = true;
    for (const Table& table : document.tables) {
        lxw_worksheet* sheet =
            workbook_add_worksheet(book, sheet_name(table.heading, taken).c_str());
        if (document.right_to_left) worksheet_right_to_left(sheet);
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet, a4);
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
        write_table(table, sheet, formats, is_first ? write_facts(document, sheet, formats) : 0);
        is_first = false;
    }
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
    return file.bytes();
}

}  // namespace rostrum::wire::report
