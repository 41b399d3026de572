#include "store/alive_file.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <fcntl.h>
#include <unistd.h>

#include <sys/stat.h>

#include "floor/limits.hpp"

namespace rostrum::store {
namespace {

constexpr std::size_t digits = 19;
/// A boot's id is a UUID.
constexpr std::size_t boot_length = 36;
constexpr std::size_t line_length = 2 * (digits + 1) + boot_length + 1;
constexpr unsigned notes_a_sync = 5;

std::string padded(std::int64_t number) {
    const std::string plain = std::to_string(number);
    return std::string(digits - plain.size(), '0') + plain;
}

std::optional<std::int64_t> read_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

std::optional<chamber::ClockMark> read_file(int file) {
    std::array<char, line_length + 1> bytes{};
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
    if (size < 0) return std::nullopt;
    return read_alive_line({bytes.data(), static_cast<std::size_t>(size)});
}

}  // namespace

std::string alive_line(const chamber::ClockMark& mark) {
    std::string boot = mark.boot.size() <= boot_length ? mark.boot : "";
    boot.resize(boot_length, '-');
    return padded(unix_ms(mark.at)) + ' ' + padded(mark.since_boot.count()) + ' ' + boot + '\n';
}

std::optional<chamber::ClockMark> read_alive_line(std::string_view line) {
    if (line.size() != line_length || line[digits] != ' ' || line[2 * digits + 1] != ' ' ||
        line.back() != '\n')
        return std::nullopt;
    const auto at = read_number(line.substr(0, digits));
    const auto since_boot = read_number(line.substr(digits + 1, digits));
    if (!at || !since_boot || !limits::is_a_date(instant_from_unix_ms(*at))) return std::nullopt;
    std::string boot{line.substr(2 * (digits + 1), boot_length)};
    boot.erase(boot.find_last_not_of('-') + 1);
    return chamber::ClockMark{instant_from_unix_ms(*at), std::chrono::nanoseconds{*since_boot},
                              boot};
}

AliveFile::AliveFile(const std::filesystem::path& folder)
    : file_(::open((folder / "alive").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (file_ >= 0) last_ = read_file(file_);
}

// The last note is given to the worker, which does everything before it ends.
AliveFile::~AliveFile() {
    worker_.give([file = file_] {
        if (file >= 0) ::close(file);
    });
}

void AliveFile::note(const chamber::ClockMark& mark) {
    if (file_ < 0 || is_writing_.exchange(true)) return;
    const bool is_synced = notes_++ % notes_a_sync == 0;
    worker_.give([this, line = alive_line(mark), is_synced] {
        const ssize_t written = ::pwrite(file_, line.data(), line.size(), 0);
        if (written > 0 && is_synced) ::fdatasync(file_);
        is_writing_ = false;
    });
}

}  // namespace rostrum::store
