#include "archive.hpp"

#include <stdexcept>
#include <zip.h>

namespace rostrum::wire {

std::string archive_of(const std::map<std::string, std::string>& parts,
                       const std::string& password) {
    zip_source_t* const bytes = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* const archive = zip_open_from_source(bytes, ZIP_TRUNCATE, nullptr);
    if (archive == nullptr) throw std::runtime_error("no archive");
    zip_source_keep(bytes);
    for (const auto& [name, content] : parts) {
        const auto index =
            zip_file_add(archive, name.c_str(),
                         zip_source_buffer(archive, content.data(), content.size(), 0), 0);
        if (!password.empty())
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_128,
                                    password.c_str());
    }
    if (zip_close(archive) != 0) throw std::runtime_error("the archive cannot be written");

    zip_stat_t info;
    zip_source_open(bytes);
    zip_source_stat(bytes, &info);
    std::string file(info.size, '\0');
    zip_source_read(bytes, file.data(), file.size());
    zip_source_close(bytes);
    zip_source_free(bytes);
    return file;
}

std::map<std::string, std::string> workbook_parts(const std::string& rows) {
    const std::string relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto relation = [&](const std::string& id, const std::string& type,
                              const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" +
               target + "\"/>";
    };
    return {
        {"_rels/.rels", "<Relationships>" + relation("rId1", "officeDocument", "xl/workbook.xml") +
                            "</Relationships>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"" + relations +
             "\"><workbookPr/><sheets>"
             "<sheet name=\"Notes\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>"
             "<sheet name=\"Round\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships>" + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
             relation("rId2", "worksheet", "worksheets/sheet2.xml") +
             relation("rId3", "sharedStrings", "sharedStrings.xml") +
             relation("rId4", "styles", "/xl/styles.xml") + "</Relationships>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>State</t></si><si><r><t>Cu</t></r><r><t>ba</t></r>"
         "<rPh><t>kyuuba</t></rPh></si></sst>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/>"
         "<numFmt numFmtId=\"165\" formatCode=\"[$-40C]dd/mm/yyyy\\ hh:mm\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
         "<xf numFmtId=\"20\"/><xf numFmtId=\"165\"/><xf numFmtId=\"21\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml",
         "<x:worksheet xmlns:x=\"main\"><x:sheetData>" + rows + "</x:sheetData></x:worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>hidden</t></is>"
         "</c></row></sheetData></worksheet>"},
    };
}

}  // namespace rostrum::wire
