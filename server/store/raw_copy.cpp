#include "store/raw_copy.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <system_error>
#include <unistd.h>

#include <sys/stat.h>

#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

/// The largest piece that a disk loses at once, and SQLite's page size.
using Piece = std::array<char, 4096>;

/// A file opened for reading.
struct Source {
    explicit Source(const std::filesystem::path& path)
        : file(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~Source() {
        if (file >= 0) ::close(file);
    }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    [[nodiscard]] std::streamsize size() const {
        struct stat status {};
        return ::fstat(file, &status) == 0 ? status.st_size : 0;
    }
    int file;
};

}  // namespace

void raw_copy(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Source source(from);
    if (source.file < 0 && errno == ENOENT) return;
    if (source.file < 0)
        throw StoreError(from.string() +
                         " cannot be read: " + std::generic_category().message(errno) + ".");
    std::ofstream copy(to, std::ios::binary);
    const std::streamsize size = source.size();
    for (std::streamsize offset = 0; offset < size;) {
        Piece piece{};
        const auto wanted = std::min(size - offset, static_cast<std::streamsize>(piece.size()));
        const auto read =
            ::pread(source.file, piece.data(), static_cast<std::size_t>(wanted), offset);
        const std::streamsize had = read > 0 ? read : wanted;
        copy.write(piece.data(), had);
        offset += had;
    }
    copy.close();
    if (!copy) throw StoreError("A copy of " + from.string() + " cannot be written.");
}

}  // namespace rostrum::store
