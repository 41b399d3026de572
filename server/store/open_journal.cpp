#include "store/open_journal.hpp"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

#include <sys/stat.h>

namespace rostrum::store {

OpenJournal::OpenJournal(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
    struct stat status {};
    if (file_ < 0 || ::fstat(file_, &status) != 0) return;
    id_ = {status.st_dev, status.st_ino};
    is_end_known_ = status.st_size == 0;
}

OpenJournal::~OpenJournal() {
    if (file_ >= 0) ::close(file_);
}

bool OpenJournal::is_empty() const {
    struct stat status {};
    return ::fstat(file_, &status) == 0 && status.st_size == 0;
}

template <std::size_t size>
bool OpenJournal::read(std::array<char, size>& bytes, std::uint64_t from) const {
    return ::pread(file_, bytes.data(), size, static_cast<off_t>(from)) ==
           static_cast<ssize_t>(size);
}

bool OpenJournal::note(int pages, std::uint64_t page_size) {
    if (pages == 0) return holds();
    const auto count = static_cast<std::uint64_t>(pages);
    Mark mark;
    mark.last_at = header_size + (count - 1) * (frame_header_size + page_size);
    if (!read(mark.header, 0) || !read(mark.last, mark.last_at)) return false;
    // Both hold the two salts of the journal's generation.
    constexpr std::size_t salts = 8;
    if (!std::equal(mark.header.begin() + 2 * salts, mark.header.begin() + 3 * salts,
                    mark.last.begin() + salts))
        return false;
    if (mark_ && mark_->header == mark.header && !holds()) return false;
    mark_ = mark;
    end_ = mark.last_at + frame_header_size + page_size;
    is_end_known_ = true;
    return true;
}

bool OpenJournal::holds() const {
    if (!mark_) return true;
    Mark now;
    return read(now.header, 0) && now.header == mark_->header && read(now.last, mark_->last_at) &&
           now.last == mark_->last;
}

void OpenJournal::was_emptied() {
    mark_.reset();
    end_ = 0;
    is_end_known_ = true;
}

bool OpenJournal::cut_back() {
    return is_end_known_ && ::ftruncate(file_, static_cast<off_t>(end_)) == 0 &&
           ::fdatasync(file_) == 0;
}

}  // namespace rostrum::store
