#include "bench/bare_append.hpp"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

#include <sys/stat.h>

#include "bench/quartiles.hpp"

namespace rostrum::bench {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

BareAppend::BareAppend(const std::filesystem::path& file, std::size_t bytes)
    : bytes_(bytes, 'x'),
      file_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (file_ < 0) fail("Cannot create a file to measure the disk");
}

BareAppend::~BareAppend() {
    ::close(file_);
}

double BareAppend::median_us(int appends) {
    using Time = std::chrono::steady_clock;
    std::vector<double> times_us;
    for (int i = 0; i < appends; ++i) {
        const Time::time_point start = Time::now();
        append();
        times_us.push_back(std::chrono::duration<double, std::micro>(Time::now() - start).count());
    }
    return quartiles_of(std::move(times_us)).median;
}

void BareAppend::append() {
    if (::write(file_, bytes_.data(), bytes_.size()) != static_cast<ssize_t>(bytes_.size()) ||
        ::fdatasync(file_) != 0)
        fail("Cannot write the file that measures the disk");
}

}  // namespace rostrum::bench
