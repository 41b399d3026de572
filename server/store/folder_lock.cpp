#include "store/folder_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

#include <sys/file.h>
#include <sys/stat.h>

#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        throw StoreError("The data folder " + folder.string() +
                         " cannot be made: " + reason_of(errno) + ".");
    const std::filesystem::path path = folder / "lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file_ < 0)
        throw StoreError("The data folder " + folder.string() +
                         " cannot be written: " + reason_of(errno) + ".");
    // The folder itself, because somebody may remove the file; the file, because not every file
    // system can lock a folder.
    folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_taken =
        folder_ >= 0 && ::flock(folder_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (!is_taken && ::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    const int error = is_taken ? EWOULDBLOCK : errno;
    release();
    if (error == EWOULDBLOCK)
        throw StoreError("The data folder " + folder.string() +
                         " is in use by another rostrum: stop that one first, or choose another "
                         "folder.");
    throw StoreError("The data folder " + folder.string() +
                     " cannot be locked: " + reason_of(error) + ".");
}

void FolderLock::release() const {
    ::close(file_);
    if (folder_ >= 0) ::close(folder_);
}

FolderLock::~FolderLock() {
    release();
}

}  // namespace rostrum::store
