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
#include "store/snapshots.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// What one room asks to have written.
struct Writing {
    RoomId room;
    Revision expected;
    std::vector<Act> acts;
};

/// Writes acts to a log. For one thread.
class LogWriter {
public:
    /// Of the log with this id, and of no other that is put in its place.
    LogWriter(std::filesystem::path path, std::string log_id, Chance chance);

    /// Answers each of them, in order, after one commit for all. An act that erases a name takes it
    /// out of all acts before it in the same commit, and is answered after the wiping. None
    /// disturbs another: a conflict in one room leaves the others to be written. Where the file
    /// fails, none was written as far as can be known, and the next call opens it anew.
    [[nodiscard]] std::vector<chamber::Appended> write(std::span<const Writing> writings);

    /// Where the rooms end that the last write has written to.
    [[nodiscard]] const std::vector<Head>& written() const { return written_; }

    /// Whether an act could be written now: writes, durably, what changes nothing.
    [[nodiscard]] bool can_write();

    /// Keeps it in the place of the room's last snapshot. Where that fails the old one stays, and
    /// nothing is lost but time at the next start.
    void keep(const Snapshot& snapshot);

    /// Whether the journal should be brought into the file. No commit does that.
    [[nodiscard]] bool has_long_journal() const;
    /// Does it, where it should be done. That waits for the disk.
    void shorten_journal();

private:
    /// The connection, with what is prepared on it.
    struct Connection {
        explicit Connection(const std::filesystem::path& path);
        Database database;
        /// Known once something was begun.
        std::optional<FileMark> journal;
        Statement head;
        Statement holder;
        Statement add_act;
        Statement add_event;
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
    /// Drawn for many events at once.
    std::string salts_;
    std::optional<Connection> connection_;
    /// The transaction in progress erases a name.
    bool erased_ = false;
    std::vector<Head> written_;
    Wiping wiping_;
};

}  // namespace rostrum::store
