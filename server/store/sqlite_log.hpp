#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "chamber/ports.hpp"
#include "store/chance.hpp"
#include "store/executor.hpp"
#include "store/folder_lock.hpp"
#include "store/heads.hpp"
#include "store/log_reader.hpp"
#include "store/log_writer.hpp"
#include "store/snapshot_keeper.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// The log of a data folder, in log.db: its only writer, as long as it lives.
///
/// Writing has a thread of its own. What is asked for while that one waits for the disk is written
/// together, in one commit, whichever rooms it is of. What is read while rooms are served has
/// others, and waits for no commit.
class SqliteLog : public chamber::EventLog {
public:
    /// Opens the log, or makes it where there is none. The acts after each room's snapshot are
    /// verified first, at some ten microseconds an act; those of a room without one all.
    /// @throws StoreError
    SqliteLog(const std::filesystem::path& folder, Executor executor, const Chance& chance);
    /// Writes what it was asked to write. Answers may still reach the executor meanwhile, and
    /// nothing after.
    ~SqliteLog() override;

    void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                AppendDone done) override;
    [[nodiscard]] std::vector<Act> read(const RoomId& room, Revision after) override;
    void fetch(const RoomId& room, Revision after, FetchDone done) override;
    void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) override;
    [[nodiscard]] std::optional<Room> snapshot(const RoomId& room) override;
    /// Encoded on a thread of its own, and written when no act waits for the disk.
    void keep(const Room& room) override;
    /// Waits until all that was handed to keep is written.
    void finish_keeping() { keeper_.finish(); }
    void follow(const RoomId& room, Follower follower) override;
    [[nodiscard]] std::vector<RoomId> rooms() override;
    [[nodiscard]] std::string id() const override { return id_; }

    /// Whether the next write can be expected to succeed: the last one did, the file is there and
    /// may be written, and the disk has room for it. After a write that failed, asking has another
    /// tried, which changes nothing, and tells of it when it is asked again. From any thread.
    [[nodiscard]] bool is_writable();

    /// Made since it was opened; each took whatever waited. From any thread.
    [[nodiscard]] std::uint64_t commits() const { return commits_; }

    /// Where each room ends: what is durable, as far as it was read or written here. From any
    /// thread.
    [[nodiscard]] NotedHeads heads();

    /// The instant of the latest act of any room: no clock may start before it.
    [[nodiscard]] Instant latest() const { return latest_; }

private:
    using Followers = std::map<RoomId, Follower>;
    /// What is being written, and whom to tell.
    struct Requests {
        std::vector<Writing> writings;
        std::vector<AppendDone> done;
    };

    void write_requests();
    void note(const std::vector<Head>& heads);
    void answer(Writing writing, AppendDone done, chamber::Appended answer);
    void write(const Snapshot& snapshot);
    /// Reads the log on a thread of its own.
    struct Aside {
        explicit Aside(const std::filesystem::path& path) : reader(path) {}
        /// Touched by the thread alone.
        LogReader reader;
        Worker worker;
    };
    template <class Told, class Read>
    void ask(Aside& aside, std::function<void(std::variant<Told, chamber::Unavailable>)> done,
             Read what);
    [[nodiscard]] std::vector<Act> read(LogReader& reader, const RoomId& room,
                                        Revision after) const;
    void shorten_journal_later();

    FolderLock lock_;
    std::filesystem::path path_;
    Executor executor_;
    LogReader reader_;
    std::string id_;
    Instant latest_;
    /// As they were read at the opening, until the first act: handed over once, since reading one
    /// is most of a start.
    std::map<RoomId, Room> opened_;
    /// Touched on the chambers' thread alone; shared with the answers that are on their way to it.
    std::shared_ptr<Followers> followers_ = std::make_shared<Followers>();

    std::atomic<bool> last_write_succeeded_ = true;
    std::atomic<bool> trying_ = false;
    std::atomic<std::uint64_t> commits_ = 0;
    std::mutex mutex_;
    Requests requests_;
    std::map<RoomId, Head> heads_;
    LogWriter writer_;
    /// Touched by the thread that writes alone.
    bool shortening_ = false;
    Worker worker_;
    SnapshotKeeper keeper_;
    Aside fetching_;
    /// A room waits for it, and not for somebody who fetches a whole record.
    Aside finding_;
};

}  // namespace rostrum::store
