#include "wire/sheet/package.hpp"

#include <vector>
#include <zip.h>

namespace rostrum::wire {

namespace {

const Sentence& damaged() {
    static const Sentence sentence{"xlsx_damaged",
                                   "This .xlsx file is damaged: it is not a complete ZIP archive."};
    return sentence;
}
const Sentence& too_large() {
    static const Sentence sentence{"xlsx_too_large",
                                   "This .xlsx file unpacks to far more than a programme can be."};
    return sentence;
}

struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

}  // namespace

void Package::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Package::Package(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (!archive_) zip_source_free(source);
    }
    zip_error_fini(&error);
    if (!archive_) {
        refuse(damaged());
    } else if (zip_get_num_entries(archive_.get(), 0) >
               static_cast<zip_int64_t>(package_limits::parts)) {
        refuse({"xlsx_parts", "This .xlsx file has too many parts."});
    }
}

Package::~Package() = default;

bool Package::refuse(Sentence sentence) {
    if (fault_.empty()) fault_ = std::move(sentence);
    return false;
}

bool Package::has(const std::string& part) const {
    return archive_ && zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

bool Package::read(const std::string& part, XmlListener& listener) {
    if (!fault_.empty()) return false;
    zip_stat_t info;
    zip_stat_init(&info);
    if (zip_stat(archive_.get(), part.c_str(), ZIP_FL_NOCASE, &info) != 0)
        return refuse({"xlsx_part_missing",
                       "This .xlsx file is damaged: it has no {part}.",
                       {{"part", part}}});
    if (info.encryption_method != ZIP_EM_NONE)
        return refuse(
            {"xlsx_encrypted", "This workbook is encrypted: save it without a password."});
    const std::unique_ptr<zip_file_t, CloseEntry> entry{
        zip_fopen_index(archive_.get(), info.index, 0)};
    if (!entry) return refuse(damaged());

    // The archive may lie about sizes, so this counts the bytes that come out.
    XmlParser parser{listener};
    std::vector<char> buffer(1 << 16);
    std::uint64_t taken = 0;
    zip_int64_t got = 0;
    while ((got = zip_fread(entry.get(), buffer.data(), buffer.size())) > 0) {
        taken += static_cast<std::uint64_t>(got);
        if (taken > package_limits::part_bytes || taken > left_ ||
            (taken > package_limits::small_part_bytes &&
             taken / package_limits::ratio > info.comp_size))
            return refuse(too_large());
        if (!parser.feed({buffer.data(), static_cast<std::size_t>(got)})) break;
    }
    left_ -= taken;
    if (got < 0) return refuse(damaged());
    if (got == 0 && parser.finish()) return true;
    if (parser.fault().empty()) return false;
    Sentence broken{"xlsx_part_broken",
                    "The part {part} of this .xlsx file is not what a spreadsheet writes.",
                    {{"part", part}}};
    broken.english = part + " of this .xlsx file " + parser.fault();
    return refuse(std::move(broken));
}

}  // namespace rostrum::wire
