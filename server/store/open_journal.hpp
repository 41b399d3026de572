#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "store/file_id.hpp"

namespace rostrum::store {

/// SQLite's journal as the log's writer knows it. SQLite itself never looks at it again: it would
/// write behind an end that somebody cut off, and the next start would read nothing of it.
/// For the thread that writes the log, within its transactions.
class OpenJournal {
public:
    explicit OpenJournal(const std::filesystem::path& path);
    ~OpenJournal();
    OpenJournal(const OpenJournal&) = delete;
    OpenJournal& operator=(const OpenJournal&) = delete;

    [[nodiscard]] bool is_open() const { return file_ >= 0; }
    [[nodiscard]] FileId id() const { return id_; }
    [[nodiscard]] bool is_empty() const;

    /// Notes its end after a commit that left so many pages in it; 0: as before.
    /// @returns false if the pages, or those noted before, are not there.
    [[nodiscard]] bool note(int pages, std::uint64_t page_size);
    /// Whether what was noted is still there.
    [[nodiscard]] bool holds() const;
    /// It was emptied, by ourselves.
    void was_emptied();
    /// Its pages were moved into the log, so that the next commit may begin at its start.
    void may_begin_again() { is_end_known_ = false; }

    /// Removes durably what a failed commit has left behind the last one.
    /// @returns false if that is not possible
    [[nodiscard]] bool cut_back();

private:
    static constexpr std::size_t header_size = 32;
    static constexpr std::size_t frame_header_size = 24;
    using Header = std::array<char, header_size>;
    using FrameHeader = std::array<char, frame_header_size>;
    struct Mark {
        Header header{};
        FrameHeader last{};
        std::uint64_t last_at = 0;
    };
    template <std::size_t size>
    [[nodiscard]] bool read(std::array<char, size>& bytes, std::uint64_t from) const;

    int file_;
    FileId id_;
    std::optional<Mark> mark_;
    std::uint64_t end_ = 0;
    bool is_end_known_ = false;
};

}  // namespace rostrum::store
