#include "store/file_id.hpp"

#include <sys/stat.h>

namespace rostrum::store {

std::optional<FileId> file_id_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileId{status.st_dev, status.st_ino};
}

std::optional<FileMark> file_mark_of(const std::filesystem::path& path) {
    constexpr std::int64_t ns_a_second = 1'000'000'000;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileMark{status.st_size, status.st_mtim.tv_sec * ns_a_second + status.st_mtim.tv_nsec};
}

}  // namespace rostrum::store
