#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chamber/steady_clock.hpp"
#include "floor/lost_time.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// What a server leaves for the next one.
struct Alive {
    chamber::ClockMark mark;
    /// What they cost was not given back yet. Oldest first.
    std::vector<Outage> outages{};
    friend bool operator==(const Alive&, const Alive&) = default;
};

/// Outages that are noted: of more, the newest.
constexpr std::size_t most_noted_outages = 8;

/// When a server of a data folder was last known to run, in the file `alive`: one line of always
/// the same length, written over in place, so that a full disk takes it as well. It is a help and
/// no part of the record: where it cannot be read or written, nothing is known, and nothing else
/// fails.
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

/// The line of the file.
[[nodiscard]] std::string alive_line(const Alive& alive);
/// None for anything that alive_line does not write.
[[nodiscard]] std::optional<Alive> read_alive_line(std::string_view line);

}  // namespace rostrum::store
