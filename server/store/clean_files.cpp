#include "store/clean_files.hpp"

#include <cstddef>
#include <new>
#include <sqlite3.h>
#include <string>

#include "store/page_slack.hpp"

namespace rostrum::store {
namespace {

/// What SQLite does with an open file. First its own structure, because SQLite knows only that.
struct Methods {
    sqlite3_io_methods changed;
    const sqlite3_io_methods* original;
};

int write_clean(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const auto* methods = reinterpret_cast<const Methods*>(file->pMethods);
    std::string page(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    const PageRange slack = slack_of(page, at == 0);
    page.replace(slack.begin, slack.size(), slack.size(), '\0');
    return methods->original->xWrite(file, page.data(), size, at);
}

sqlite3_vfs& system_files() {
    static sqlite3_vfs* const files = sqlite3_vfs_find(nullptr);
    return *files;
}

int open_clean(sqlite3_vfs* /*files*/, const char* name, sqlite3_file* file, int flags,
               int* granted) {
    sqlite3_vfs& system = system_files();
    const int code = system.xOpen(&system, name, file, flags, granted);
    if (code != SQLITE_OK || (flags & SQLITE_OPEN_MAIN_DB) == 0) return code;
    // Behind the system's own data of the file.
    auto* methods = new (reinterpret_cast<std::byte*>(file) + system.szOsFile)
        Methods{*file->pMethods, file->pMethods};
    methods->changed.xWrite = write_clean;
    file->pMethods = &methods->changed;
    return code;
}

}  // namespace

const char* clean_files() {
    static sqlite3_vfs files = [] {
        sqlite3_vfs changed = system_files();
        changed.zName = "clean";
        changed.szOsFile += static_cast<int>(sizeof(Methods));
        changed.xOpen = open_clean;
        return changed;
    }();
    static const int registered = sqlite3_vfs_register(&files, 0);
    return registered == SQLITE_OK ? files.zName : "no way to write files";
}

}  // namespace rostrum::store
