#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "chamber/steady_clock.hpp"
#include "store/heads.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// What a server leaves for the next one.
struct Alive {
    /// When it was last known to run.
    chamber::ClockMark mark;
    /// Where its rooms ended.
    NotedHeads heads{};
    friend bool operator==(const Alive&, const Alive&) = default;
};

/// What the server of a data folder was last known to be at, in the file `alive`: a JSON object
/// with a checksum, written over in place and in whole blocks, so that a full disk takes it as
/// well. It is a help and no part of the record: where it cannot be read or written, nothing is
/// known, and nothing else fails.
class AliveFile {
public:
    /// Makes the file if there is none.
    explicit AliveFile(const std::filesystem::path& folder);
    /// Writes what it was given to note.
    ~AliveFile();
    AliveFile(const AliveFile&) = delete;
    AliveFile& operator=(const AliveFile&) = delete;

    /// What the server before this one noted last.
    [[nodiscard]] const std::optional<Alive>& last() const { return last_; }

    /// Notes that a server runs now. Returns at once: the disk is waited for elsewhere, and every
    /// fifth note is also waited for until it survives the loss of power. While the disk is stuck
    /// nothing more is noted.
    void note(const Alive& alive);

private:
    int file_ = -1;
    std::optional<Alive> last_;
    unsigned notes_ = 0;
    std::atomic<bool> is_writing_ = false;
    Worker worker_;
};

/// The text of the file.
[[nodiscard]] std::string alive_text(const Alive& alive);
/// None for anything that alive_text does not write, but for the line of former versions, which
/// has a time and no heads.
[[nodiscard]] std::optional<Alive> read_alive_text(std::string_view text);

}  // namespace rostrum::store
