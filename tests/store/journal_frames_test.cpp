#include "store/journal_frames.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "log_fixture.hpp"
#include "store/lost_acts.hpp"

namespace rostrum::store::journal_frames_test {
namespace {

constexpr std::streamoff header = 32;
constexpr std::streamoff frame_header = 24;
constexpr std::streamoff frame = frame_header + 4096;

/// A log whose acts are in its journal alone, as after a kill.
struct JournalFixture : LogFixture {
    JournalFixture() {
        for (std::uint64_t revision = 1; revision <= 6; ++revision)
            if (!write("xx", notice(revision, "command" + std::to_string(revision))))
                throw std::runtime_error("It does not write.");
        std::filesystem::create_directory(killed);
        for (const char* name : {"log.db", "log.db-wal"})
            std::filesystem::copy_file(folder.path / name, killed / name);
        whole = journal_frames(killed / "log.db");
    }
    void flip(std::streamoff at) const {
        std::fstream file(killed / "log.db-wal", std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(at);
        const int byte = file.get();
        file.seekp(at);
        file.put(static_cast<char>(byte ^ 1));
    }
    [[nodiscard]] JournalFrames frames() const { return journal_frames(killed / "log.db"); }
    [[nodiscard]] JournalState state() const { return journal_state(killed / "log.db"); }
    [[nodiscard]] std::streamoff start_of(std::size_t index) const {
        return header + static_cast<std::streamoff>(index) * frame;
    }
    /// Opens the folder as a server does.
    std::string refusal() {
        try {
            const SqliteLog opened(killed, thread.executor(), system_random_bytes());
            return opened.warnings().empty() ? "none" : opened.warnings().front();
        } catch (const std::exception& error) {
            return error.what();
        }
    }

    TemporaryFolder parent;
    std::filesystem::path killed = parent.path / "killed";
    JournalFrames whole;
};

TEST_CASE_METHOD(JournalFixture, "a whole journal is read as SQLite reads it") {
    REQUIRE(whole.frames.size() > 12);
    CHECK(whole.page_size == 4096);
    CHECK(whole.read == whole.frames.size());
    CHECK(whole.commits_not_read == 0);
    CHECK(std::ranges::count_if(whole.frames, &JournalFrame::commits) == 6);
    CHECK(std::ranges::all_of(whole.frames, &JournalFrame::is_sound));
    CHECK(newest(whole, Frames::sound).size() == newest(whole, Frames::all).size());
    CHECK(state() == JournalState::whole);
    CHECK(refusal() == "none");
}

TEST_CASE_METHOD(JournalFixture, "a log without a journal is whole") {
    std::filesystem::remove(killed / "log.db-wal");
    CHECK(frames().frames.empty());
    CHECK(state() == JournalState::whole);
    std::ofstream(killed / "log.db-wal") << "short";
    CHECK(frames().frames.empty());
}

TEST_CASE_METHOD(JournalFixture, "a changed page makes one frame unsound, and hides all after it") {
    flip(start_of(2) + frame_header + 100);
    const JournalFrames now = frames();
    REQUIRE(now.frames.size() == whole.frames.size());
    CHECK(now.read < 3);
    for (std::size_t i = 0; i < now.frames.size(); ++i) CHECK(now.frames[i].is_sound == (i != 2));
    CHECK(state() == JournalState::damaged);
    CHECK_THAT(refusal(), Catch::Contains("its journal is damaged, and the latest acts are behind "
                                          "that place"));
}

TEST_CASE_METHOD(JournalFixture,
                 "a damaged header hides everything from SQLite, and nothing here") {
    for (const std::streamoff at : {0, 3, 8, 17, 25}) {
        flip(at);
        const JournalFrames now = frames();
        CAPTURE(at);
        CHECK(now.read == 0);
        CHECK(now.frames.size() == whole.frames.size());
        CHECK(state() == JournalState::damaged);
        flip(at);
    }
    CHECK(state() == JournalState::whole);
}

TEST_CASE_METHOD(JournalFixture, "a journal that ends within a commit is the end of a server") {
    const auto size = std::filesystem::file_size(killed / "log.db-wal");
    SECTION("cut off") {
        std::filesystem::resize_file(killed / "log.db-wal", size - 100);
    }
    SECTION("with a damaged place") {
        flip(static_cast<std::streamoff>(size) - 100);
    }
    CHECK(state() == JournalState::cut_off);
    CHECK(refusal() ==
          "The journal of " + (killed / "log.db").string() +
              " ends within a commit, which is left out. If the power failed, nothing that was "
              "accepted is lost; if not, the last act may be.");
}

TEST_CASE_METHOD(JournalFixture,
                 "a journal that ends within the first frame of a commit is cut off") {
    const auto last = std::ranges::find_if(whole.frames.rbegin() + 1, whole.frames.rend(),
                                           &JournalFrame::commits);
    const auto end = last->at + 4096;
    for (const auto more : {std::uint64_t{1}, std::uint64_t{100}, std::uint64_t{4104}}) {
        std::filesystem::resize_file(killed / "log.db-wal", end + more);
        CHECK(state() == JournalState::cut_off);
    }
    std::filesystem::resize_file(killed / "log.db-wal", end);
    CHECK(state() == JournalState::whole);
    for (const auto size : {std::uint64_t{1}, std::uint64_t{40}}) {
        std::filesystem::resize_file(killed / "log.db-wal", size);
        CHECK(state() == JournalState::cut_off);
    }
    std::filesystem::resize_file(killed / "log.db-wal", header);
    CHECK(state() == JournalState::whole);
}

TEST_CASE_METHOD(JournalFixture, "what is missing behind a damaged place is known without heads") {
    CHECK(what_is_missing(killed).empty());
    flip(start_of(0) + frame_header);
    CHECK(what_is_missing(killed) ==
          "its journal is damaged, and the latest acts are behind that place");
}

TEST_CASE_METHOD(JournalFixture, "frames of an earlier journal do not count") {
    // Begins the journal again: the new commits overwrite its first pages.
    {
        Database opened(file(), Database::Opening::existing);
        opened.execute("PRAGMA wal_checkpoint(PASSIVE)");
    }
    REQUIRE(write("xx", notice(7, "command7")));
    std::filesystem::copy_file(file(), killed / "log.db",
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::copy_file(file().string() + "-wal", killed / "log.db-wal",
                               std::filesystem::copy_options::overwrite_existing);
    const JournalFrames now = frames();
    CHECK(now.frames.size() < whole.frames.size());
    CHECK(std::ranges::count_if(now.frames, &JournalFrame::commits) == 1);
    CHECK(state() == JournalState::whole);
}

TEST_CASE_METHOD(JournalFixture,
                 "any changed byte of the journal leaves all versions of its pages") {
    const auto size =
        static_cast<std::streamoff>(std::filesystem::file_size(killed / "log.db-wal"));
    for (std::streamoff at = 0; at < size; at += 331) {
        flip(at);
        CAPTURE(at);
        CHECK(newest(frames(), Frames::all).size() + 1 >= newest(whole, Frames::all).size());
        flip(at);
    }
}

}  // namespace
}  // namespace rostrum::store::journal_frames_test
