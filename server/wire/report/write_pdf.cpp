#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "wire/report/write.hpp"

// Debian builds these libraries without sanitizers, which do not see their locks, nor what
// Fontconfig keeps for good.
#if defined(__SANITIZE_THREAD__)
extern "C" const char* __tsan_default_suppressions() {
    return "race:libfontconfig.so\nrace:libpangoft2-1.0.so\nrace:libpango-1.0.so\n"
           "race:libpangocairo-1.0.so\nrace:libglib-2.0.so\n";
}
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer's name.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig.so\n";
}
#endif
#endif

namespace rostrum::wire::report {

namespace {

template <auto release>
struct Release {
    void operator()(auto* held) const { release(held); }
};

using Iterator = std::unique_ptr<PangoLayoutIter, Release<pango_layout_iter_free>>;

struct Style {
    double points = 9;
    bool is_bold = false;
    /// In points, above it.
    double before = 0;
    /// Digits under digits.
    bool is_at_end = false;
};
constexpr Style title_style{18, true};
constexpr Style heading_style{13, true, 16};
constexpr Style text_style{};
constexpr Style column_style{9, true};

// A4, in points.
constexpr double short_side = 595;
constexpr double long_side = 842;
constexpr double margin = 50;
/// Between two columns, and above and below a row.
constexpr double gap = 8;
constexpr double row_gap = 3;

/// Pango ends the program where it finds no font.
void need_a_font() {
    const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    if (fonts == nullptr || fonts->nfont == 0)
        throw std::runtime_error(
            "A PDF needs fonts, and this machine has none. Install fonts-dejavu-core.");
}

cairo_status_t keep(void* bytes, const unsigned char* piece, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(piece), size);
    return CAIRO_STATUS_SUCCESS;
}

/// Rows from the top to the bottom of as many pages as they need.
class Pages {
public:
    Pages(const Document& document, bool is_landscape)
        : width_(is_landscape ? long_side : short_side),
          height_(is_landscape ? short_side : long_side),
          surface_(cairo_pdf_surface_create_for_stream(keep, &bytes_, width_, height_)),
          cairo_(cairo_create(surface_.get())),
          // Of its own: Pango's default one lives as long as the thread.
          fonts_(pango_cairo_font_map_new()),
          context_(pango_font_map_create_context(fonts_.get())),
          right_to_left_(document.right_to_left) {
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE,
                                       document.title.c_str());
        pango_context_set_language(context_.get(),
                                   pango_language_from_string(document.language.c_str()));
        pango_context_set_base_dir(context_.get(),
                                   right_to_left_ ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }

    void paragraph(const std::string& text, Style style) { row({text}, {inner_width()}, style); }

    /// Keeps a heading with what follows it.
    void need(double space) {
        if (y_ + space > bottom()) turn();
    }

    void table(const TextTable& table) {
        need(100);
        paragraph(table.heading, heading_style);
        const std::vector<double> widths = widths_of(table);
        std::vector<std::string> headings;
        std::vector<bool> numbers;
        for (const TextColumn& column : table.columns) {
            headings.push_back(column.heading);
            numbers.push_back(column.is_number);
        }
        const auto head = [&] {
            row(headings, widths, column_style, numbers);
            line();
        };
        head();
        head_ = head;
        for (const std::vector<std::string>& texts : table.rows) {
            row(texts, widths, text_style, numbers);
            line();
        }
        head_ = nullptr;
    }

    std::string take() {
        number();
        cairo_surface_finish(surface_.get());
        if (cairo_status(cairo_.get()) != CAIRO_STATUS_SUCCESS ||
            cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error("There is no memory for a report.");
        return std::move(bytes_);
    }

private:
    /// The text of a cell, line by line.
    struct Lines {
        Iterator next;
        double x = 0;
        bool is_at_end = false;
    };

    [[nodiscard]] double bottom() const { return height_ - margin; }
    [[nodiscard]] double inner_width() const { return width_ - 2 * margin; }

    /// As the columns ask for, and so that no word of a heading and no digits are broken. In
    /// points.
    std::vector<double> widths_of(const TextTable& table) const {
        const auto gaps = static_cast<double>(table.columns.size() - 1) * gap;
        const double unit = (inner_width() - gaps) / width_of(table);
        std::vector<double> widths;
        double missing = 0;
        for (const TextColumn& column : table.columns) {
            const double asked = column.width * unit;
            widths.push_back(std::max(
                {asked, longest_word(column.heading), longest_word(column.longest_digits)}));
            missing += widths.back() - asked;
        }
        *std::ranges::max_element(widths) -= missing;
        return widths;
    }

    double longest_word(const std::string& text) const {
        const Lines lines = lines_of(text, 0, 0, column_style);
        PangoLayout* layout = pango_layout_iter_get_layout(lines.next.get());
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
        int width = 0;
        pango_layout_get_size(layout, &width, nullptr);
        return pango_units_to_double(width) + 1;
    }

    Lines lines_of(const std::string& text, double x, double width, Style style) const {
        const std::unique_ptr<PangoLayout, Release<g_object_unref>> layout{
            pango_layout_new(context_.get())};
        const std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>> font{
            pango_font_description_from_string("Sans")};
        pango_font_description_set_absolute_size(font.get(), style.points * PANGO_SCALE);
        if (style.is_bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_auto_dir(layout.get(), FALSE);
        pango_layout_set_alignment(
            layout.get(), right_to_left_ != style.is_at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_width(layout.get(), pango_units_from_double(width));
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        // The iterator holds the layout.
        return {Iterator{pango_layout_get_iter(layout.get())}, x};
    }

    /// @param widths of the columns, in points.
    void row(const std::vector<std::string>& texts, const std::vector<double>& widths, Style style,
             const std::vector<bool>& numbers = {}) {
        std::vector<Lines> cells;
        double x = margin;
        double height = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double width = widths[i];
            style.is_at_end = !numbers.empty() && numbers[i];
            cells.push_back(
                lines_of(texts[i], right_to_left_ ? width_ - x - width : x, width, style));
            x += width + gap;
            int tall = 0;
            pango_layout_get_size(pango_layout_iter_get_layout(cells.back().next.get()), nullptr,
                                  &tall);
            height = std::max(height, pango_units_to_double(tall));
        }
        y_ += style.before + row_gap;
        // A row stays on one page if a page can hold it.
        if (y_ + height > bottom() && height < bottom() - 2 * margin) turn();
        while (std::ranges::any_of(cells, [](const Lines& cell) { return !cell.is_at_end; }))
            draw_line(cells);
        y_ += row_gap;
    }

    void draw_line(std::vector<Lines>& cells) {
        double height = 0;
        for (const Lines& cell : cells) {
            if (cell.is_at_end) continue;
            PangoRectangle box;
            pango_layout_iter_get_line_extents(cell.next.get(), nullptr, &box);
            height = std::max(height, pango_units_to_double(box.height));
        }
        if (y_ + height > bottom()) turn();
        for (Lines& cell : cells) {
            if (cell.is_at_end) continue;
            PangoRectangle box;
            pango_layout_iter_get_line_extents(cell.next.get(), nullptr, &box);
            const int baseline = pango_layout_iter_get_baseline(cell.next.get()) - box.y;
            cairo_move_to(cairo_.get(), cell.x + pango_units_to_double(box.x),
                          y_ + pango_units_to_double(baseline));
            pango_cairo_show_layout_line(cairo_.get(),
                                         pango_layout_iter_get_line_readonly(cell.next.get()));
            cell.is_at_end = pango_layout_iter_next_line(cell.next.get()) == FALSE;
        }
        y_ += height;
    }

    void line() {
        cairo_set_line_width(cairo_.get(), 0.5);
        cairo_set_source_rgb(cairo_.get(), 0.7, 0.7, 0.7);
        cairo_move_to(cairo_.get(), margin, y_);
        cairo_line_to(cairo_.get(), width_ - margin, y_);
        cairo_stroke(cairo_.get());
        cairo_set_source_rgb(cairo_.get(), 0, 0, 0);
    }

    /// The page's number, at its foot.
    void number() {
        std::vector<Lines> cells;
        cells.push_back(lines_of(std::to_string(++page_), margin, inner_width(), text_style));
        PangoLayout* layout = pango_layout_iter_get_layout(cells.back().next.get());
        cairo_move_to(cairo_.get(), margin, height_ - margin * 0.7);
        pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
        pango_cairo_show_layout(cairo_.get(), layout);
    }

    void turn() {
        number();
        cairo_show_page(cairo_.get());
        y_ = margin;
        if (head_) head_();
    }

    double width_;
    double height_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>> surface_;
    std::unique_ptr<cairo_t, Release<cairo_destroy>> cairo_;
    std::unique_ptr<PangoFontMap, Release<g_object_unref>> fonts_;
    std::unique_ptr<PangoContext, Release<g_object_unref>> context_;
    bool right_to_left_;
    double y_ = margin;
    /// Draws the head of a table that continues on a new page.
    std::function<void()> head_;
    int page_ = 0;
};

}  // namespace

std::string write_pdf(const Document& document) {
    need_a_font();
    std::vector<TextTable> tables;
    for (const Table& table : document.tables)
        if (table.in_texts) tables.push_back(text_table(table));
    Pages pages{document, std::ranges::any_of(tables, [](const TextTable& table) {
                    return width_of(table) > portrait_width;
                })};
    pages.paragraph(document.title, title_style);
    for (const auto& [name, value] : document.facts)
        pages.paragraph(std::string(name).append(": ").append(value), text_style);
    for (const TextTable& table : tables) pages.table(table);
    return pages.take();
}

}  // namespace rostrum::wire::report
