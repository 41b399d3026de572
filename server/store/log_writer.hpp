#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chamber/ports.hpp"
#include "store/chance.hpp"
#include "store/erasure.hpp"
#include "store/file_mark.hpp"
#include "store/heads.hpp"
#include "store/log_rows.hpp"
#include "store/snapshots.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// What one room wants to write.
struct Writing {
    RoomId room;
    Revision expected;
    std::vector<Act> acts;
};

/// Writes acts to a log. For one thread.
class LogWriter {
public:
    /// For the log with this id only, not for another that replaces it.
    LogWriter(std::filesystem::path path, std::string log_id, Chance chance);

    /// Answers each request, in order, after one commit for all. An act that erases a name also
    /// erases it from all earlier acts in the same commit, and is answered after the traces are
    /// removed. Requests are independent: a conflict in one room does not affect the others. If the
    /// file fails, nothing was written as far as is known, and the next call reopens it.
    [[nodiscard]] std::vector<chamber::Appended> write(std::span<const Writing> writings);

    /// The heads of the rooms that the last write has written to.
    [[nodiscard]] const std::vector<Head>& written() const { return written_; }

    /// Whether an act could be written now: makes a durable write that changes nothing.
    [[nodiscard]] bool can_write();

    /// Replaces the room's snapshot. If that fails, the old one stays, and only the next start
    /// takes longer.
    void keep(const Snapshot& snapshot);

    /// Whether a checkpoint of the journal is due. Commits do none.
    [[nodiscard]] bool has_long_journal() const;
    /// Runs a checkpoint if due. Waits for the disk.
    void shorten_journal();

private:
    /// The connection and its prepared statements.
    struct Connection {
        explicit Connection(const std::filesystem::path& path);
        Database database;
        /// Known after the first transaction.
        std::optional<FileMark> journal;
        Statement head;
        Statement holder;
        NewActs acts;
    };

    Connection& connection();
    void check_in_place();
    std::vector<chamber::Appended> commit(std::span<const Writing> writings);
    chamber::Appended write_one(Connection& connection, const Writing& writing);
    std::string draw_salt();
    std::string add(Connection& connection, const RoomId& room, const Act& act,
                    const std::string& previous_chain);

    std::filesystem::path path_;
    std::filesystem::path journal_path_;
    std::string log_id_;
    Chance chance_;
    /// Random bytes for many events.
    std::string salts_;
    std::optional<Connection> connection_;
    /// The transaction in progress erases a name.
    bool erased_ = false;
    std::vector<Head> written_;
    Wiping wiping_;
};

}  // namespace rostrum::store
