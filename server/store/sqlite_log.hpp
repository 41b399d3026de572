#pragma once

#include <atomic>
#include <chrono>
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

#include "rooms/ports.hpp"
#include "store/executor.hpp"
#include "store/folder_lock.hpp"
#include "store/heads.hpp"
#include "store/local_log.hpp"
#include "store/log_reader.hpp"
#include "store/log_writer.hpp"
#include "store/random_bytes.hpp"
#include "store/snapshot_saver.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// The log of a data folder, in log.db, and its only writer.
///
/// Writing has its own thread. Requests that arrive while it waits for the disk share the next
/// commit, whatever their rooms. Reading has other threads and waits for no commit.
class SqliteLog : public LocalLog {
public:
    /// Opens the log, or makes it. First checks that it holds what the heartbeat file notes, and
    /// verifies the acts after each room's snapshot, at some ten microseconds an act; all acts of a
    /// room without one.
    /// @throws StoreError
    SqliteLog(const std::filesystem::path& folder, Executor executor,
              const RandomBytes& random_bytes);
    /// Writes all pending requests. Their answers may still reach the executor meanwhile, and none
    /// after.
    ~SqliteLog() override;

    void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                AppendDone done) override;
    void append_together(std::vector<rooms::RoomActs> rooms, AppendDone done) override;
    void append_sealed(std::vector<SealedActs> rooms, AppendDone done) override;
    void hold(std::vector<HeldName> names, AppendDone done) override;
    [[nodiscard]] std::vector<HeldName> held() override { return reader_.held_names(); }
    [[nodiscard]] std::vector<Act> read(const RoomId& room, Revision after) override;
    void fetch(const RoomId& room, Revision after, FetchDone done) override;
    void fetch_rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) override;
    void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) override;
    [[nodiscard]] std::optional<Room> snapshot(const RoomId& room) override;
    /// Encoded on a separate thread, and written when no act waits for the disk.
    void save_snapshot(const Room& room) override;
    /// Waits until all snapshots passed to save_snapshot() are written.
    void wait_for_snapshots() { snapshot_saver_.finish(); }
    void follow(const RoomId& room, Follower follower) override;
    [[nodiscard]] std::vector<RoomId> rooms() override;
    [[nodiscard]] std::string id() const override { return id_; }

    /// Whether the next write will probably succeed: the last one did, the file exists and is
    /// writable, and the disk has room. After a failed write, each call starts another attempt,
    /// which changes nothing, and the following call returns its result. May be called from any
    /// thread.
    [[nodiscard]] bool is_writable();
    /// Why it is not, as a sentence; nullopt if it is.
    [[nodiscard]] std::optional<std::string> fault();

    /// What the operator should know of the opening, a sentence each.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

    /// Commits since the opening; each takes all pending requests. May be called from any thread.
    [[nodiscard]] std::uint64_t commits() const { return commits_; }

    [[nodiscard]] NotedHeads heads() override;

private:
    using Followers = std::map<RoomId, Follower>;
    /// The requests being written, with their callbacks.
    struct Requests {
        std::vector<AppendRequest> writings;
        std::vector<AppendDone> done;
    };

    void request(AppendRequest writing, AppendDone done);
    void write_requests();
    void empty_journal();
    void note_fault();
    void leave_journal_at_close();
    void note(const std::vector<Head>& heads);
    void answer(AppendRequest writing, AppendDone done, rooms::Appended answer);
    void write(const Snapshot& snapshot);
    /// Reads the log on its own thread.
    struct ReaderThread {
        explicit ReaderThread(const std::filesystem::path& path) : reader(path) {}
        /// Used only by that thread.
        LogReader reader;
        Worker worker;
    };
    template <class Found, class Read>
    void read_on(ReaderThread& thread,
                 std::function<void(std::variant<Found, rooms::Unavailable>)> done, Read query);
    [[nodiscard]] std::vector<Act> read(LogReader& reader, const RoomId& room,
                                        Revision after) const;
    void shorten_journal_later();

    FolderLock lock_;
    std::filesystem::path path_;
    std::vector<std::string> warnings_;
    Executor executor_;
    LogReader reader_;
    std::string id_;
    /// The snapshots read at the opening, until the first act. Handed out once: reading one takes
    /// most of a start.
    std::map<RoomId, Room> opened_;
    /// Used only on the rooms' thread; shared with answers on their way to it.
    std::shared_ptr<Followers> followers_ = std::make_shared<Followers>();

    std::atomic<bool> last_write_succeeded_ = true;
    std::atomic<bool> trying_ = false;
    std::atomic<std::uint64_t> commits_ = 0;
    std::mutex mutex_;
    Requests requests_;
    std::map<RoomId, Head> heads_;
    std::string fault_;
    LogWriter writer_;
    /// Used only by the writing thread.
    bool shortening_ = false;
    /// Little stands in the journal, which can lose everything behind one damaged place.
    static constexpr std::chrono::seconds journal_emptied_after{3};
    Worker worker_{journal_emptied_after, [this] { empty_journal(); }};
    SnapshotSaver snapshot_saver_;
    ReaderThread fetching_;
    /// For rooms that wait; fetching a whole record must not delay them.
    ReaderThread finding_;
};

}  // namespace rostrum::store
