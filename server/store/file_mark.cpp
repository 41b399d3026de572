#include "store/file_mark.hpp"

#include <sys/stat.h>

namespace rostrum::store {

std::optional<FileMark> mark_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileMark{status.st_dev, status.st_ino};
}

}  // namespace rostrum::store
