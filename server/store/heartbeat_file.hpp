#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "rooms/steady_clock.hpp"
#include "store/heads.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// What a server leaves for the next one.
struct Heartbeat {
    /// When it was last known to run.
    rooms::ClockMark mark;
    /// Where its rooms ended.
    NotedHeads heads{};
    friend bool operator==(const Heartbeat&, const Heartbeat&) = default;
};

/// What the server of a data folder was last known to be at, in the file `alive`: a JSON object
/// with a checksum, written over in place and in whole blocks, so that a full disk takes it as
/// well. It is a help and no part of the record: where it cannot be read or written, nothing is
/// known, and nothing else fails.
class HeartbeatFile {
public:
    /// Makes the file if there is none.
    explicit HeartbeatFile(const std::filesystem::path& folder);
    /// Writes what it was given to note.
    ~HeartbeatFile();
    HeartbeatFile(const HeartbeatFile&) = delete;
    HeartbeatFile& operator=(const HeartbeatFile&) = delete;

    /// What the server before this one noted last.
    [[nodiscard]] const std::optional<Heartbeat>& last() const { return last_; }

    /// Notes that a server runs now. Returns at once: the disk is waited for elsewhere, and every
    /// fifth note is also waited for until it survives the loss of power. While the disk is stuck
    /// nothing more is noted.
    void note(const Heartbeat& heartbeat);

private:
    int file_ = -1;
    std::optional<Heartbeat> last_;
    unsigned notes_ = 0;
    std::atomic<bool> is_writing_ = false;
    Worker worker_;
};

/// The text of the file.
[[nodiscard]] std::string alive_text(const Heartbeat& heartbeat);
/// None for anything that alive_text does not write, but for the line of former versions, which
/// has a time and no heads.
[[nodiscard]] std::optional<Heartbeat> read_alive_text(std::string_view text);

}  // namespace rostrum::store
