#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rooms/ports.hpp"
#include "store/act_row.hpp"
#include "store/file_id.hpp"
#include "store/heads.hpp"
#include "store/held_name.hpp"
#include "store/log_rows.hpp"
#include "store/open_journal.hpp"
#include "store/random_bytes.hpp"
#include "store/sealer.hpp"
#include "store/snapshots.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// What one room wants to write, or several together: all of it, or nothing.
struct AppendRequest {
    std::vector<rooms::RoomActs> rooms;
    /// The rows of each room's acts, if they were sealed before; otherwise the writer seals them.
    std::vector<std::vector<ActRow>> rows{};
    /// Names to hold until their acts come.
    std::vector<HeldName> names{};
};

/// Writes acts to a log. For one thread.
class LogWriter {
public:
    /// For the log with this id only, not for another that replaces it.
    LogWriter(std::filesystem::path path, std::string log_id, RandomBytes random_bytes);

    /// Answers each request, in order, after one commit for all. An act that erases a name also
    /// erases it from all earlier acts in the same commit. Requests are independent: a conflict in
    /// one room does not affect the others. If the file fails, nothing was written as far as is
    /// known, and the next call reopens it.
    [[nodiscard]] std::vector<rooms::Appended> write(std::span<const AppendRequest> writings);

    /// The ends of rooms that the log is known to have. If it no longer has one, nothing is written
    /// to it any more.
    void expect(const std::vector<Head>& heads);

    /// Why the last call could not write, as half a sentence.
    [[nodiscard]] const std::string& fault() const { return fault_; }
    /// Somebody changed the log or its journal, so that accepted acts may be lost. Nothing is
    /// written to it any more, because nobody might find it again.
    [[nodiscard]] bool is_changed() const { return is_changed_; }

    /// The heads of the rooms that the last write has written to.
    [[nodiscard]] const std::vector<Head>& written() const { return written_; }

    /// Whether an act could be written now: makes a durable write that changes nothing.
    [[nodiscard]] bool can_write();

    /// Replaces the room's snapshot. If that fails, the old one stays, and only the next start
    /// takes longer.
    void save_snapshot(const Snapshot& snapshot);

    /// Whether a checkpoint of the journal is due. Commits do none.
    [[nodiscard]] bool has_long_journal() const;
    /// Runs a checkpoint if due. Waits for the disk.
    void shorten_journal();
    /// Whether the journal may hold names that were erased.
    [[nodiscard]] bool has_traces() const { return has_traces_; }
    /// Moves all of the journal into the log and empties it, when nothing happens or it has traces.
    /// @returns false if a reader or the disk prevents it for now
    bool empty_journal();
    /// Leaves a journal as it is that somebody has changed, for `recover`.
    void leave_journal_at_close();

private:
    /// The connection and its prepared statements.
    struct Connection {
        explicit Connection(const std::filesystem::path& path);
        Database database;
        std::uint64_t page_size;
        bool knows_journal = false;
        /// Of the log itself, which only this writer writes, and only when it empties the journal.
        std::optional<FileMark> mark;
        Statement head;
        Statement holder;
        NewActs acts;
    };

    /// How far a commit has come.
    enum class Commit : std::uint8_t { not_begun, begun, done };

    Connection& connection();
    void check_journal();
    void check_file();
    void check_in_place();
    void note_journal();
    void check_head(const Database& log, const Head& end) const;
    bool failed(const std::exception& error);
    bool undo();
    std::vector<rooms::Appended> commit(std::span<const AppendRequest> writings);
    rooms::Appended write_one(Connection& connection, const AppendRequest& writing);
    std::optional<rooms::Appended> refusal_of(Connection& connection,
                                              const rooms::RoomActs& writing) const;
    void add(Connection& connection, const rooms::RoomActs& acts, const std::vector<ActRow>& rows);

    std::filesystem::path path_;
    std::filesystem::path journal_path_;
    std::string log_id_;
    Sealer sealer_;
    std::optional<Connection> connection_;
    /// The transaction in progress erases a name.
    bool erased_ = false;
    std::vector<Head> written_;
    std::map<RoomId, Head> ends_;
    /// Outlives a connection. Known after the first transaction.
    std::unique_ptr<OpenJournal> journal_;
    Commit commit_ = Commit::not_begun;
    std::string fault_;
    bool is_changed_ = false;
    bool has_traces_ = false;
};

}  // namespace rostrum::store
