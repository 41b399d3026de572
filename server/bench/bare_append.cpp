#include "bench/bare_append.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include <sys/stat.h>

namespace rostrum::bench {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

BareAppend::BareAppend(const std::filesystem::path& file, std::size_t bytes)
    : bytes_(bytes, 'x'),
      file_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (file_ < 0) fail("A file to measure the disk with cannot be made");
}

BareAppend::~BareAppend() {
    ::close(file_);
}

void BareAppend::append() {
    if (::write(file_, bytes_.data(), bytes_.size()) != static_cast<ssize_t>(bytes_.size()) ||
        ::fdatasync(file_) != 0)
        fail("A file to measure the disk with cannot be written");
}

}  // namespace rostrum::bench
