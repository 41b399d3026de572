#include "store/heartbeat_file.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_to.hpp>
#include <sys/stat.h>

#include "floor/limits.hpp"
#include "store/hexadecimal.hpp"
#include "store/sha256.hpp"

namespace rostrum::store {
namespace {

namespace json = boost::json;

constexpr std::size_t block = 4096;
/// Bytes: enough for some thousands of rooms.
constexpr std::size_t longest_file = 256 * block;
constexpr unsigned notes_a_sync = 5;

/// Precedes the text that the checksum covers.
std::string seal_of(std::string_view rest) {
    return R"({"sha256": ")" + hexadecimal(sha256(rest)) + "\", ";
}

std::optional<Heartbeat> checked(std::int64_t at, std::int64_t since_boot, std::string boot,
                                 NotedHeads heads) {
    const Instant instant = instant_from_unix_ms(at);
    if (!limits::is_a_date(instant) || since_boot < 0) return std::nullopt;
    return Heartbeat{{instant, std::chrono::nanoseconds{since_boot}, std::move(boot)},
                     std::move(heads)};
}

std::optional<Heartbeat> read_former_line(std::string_view text) {
    std::istringstream line{std::string(text)};
    std::int64_t at = 0;
    std::int64_t since_boot = 0;
    std::string boot;
    if (!(line >> at >> since_boot >> boot)) return std::nullopt;
    boot.erase(boot.find_last_not_of('-') + 1);
    return checked(at, since_boot, std::move(boot), {});
}

/// Empty if it cannot be read.
std::string content_of(int file) {
    std::string bytes(longest_file, '\0');
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return bytes;
}

}  // namespace

std::string alive_text(const Heartbeat& heartbeat) {
    const rooms::ClockMark& mark = heartbeat.mark;
    const std::string rest = R"("at_unix_ms": )" + std::to_string(unix_ms(mark.at)) +
                             R"(, "since_boot_ns": )" + std::to_string(mark.since_boot.count()) +
                             R"(, "boot": )" + json::serialize(json::string(mark.boot)) + ", " +
                             heads_to_json(heartbeat.heads) + "}\n";
    return seal_of(rest) + rest;
}

std::optional<Heartbeat> read_alive_text(std::string_view text) {
    // Blanks fill the last block and overwrite a longer text.
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    const std::size_t sealed = seal_of({}).size();
    if (text.size() < sealed) return std::nullopt;
    if (seal_of(text.substr(sealed)) != text.substr(0, sealed))
        return text.front() == '{' ? std::nullopt : read_former_line(text);
    try {
        const json::value value = json::parse(text);
        auto heads = heads_from_json(text);
        if (!heads) return std::nullopt;
        return checked(json::value_to<std::int64_t>(value.at("at_unix_ms")),
                       json::value_to<std::int64_t>(value.at("since_boot_ns")),
                       json::value_to<std::string>(value.at("boot")), *std::move(heads));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::optional<Heartbeat> read_alive(const std::filesystem::path& folder) {
    const int file = ::open((folder / "alive").c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    const std::string content = content_of(file);
    ::close(file);
    return read_alive_text(content);
}

HeartbeatFile::HeartbeatFile(const std::filesystem::path& folder)
    : was_there_(std::filesystem::exists(folder / "alive")),
      file_(::open((folder / "alive").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (file_ < 0) return;
    const std::string content = content_of(file_);
    last_ = read_alive_text(content);
    is_damaged_ = !last_ && was_there_;
}

// The worker finishes all notes before it ends.
HeartbeatFile::~HeartbeatFile() {
    worker_.post([file = file_] {
        if (file >= 0) ::close(file);
    });
}

void HeartbeatFile::note(const Heartbeat& heartbeat) {
    if (file_ < 0 || is_writing_.exchange(true)) return;
    const bool is_synced = notes_++ % notes_a_sync == 0;
    worker_.post([this, text = alive_text(heartbeat), is_synced]() mutable {
        struct stat status {};
        const std::size_t was =
            ::fstat(file_, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
        text.resize(
            (std::max(text.size(), std::min(was, longest_file)) + block - 1) / block * block, ' ');
        const ssize_t written = ::pwrite(file_, text.data(), text.size(), 0);
        if (written > 0 && is_synced) ::fdatasync(file_);
        is_writing_ = false;
    });
}

}  // namespace rostrum::store
