#include "store/alive_file.hpp"

#include <algorithm>
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
constexpr std::size_t outages_begin = 2 * (digits + 1) + boot_length;
constexpr std::size_t outage_length = 2 * (digits + 1);
constexpr std::size_t line_length = outages_begin + most_noted_outages * outage_length + 1;
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

std::optional<Instant> read_instant(std::string_view text) {
    const auto number = read_number(text);
    if (!number) return std::nullopt;
    const Instant instant = instant_from_unix_ms(*number);
    return limits::is_a_date(instant) ? std::optional(instant) : std::nullopt;
}

/// Those that are none, all zeros, come last.
std::optional<std::vector<Outage>> read_outages(std::string_view text) {
    std::vector<Outage> outages;
    const std::string none = " " + padded(0) + " " + padded(0);
    for (; !text.empty(); text.remove_prefix(outage_length)) {
        const std::string_view one = text.substr(0, outage_length);
        if (one == none) continue;
        const auto from = read_instant(one.substr(1, digits));
        const auto to = read_instant(one.substr(digits + 2, digits));
        if (one[0] != ' ' || one[digits + 1] != ' ' || !from || !to || *to < *from)
            return std::nullopt;
        outages.push_back({*from, *to});
    }
    return outages;
}

std::optional<Alive> read_file(int file) {
    std::array<char, line_length + 1> bytes{};
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
    if (size < 0) return std::nullopt;
    return read_alive_line({bytes.data(), static_cast<std::size_t>(size)});
}

}  // namespace

std::string alive_line(const Alive& alive) {
    const chamber::ClockMark& mark = alive.mark;
    std::string boot = mark.boot.size() <= boot_length ? mark.boot : "";
    boot.resize(boot_length, '-');
    std::string line =
        padded(unix_ms(mark.at)) + ' ' + padded(mark.since_boot.count()) + ' ' + boot;
    const auto newest = std::min(alive.outages.size(), most_noted_outages);
    std::vector<Outage> noted(alive.outages.end() - static_cast<std::ptrdiff_t>(newest),
                              alive.outages.end());
    noted.resize(most_noted_outages);
    for (const Outage& outage : noted)
        line += ' ' + padded(unix_ms(outage.from)) + ' ' + padded(unix_ms(outage.to));
    return line + '\n';
}

std::optional<Alive> read_alive_line(std::string_view line) {
    if (line.size() != line_length || line[digits] != ' ' || line[2 * digits + 1] != ' ' ||
        line.back() != '\n')
        return std::nullopt;
    const auto at = read_instant(line.substr(0, digits));
    const auto since_boot = read_number(line.substr(digits + 1, digits));
    auto outages = read_outages(line.substr(outages_begin, line_length - 1 - outages_begin));
    if (!at || !since_boot || !outages) return std::nullopt;
    std::string boot{line.substr(2 * (digits + 1), boot_length)};
    boot.erase(boot.find_last_not_of('-') + 1);
    return Alive{{*at, std::chrono::nanoseconds{*since_boot}, boot}, *std::move(outages)};
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

void AliveFile::note(const Alive& alive) {
    if (file_ < 0 || is_writing_.exchange(true)) return;
    const bool is_synced = notes_++ % notes_a_sync == 0;
    worker_.give([this, line = alive_line(alive), is_synced] {
        const ssize_t written = ::pwrite(file_, line.data(), line.size(), 0);
        if (written > 0 && is_synced) ::fdatasync(file_);
        is_writing_ = false;
    });
}

}  // namespace rostrum::store
