#include "store/journal_frames.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "store/sqlite.hpp"
#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

constexpr std::size_t header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::uint32_t magic = 0x377f0682;
constexpr std::uint32_t smallest_page = 512;
constexpr std::uint32_t largest_page = 65536;

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8U | static_cast<std::uint8_t>(bytes[at + i]);
    return number;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    return __builtin_bswap32(big_endian(bytes, at));
}

struct Checksum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    friend bool operator==(const Checksum&, const Checksum&) = default;

    [[nodiscard]] Checksum over(std::string_view bytes, bool is_big_endian) const {
        Checksum sum = *this;
        const auto word = is_big_endian ? big_endian : little_endian;
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            sum.first += word(bytes, at) + sum.second;
            sum.second += word(bytes, at + 4) + sum.first;
        }
        return sum;
    }
    static Checksum stored(std::string_view bytes, std::size_t at) {
        return {big_endian(bytes, at), big_endian(bytes, at + 4)};
    }
};

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_page_size(std::uint32_t size) {
    return size >= smallest_page && size <= largest_page && (size & (size - 1)) == 0;
}

/// The page size in the log's own header.
std::uint32_t page_size_of(const std::filesystem::path& log) {
    constexpr std::size_t place = 16;
    std::ifstream file(log, std::ios::binary);
    std::string bytes(place + 4, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::uint32_t size = big_endian(bytes, place) >> 16U;
    constexpr std::uint32_t usual = 4096;
    return size == 1 ? largest_page : is_page_size(size) ? size : usual;
}

/// The bytes of a journal, which may be damaged anywhere.
class Bytes {
public:
    Bytes(std::string bytes, const std::filesystem::path& log) : bytes_(std::move(bytes)) {
        const std::string_view all = bytes_;
        is_big_endian_ = (big_endian(all, 0) & 1U) != 0;
        page_size_ = big_endian(all, 8);
        is_header_sound_ =
            (big_endian(all, 0) & ~1U) == magic && is_page_size(page_size_) &&
            Checksum{}.over(all.substr(0, 24), is_big_endian_) == Checksum::stored(all, 24);
        if (is_header_sound_) return;
        page_size_ = page_size_of(log);
        // The order of bytes in which more checksums hold.
        std::array<std::ptrdiff_t, 2> sound{};
        for (const bool order : {false, true}) {
            is_big_endian_ = order;
            for (std::size_t i = 1; i < count(); ++i)
                sound.at(order ? 1 : 0) += is_sound(i) ? 1 : 0;
        }
        is_big_endian_ = sound[1] > sound[0];
    }

    [[nodiscard]] std::size_t count() const {
        return (bytes_.size() - header_size) / (frame_header_size + page_size_);
    }
    [[nodiscard]] bool is_cut() const {
        return (bytes_.size() - header_size) % (frame_header_size + page_size_) != 0;
    }
    [[nodiscard]] std::string_view frame(std::size_t index) const {
        return std::string_view(bytes_).substr(
            header_size + index * (frame_header_size + page_size_), frame_header_size + page_size_);
    }
    [[nodiscard]] std::string_view salts(std::size_t index) const {
        return frame(index).substr(8, 8);
    }
    [[nodiscard]] std::uint32_t page_size() const { return page_size_; }
    [[nodiscard]] bool is_header_sound() const { return is_header_sound_; }

    [[nodiscard]] bool is_sound(std::size_t index) const {
        if (index == 0 && !is_header_sound_) return false;
        const Checksum before =
            index == 0 ? Checksum::stored(bytes_, 24) : Checksum::stored(frame(index - 1), 16);
        const std::string_view bytes = frame(index);
        return before.over(bytes.substr(0, 8), is_big_endian_)
                   .over(bytes.substr(frame_header_size), is_big_endian_) ==
               Checksum::stored(bytes, 16);
    }

    /// The salts of the frames written since the journal was last begun.
    [[nodiscard]] std::string_view generation() const {
        if (is_header_sound_) return std::string_view(bytes_).substr(16, 8);
        for (std::size_t i = 1; i < count(); ++i)
            if (is_sound(i) && salts(i) == salts(i - 1)) return salts(i);
        return {};
    }

private:
    std::string bytes_;
    std::uint32_t page_size_ = 0;
    bool is_big_endian_ = false;
    bool is_header_sound_ = false;
};

/// Whether the log has other bytes in one of these pages.
bool differ(const std::filesystem::path& journal, const JournalFrames& frames,
            const std::filesystem::path& log) {
    std::ifstream old(log, std::ios::binary);
    std::ifstream recent(journal, std::ios::binary);
    std::string before(frames.page_size, '\0');
    std::string after(frames.page_size, '\0');
    const auto read = [&](std::ifstream& file, std::uint64_t at, std::string& page) {
        file.clear();
        file.seekg(static_cast<std::streamoff>(at));
        return static_cast<bool>(file.read(page.data(), static_cast<std::streamsize>(page.size())));
    };
    const auto pages = newest(frames, Frames::all);
    return std::ranges::any_of(pages, [&](const auto& entry) {
        const auto& [number, frame] = entry;
        return !read(old, std::uint64_t{number - 1} * frames.page_size, before) ||
               !read(recent, frame.at, after) || before != after;
    });
}

}  // namespace

JournalFrames journal_frames(const std::filesystem::path& log) {
    std::string content = content_of(journal_of(log));
    if (content.size() < header_size + frame_header_size) {
        JournalFrames nothing;
        nothing.is_cut = !content.empty() && content.size() != header_size;
        return nothing;
    }
    const Bytes bytes(std::move(content), log);
    const std::string_view generation = bytes.generation();
    JournalFrames journal{bytes.page_size(), bytes.is_header_sound(), {}, 0, 0, bytes.is_cut()};
    bool is_chain_whole = bytes.is_header_sound();
    for (std::size_t i = 0; i < bytes.count(); ++i) {
        const std::string_view frame = bytes.frame(i);
        const bool is_ours = bytes.salts(i) == generation;
        const bool is_sound = is_ours && bytes.is_sound(i);
        is_chain_whole = is_chain_whole && is_sound;
        const std::uint32_t page = big_endian(frame, 0);
        if (!is_ours || page == 0) continue;
        const bool commits = big_endian(frame, 4) != 0;
        journal.frames.push_back(
            {page, commits, is_sound, header_size + i * frame.size() + frame_header_size});
        if (commits && is_chain_whole)
            journal.read = journal.frames.size();
        else if (commits)
            ++journal.commits_not_read;
    }
    return journal;
}

std::map<std::uint32_t, JournalFrame> newest(const JournalFrames& journal, Frames which) {
    const auto last = std::find_if(
        journal.frames.rbegin(), journal.frames.rend(), [&](const JournalFrame& frame) {
            return frame.commits && (frame.is_sound || which == Frames::all);
        });
    std::map<std::uint32_t, JournalFrame> pages;
    std::for_each(journal.frames.begin(), last.base(), [&](const JournalFrame& frame) {
        if (frame.is_sound || which == Frames::all) pages.insert_or_assign(frame.page, frame);
    });
    return pages;
}

void write_pages(const std::filesystem::path& journal, const JournalFrames& frames, Frames which,
                 const std::filesystem::path& log) {
    // A damaged number of a page must not make a file of terabytes.
    const std::uint64_t most_pages =
        std::filesystem::file_size(log) / frames.page_size + frames.frames.size();
    std::ifstream from(journal, std::ios::binary);
    std::fstream to(log, std::ios::in | std::ios::out | std::ios::binary);
    std::string bytes(frames.page_size, '\0');
    for (const auto& [page, frame] : newest(frames, which)) {
        if (page > most_pages) continue;
        from.seekg(static_cast<std::streamoff>(frame.at));
        from.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        to.seekp(static_cast<std::streamoff>(std::uint64_t{page - 1} * frames.page_size));
        to.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    to.close();
    if (!from || !to) throw StoreError("A copy of " + log.string() + " cannot be written.");
}

// Only the last commit of a server can be incomplete: none begins before the one before it is on
// the disk. A journal whose header was being written when the power failed holds what is in the
// log.
JournalState journal_state(const std::filesystem::path& log) {
    const JournalFrames journal = journal_frames(log);
    const bool is_whole = journal.is_header_sound
                              ? journal.read == journal.frames.size()
                              : !journal.frames.empty() && !differ(journal_of(log), journal, log);
    if (is_whole && !journal.is_cut) return JournalState::whole;
    return journal.commits_not_read > 1 ? JournalState::damaged : JournalState::cut_off;
}

}  // namespace rostrum::store
