#include "store/private_folder.hpp"

#include <string_view>
#include <vector>

#include <sys/stat.h>

namespace rostrum::store {
namespace {

constexpr mode_t others = S_IRWXG | S_IRWXO;

bool is_open_to_others(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && (status.st_mode & others) != 0;
}

bool is_closed(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 &&
           ::chmod(path.c_str(), status.st_mode & ~others & ALLPERMS) == 0;
}

/// The files that a server makes.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files{folder, folder / "alive", folder / "lock"};
    for (const std::string_view database : {"log.db", "access.db"})
        for (const std::string_view end : {"", "-wal", "-shm"})
            files.push_back(folder / (std::string(database) + std::string(end)));
    return files;
}

}  // namespace

std::optional<std::string> close_to_others(const std::filesystem::path& folder) {
    bool was_open = false;
    std::string left;
    for (const std::filesystem::path& path : files_of(folder)) {
        if (!is_open_to_others(path)) continue;
        was_open = true;
        if (!is_closed(path)) left += (left.empty() ? "" : ", ") + path.filename().string();
    }
    if (!was_open) return std::nullopt;
    std::string sentence = "Others could read the data folder " + folder.string();
    if (left.empty()) return sentence + ": now only its owner can.";
    return sentence + ", and still can (" + left + "): it belongs to another user.";
}

}  // namespace rostrum::store
