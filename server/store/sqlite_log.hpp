#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "chamber/ports.hpp"
#include "store/chance.hpp"
#include "store/executor.hpp"
#include "store/folder_lock.hpp"
#include "store/log_reader.hpp"
#include "store/log_writer.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// The log of a data folder, in log.db: its only writer, as long as it lives.
///
/// Writing has a thread of its own. What is asked for while that one waits for the disk is written
/// together, in one commit, whichever rooms it is of.
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
    /// Reads on the caller's thread.
    [[nodiscard]] std::vector<Act> read(const RoomId& room, Revision after) override;
    [[nodiscard]] std::optional<Revision> find(const RoomId& room,
                                               const CommandId& command) override;
    [[nodiscard]] std::optional<Room> snapshot(const RoomId& room) override;
    /// Written after what was appended before, by the thread that writes.
    void keep(const Room& room) override;
    void follow(const RoomId& room, Follower follower) override;
    [[nodiscard]] std::vector<RoomId> rooms() override;
    [[nodiscard]] std::string id() const override { return id_; }

    /// Whether the next write can be expected to succeed: the last one did, the file is there and
    /// may be written, and the disk has room for it. After a write that failed, asking has another
    /// tried, which changes nothing, and tells of it when it is asked again. From any thread.
    [[nodiscard]] bool is_writable();

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
    FolderLock lock_;
    std::filesystem::path path_;
    Executor executor_;
    LogReader reader_;
    std::string id_;
    Instant latest_;
    /// Touched on the chambers' thread alone; shared with the answers that are on their way to it.
    std::shared_ptr<Followers> followers_ = std::make_shared<Followers>();

    std::atomic<bool> last_write_succeeded_ = true;
    std::atomic<bool> trying_ = false;
    std::mutex mutex_;
    Requests requests_;
    LogWriter writer_;
    Worker worker_;
};

}  // namespace rostrum::store
