#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <zip.h>

#include "wire/report/write.hpp"

namespace rostrum::wire::report {

namespace {

struct Part {
    const char* name;
    std::string content;
};

[[noreturn]] void no_memory() {
    throw std::runtime_error("There is no memory for a report.");
}

/// A ZIP archive in memory.
std::string zipped(const std::vector<Part>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> source{
        zip_source_buffer_create(nullptr, 0, 0, &error), &zip_source_free};
    if (!source) no_memory();
    // The archive and this function hold the source.
    zip_source_keep(source.get());
    zip_t* archive = zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_error_fini(&error);
    if (archive == nullptr) no_memory();
    for (const Part& part : parts) {
        zip_source_t* content =
            zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
        if (content == nullptr || zip_file_add(archive, part.name, content, ZIP_FL_ENC_UTF_8) < 0)
            no_memory();
    }
    if (zip_close(archive) != 0 || zip_source_open(source.get()) != 0) no_memory();
    std::string bytes;
    std::array<char, 65536> piece{};
    for (;;) {
        const zip_int64_t read = zip_source_read(source.get(), piece.data(), piece.size());
        if (read <= 0) break;
        bytes.append(piece.data(), static_cast<std::size_t>(read));
    }
    zip_source_close(source.get());
    return bytes;
}

constexpr std::string_view declaration =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view word_namespace =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string content_types() {
    return std::string{declaration} +
           R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
           R"(<Default Extension="xml" ContentType="application/xml"/>)"
           R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
           R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
           R"(<Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
           "</Types>";
}

using Relationship = std::pair<std::string_view, std::string_view>;

/// @param all type and target of each; their ids are `rId1`, `rId2`…
std::string relationships(std::initializer_list<Relationship> all) {
    std::string xml{declaration};
    xml +=
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    int id = 0;
    for (const auto& [type, target] : all)
        xml.append(R"(<Relationship Id="rId)")
            .append(std::to_string(++id))
            .append(
                R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)")
            .append(type)
            .append(R"(" Target=")")
            .append(target)
            .append(R"("/>)");
    return xml + "</Relationships>";
}

/// The page's number.
std::string footer() {
    return std::string{declaration} + "<w:ftr " + std::string{word_namespace} +
           R"(><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE ">)"
           "<w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";
}

std::string style(std::string_view id, int half_points, int before, std::string_view more) {
    return R"(<w:style w:type="paragraph" w:styleId=")" + std::string{id} + R"("><w:name w:val=")" +
           std::string{id} + R"("/><w:pPr><w:keepNext/><w:spacing w:before=")" +
           std::to_string(before) + R"(" w:after="120"/>)" + std::string{more} +
           R"(</w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=")" + std::to_string(half_points) +
           R"("/><w:szCs w:val=")" + std::to_string(half_points) + R"("/></w:rPr></w:style>)";
}

std::string styles(const Document& document) {
    return std::string{declaration} + "<w:styles " + std::string{word_namespace} +
           R"(><w:docDefaults><w:rPrDefault><w:rPr>)"
           R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/>)" +
           R"(<w:lang w:val=")" + document.language + R"(" w:bidi=")" + document.language +
           R"("/></w:rPr></w:rPrDefault></w:docDefaults>)" + style("Title", 36, 0, "") +
           style("Heading1", 28, 360, R"(<w:outlineLvl w:val="0"/>)") +
           style("Heading2", 22, 240, R"(<w:outlineLvl w:val="1"/>)") +
           R"(<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:pPr>)"
           R"(<w:spacing w:before="40" w:after="40"/></w:pPr><w:rPr><w:sz w:val="18"/>)"
           R"(<w:szCs w:val="18"/></w:rPr></w:style></w:styles>)";
}

class Body {
public:
    explicit Body(bool right_to_left) : right_to_left_(right_to_left) {}

    void paragraph(std::string_view text, std::string_view style = {}, bool bold = false,
                   bool is_number = false) {
        xml_ += "<w:p>";
        properties(style, is_number);
        if (!text.empty()) {
            xml_ += "<w:r><w:rPr>";
            if (bold) xml_ += "<w:b/><w:bCs/>";
            if (right_to_left_) xml_ += "<w:rtl/>";
            xml_ += R"(</w:rPr><w:t xml:space="preserve">)";
            escape(text);
            xml_ += "</w:t></w:r>";
        }
        xml_ += "</w:p>";
    }

    void table(const TextTable& table, bool is_landscape) {
        paragraph(table.heading, "Heading1");
        xml_ += "<w:tbl><w:tblPr>";
        if (right_to_left_) xml_ += "<w:bidiVisual/>";
        xml_ += R"(<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>)"
                R"(<w:top w:val="single" w:sz="4" w:color="808080"/>)"
                R"(<w:bottom w:val="single" w:sz="4" w:color="808080"/>)"
                R"(<w:insideH w:val="single" w:sz="4" w:color="C0C0C0"/>)"
                "</w:tblBorders></w:tblPr><w:tblGrid>";
        const int width = (is_landscape ? long_side : short_side) - 2 * margin;
        for (const TextColumn& column : table.columns)
            xml_ += R"(<w:gridCol w:w=")" + std::to_string(width * column.width / width_of(table)) +
                    R"("/>)";
        xml_ += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for (const TextColumn& column : table.columns) cell(column.heading, true, column.is_number);
        xml_ += "</w:tr>";
        for (const std::vector<std::string>& row : table.rows) {
            xml_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                cell(row[i], false, table.columns[i].is_number);
            xml_ += "</w:tr>";
        }
        xml_ += "</w:tbl>";
    }

    /// What follows begins a new page.
    void end_section(bool is_landscape) {
        xml_ += R"(<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>)" +
                section(is_landscape) + "</w:pPr></w:p>";
    }

    std::string take(bool is_landscape) {
        return std::string{declaration} + "<w:document " + std::string{word_namespace} +
               "><w:body>" + xml_ + section(is_landscape) + "</w:body></w:document>";
    }

private:
    // A4, in twentieths of a point.
    static constexpr int short_side = 11906;
    static constexpr int long_side = 16838;
    static constexpr int margin = 1134;

    static std::string section(bool is_landscape) {
        const std::string width = std::to_string(is_landscape ? long_side : short_side);
        const std::string height = std::to_string(is_landscape ? short_side : long_side);
        return R"(<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w=")" +
               width + R"(" w:h=")" + height + '"' +
               (is_landscape ? R"( w:orient="landscape"/>)" : "/>") +
               R"(<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" )"
               R"(w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>)";
    }

    void properties(std::string_view style, bool is_number = false) {
        xml_ += "<w:pPr>";
        if (!style.empty()) xml_.append(R"(<w:pStyle w:val=")").append(style).append(R"("/>)");
        if (right_to_left_) xml_ += "<w:bidi/>";
        if (is_number) xml_ += R"(<w:jc w:val="end"/>)";
        xml_ += "</w:pPr>";
    }

    void cell(std::string_view text, bool bold, bool is_number) {
        xml_ += "<w:tc><w:tcPr/>";
        paragraph(text, "Cell", bold, is_number);
        xml_ += "</w:tc>";
    }

    void escape(std::string_view text) {
        for (const char c : text) {
            switch (c) {
                case '&':
                    xml_ += "&amp;";
                    break;
                case '<':
                    xml_ += "&lt;";
                    break;
                case '>':
                    xml_ += "&gt;";
                    break;
                default:
                    // XML has no way to write the others.
                    if (static_cast<unsigned char>(c) >= 0x20) xml_ += c;
            }
        }
    }

    bool right_to_left_;
    std::string xml_;
};

}  // namespace

std::string write_docx(const Document& document) {
    Body body{document.right_to_left};
    body.paragraph(document.title, "Title");
    for (const auto& [name, value] : document.facts)
        body.paragraph(std::string(name).append(": ").append(value));
    std::vector<TextTable> tables;
    for (const Table& table : document.tables)
        if (table.in_texts) tables.push_back(text_table(table));
    const bool is_landscape = std::ranges::any_of(
        tables, [](const TextTable& table) { return width_of(table) > portrait_width; });
    for (const TextTable& table : tables) body.table(table, is_landscape);
    if (document.frame) {
        body.end_section(is_landscape);
        body.paragraph(document.frame->heading, "Title");
        body.paragraph(document.frame->reason);
        for (const Outline& outline : document.frame->outlines) {
            body.paragraph(outline.heading, "Heading1");
            for (const std::string& entry : outline.entries) {
                body.paragraph(entry, "Heading2");
                body.paragraph("");
            }
        }
    } else {
        // No document ends with a table.
        body.paragraph("");
    }
    return zipped({{"[Content_Types].xml", content_types()},
                   {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
                   {"word/_rels/document.xml.rels",
                    relationships({{"styles", "styles.xml"}, {"footer", "footer.xml"}})},
                   {"word/document.xml", body.take(is_landscape && !document.frame)},
                   {"word/footer.xml", footer()},
                   {"word/styles.xml", styles(document)}});
}

}  // namespace rostrum::wire::report
