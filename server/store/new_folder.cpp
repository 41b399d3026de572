#include "store/new_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

#include <sys/stat.h>

#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

[[noreturn]] void fail(const std::filesystem::path& place, const std::string& reason) {
    throw StoreError("The folder " + place.string() + " cannot be made: " + reason + ".");
}

[[noreturn]] void fail(const std::filesystem::path& place) {
    fail(place, std::generic_category().message(errno));
}

/// Flushes a file, or a folder's entries, to the disk.
bool synchronise(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool done = ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    errno = error;
    return done;
}

/// Resolves the place if its name is a link or ends with a slash.
std::filesystem::path place_of(const std::filesystem::path& named) {
    std::error_code error;
    std::filesystem::path place =
        std::filesystem::weakly_canonical(std::filesystem::absolute(named), error);
    if (error) fail(named, error.message());
    return place.has_filename() ? place : place.parent_path();
}

}  // namespace

NewFolder::NewFolder(const std::filesystem::path& place)
    : place_(place_of(place)), unfinished_(place_.string() + ".new-" + std::to_string(::getpid())) {
    std::error_code error;
    const bool is_there = std::filesystem::exists(place_, error);
    if (!error && is_there && !std::filesystem::is_empty(place_, error) && !error)
        throw StoreError(place_.string() +
                         " is there already, and nothing is overwritten: choose another name.");
    if (error) fail(place_, error.message());
    if (::mkdir(unfinished_.c_str(), S_IRWXU) != 0) fail(place_);
}

NewFolder::~NewFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(unfinished_, ignored);
}

void NewFolder::finish() {
    for (const auto& file : std::filesystem::directory_iterator(unfinished_))
        if (!synchronise(file.path())) fail(place_);
    if (!synchronise(unfinished_)) fail(place_);
    // rename() replaces only an empty folder.
    if (std::rename(unfinished_.c_str(), place_.c_str()) != 0) fail(place_);
    if (!synchronise(place_.parent_path())) fail(place_);
}

}  // namespace rostrum::store
