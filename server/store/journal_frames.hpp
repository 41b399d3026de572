#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

/// What SQLite's journal holds, read without SQLite, which drops everything behind the first
/// damaged frame. The format: https://sqlite.org/fileformat2.html#the_write_ahead_log
namespace rostrum::store {

/// One page, as a commit left it.
struct JournalFrame {
    std::uint32_t page = 0;
    /// It is the last one of its commit.
    bool commits = false;
    /// Its checksum holds, starting from that of the frame before it.
    bool is_sound = false;
    /// Where its page begins in the file.
    std::uint64_t at = 0;
};

struct JournalFrames {
    std::uint32_t page_size = 0;
    /// Without its header SQLite reads nothing of it.
    bool is_header_sound = true;
    /// Those written since the journal was last begun, in order. Older ones are in the log.
    std::vector<JournalFrame> frames;
    /// SQLite reads this many of them: the commits before the first damaged frame.
    std::size_t read = 0;
    /// Among the others, those that end a commit.
    std::size_t commits_not_read = 0;
    /// The file ends within a frame, or within its header.
    bool is_cut = false;
};

/// Reads the journal of a log; empty if there is none.
[[nodiscard]] JournalFrames journal_frames(const std::filesystem::path& log);

/// Which frames count for a page: the newest one with a valid checksum, or the newest one of all.
enum class Frames { sound, all };

/// The newest frame of each page, up to the last commit.
[[nodiscard]] std::map<std::uint32_t, JournalFrame> newest(const JournalFrames& journal,
                                                           Frames which);

/// Writes the journal's pages into a log whose journal SQLite has not seen yet.
/// @throws StoreError
void write_pages(const std::filesystem::path& journal, const JournalFrames& frames, Frames which,
                 const std::filesystem::path& log);

/// What a journal says about the end of the log's last server.
enum class JournalState : std::uint8_t {
    whole,
    /// It ends within a commit. Power that fails leaves that, and nothing accepted is lost then.
    cut_off,
    /// It has commits that SQLite does not read.
    damaged,
};
[[nodiscard]] JournalState journal_state(const std::filesystem::path& log);

}  // namespace rostrum::store
