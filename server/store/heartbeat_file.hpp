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

/// What a server notes for the next one.
struct Heartbeat {
    /// When it last ran.
    rooms::ClockMark mark;
    /// The last acts of its rooms.
    NotedHeads heads{};
    friend bool operator==(const Heartbeat&, const Heartbeat&) = default;
};

/// The file `alive` of a data folder: a JSON object with a checksum. The server overwrites it in
/// place, in whole blocks, so that it works on a full disk too. It is not part of the record: if it
/// is unreadable or unwritable, nothing else fails.
class HeartbeatFile {
public:
    /// Creates the file if it does not exist.
    explicit HeartbeatFile(const std::filesystem::path& folder);
    /// Writes all pending notes.
    ~HeartbeatFile();
    HeartbeatFile(const HeartbeatFile&) = delete;
    HeartbeatFile& operator=(const HeartbeatFile&) = delete;

    /// The last note of the previous server.
    [[nodiscard]] const std::optional<Heartbeat>& last() const { return last_; }
    /// There is a note, but it was changed, so it does not count.
    [[nodiscard]] bool is_damaged() const { return is_damaged_; }

    /// Notes that a server runs now. Returns at once: a worker writes, and flushes every fifth note
    /// to the disk. Drops notes while the disk is stuck.
    void note(const Heartbeat& heartbeat);

private:
    bool was_there_ = false;
    int file_ = -1;
    std::optional<Heartbeat> last_;
    bool is_damaged_ = false;
    unsigned notes_ = 0;
    std::atomic<bool> is_writing_ = false;
    Worker worker_;
};

/// The last note of a folder's server. Changes nothing.
[[nodiscard]] std::optional<Heartbeat> read_alive(const std::filesystem::path& folder);

/// Formats the file's content.
[[nodiscard]] std::string alive_text(const Heartbeat& heartbeat);
/// Parses what alive_text writes, or the line of former versions, which has a time and no heads;
/// nullopt for anything else.
[[nodiscard]] std::optional<Heartbeat> read_alive_text(std::string_view text);

}  // namespace rostrum::store
