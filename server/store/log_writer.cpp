#include "store/log_writer.hpp"

#include <exception>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "store/act_row.hpp"
#include "store/erasure.hpp"
#include "store/file_id.hpp"
#include "store/held_names.hpp"
#include "store/hexadecimal.hpp"
#include "store/log_rows.hpp"
#include "store/schema.hpp"
#include "store/snapshots.hpp"

namespace rostrum::store {
namespace {

/// Pages of 4 KB. Long enough that a page changed by many acts is written to the file once.
constexpr int long_journal = 1000;
/// Keeps pages for commits of many rooms in memory. In KiB, allocated as needed.
constexpr auto use_more_cache = "PRAGMA cache_size = -32768";

/// Accepted acts may be lost.
class ChangedByOthers : public SqliteError {
public:
    using SqliteError::SqliteError;
};

[[noreturn]] void report_changed_journal() {
    throw ChangedByOthers(
        "its journal was changed by another program, so accepted acts may be lost. Stop the server "
        "and start it again: it says what is missing");
}

/// The last act of a room, and its link.
std::pair<Revision, std::string> end_of(Statement& statement, const RoomId& room) {
    std::pair<Revision, std::string> end{{}, chain_start()};
    statement.with(std::string_view(room.value));
    if (statement.next())
        end = {Revision{static_cast<std::uint64_t>(statement.integer(0))},
               std::string(statement.bytes(1))};
    statement.reset();
    return end;
}

/// The act, in the log or in this batch, that already has a command of the batch.
std::optional<rooms::Duplicate> duplicate_in(Statement& search, const rooms::RoomActs& writing) {
    std::unordered_map<std::string_view, const Act*> own;
    for (const Act& act : writing.acts) {
        if (auto known = act_of_command(search, writing.room, act.command)) return known;
        const auto [entry, is_new] = own.emplace(act.command.value, &act);
        const Act& first = *entry->second;
        if (!is_new) return rooms::Duplicate{act.command, first.revision, first.actor, first.kind};
    }
    return std::nullopt;
}

}  // namespace

LogWriter::Connection::Connection(const std::filesystem::path& path)
    : database(connect(path)),
      page_size(static_cast<std::uint64_t>(database.number("PRAGMA page_size"))),
      head(database.prepare("SELECT revision, chain FROM acts WHERE room = ? "
                            "ORDER BY revision DESC LIMIT 1")),
      holder(search_command(database)),
      acts(database) {
    database.execute(use_more_cache);
    database.leave_journal();
}

LogWriter::LogWriter(std::filesystem::path path, std::string log_id, RandomBytes random_bytes)
    : path_(std::move(path)),
      journal_path_(journal_of(path_)),
      log_id_(std::move(log_id)),
      sealer_(std::move(random_bytes)) {}

LogWriter::Connection& LogWriter::connection() {
    if (!connection_) {
        connection_.emplace(path_);
        if (log_id_of(connection_->database) != log_id_)
            throw SqliteError("another log took its place");
        has_traces_ = has_traces_ || is_scrubbing_due(connection_->database);
        connection_->mark = file_mark_of(path_);
    }
    return *connection_;
}

/// Before a commit, in its transaction: it would write behind what somebody changed.
void LogWriter::check_journal() {
    if (!journal_ || (!connection_->knows_journal && journal_->id() != file_id_of(journal_path_)))
        journal_ = std::make_unique<OpenJournal>(journal_path_);
    if (!journal_->is_open()) throw SqliteError("its journal cannot be opened");
    check_file();
    connection_->knows_journal = true;
    if (!journal_->holds()) report_changed_journal();
}

/// Another program that moves the journal into the log does no harm; one that writes something else
/// there does, and this connection would not read it.
void LogWriter::check_file() {
    const auto mark = file_mark_of(path_);
    if (connection_->mark == mark || connection_->database.has_moved()) return;
    const Database log = connect(path_);
    for (const auto& [room, head] : ends_) check_head(log, {room, {}, {}});
    connection_->database.forget_pages();
    connection_->mark = mark;
}

/// A commit to deleted files is lost with this process, whatever SQLite reports.
void LogWriter::check_in_place() {
    if (connection_->database.has_moved())
        throw SqliteError("it was deleted, or another took its place");
    if (file_id_of(journal_path_) == journal_->id()) return;
    // Its contents, including accepted acts, can be saved while it is open here.
    connection_->database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    throw SqliteError("its journal was deleted");
}

void LogWriter::note_journal() {
    if (!journal_->note(connection_->database.journal_pages(), connection_->page_size))
        report_changed_journal();
}

bool LogWriter::can_write() {
    if (is_changed_) return false;
    try {
        Database& database = connection().database;
        Transaction transaction(database);
        check_journal();
        // SQLite skips rewriting an identical row, but writes this.
        const std::int64_t version = database.number("PRAGMA user_version");
        database.execute("PRAGMA user_version = " + std::to_string(version));
        commit_ = Commit::begun;
        transaction.commit();
        commit_ = Commit::not_begun;
        check_in_place();
        note_journal();
        return true;
    } catch (const std::exception& error) {
        static_cast<void>(failed(error));
        return false;
    }
}

std::vector<rooms::Appended> LogWriter::write(std::span<const AppendRequest> writings) {
    bool may_be_done = false;
    if (!is_changed_) {
        commit_ = Commit::not_begun;
        try {
            return commit(writings);
        } catch (const std::exception& error) {
            may_be_done = failed(error);
        }
    }
    const std::string reason = "The log " + path_.string() + " cannot be written: " + fault_ + ".";
    return std::vector<rooms::Appended>(writings.size(), rooms::Unavailable{reason, may_be_done});
}

/// Drops the connection, and with it the unfinished write.
/// @returns whether the write may be found later
bool LogWriter::failed(const std::exception& error) {
    fault_ = error.what();
    is_changed_ = dynamic_cast<const ChangedByOthers*>(&error) != nullptr;
    const auto* sqlite = dynamic_cast<const SqliteError*>(&error);
    const bool may_be_left =
        commit_ == Commit::begun && !(sqlite != nullptr && sqlite->is_unwritten());
    const bool may_be_done = commit_ == Commit::done || (may_be_left && !undo());
    // Closing it would move a journal into the log that others have changed.
    if (is_changed_) leave_journal_at_close();
    connection_.reset();
    written_.clear();
    commit_ = Commit::not_begun;
    return may_be_done;
}

/// Removes a commit whose sync failed: it is in the journal, where the next start would find it.
bool LogWriter::undo() {
    try {
        const Transaction alone(connection_->database);
        return journal_->cut_back();
    } catch (const SqliteError&) {
        return false;
    }
}

void LogWriter::leave_journal_at_close() {
    if (connection_) connection_->database.leave_journal_at_close(true);
}

void LogWriter::expect(const std::vector<Head>& heads) {
    for (const Head& head : heads) ends_.insert_or_assign(head.room, head);
}

void LogWriter::save_snapshot(const Snapshot& snapshot) {
    try {
        Database& database = connection().database;
        {
            const Transaction alone(database);
            check_journal();
        }
        store_snapshot(database, snapshot);
        note_journal();
    } catch (const std::exception& error) {
        static_cast<void>(failed(error));
    }
}

bool LogWriter::has_long_journal() const {
    return connection_ && connection_->database.journal_pages() >= long_journal;
}

// Pages that are not moved into the file stay in the journal; nothing is lost.
void LogWriter::shorten_journal() {
    try {
        if (!has_long_journal() || !journal_) return;
        if (!journal_->holds()) report_changed_journal();
        connection_->database.checkpoint();
        connection_->mark = file_mark_of(path_);
        journal_->may_begin_again();
    } catch (const std::exception& error) {
        static_cast<void>(failed(error));
    }
}

bool LogWriter::empty_journal() {
    try {
        if (!connection_ || !journal_ || (journal_->is_empty() && !has_traces_)) return true;
        if (!journal_->holds()) report_changed_journal();
        Database& database = connection_->database;
        const bool is_empty = database.empty_journal(0);
        connection_->mark = file_mark_of(path_);
        if (!is_empty) {
            journal_->may_begin_again();
            return false;
        }
        journal_->was_emptied();
        if (!has_traces_) return true;
        finish_scrubbing(database);
        note_journal();
        has_traces_ = false;
    } catch (const std::exception& error) {
        static_cast<void>(failed(error));
    }
    return true;
}

std::vector<rooms::Appended> LogWriter::commit(std::span<const AppendRequest> writings) {
    Connection& log = connection();
    std::vector<rooms::Appended> answers;
    answers.reserve(writings.size());
    erased_ = false;
    written_.clear();
    Transaction transaction(log.database);
    check_journal();
    for (const AppendRequest& writing : writings) answers.push_back(write_one(log, writing));
    commit_ = Commit::begun;
    transaction.commit();
    commit_ = Commit::done;
    check_in_place();
    note_journal();
    expect(written_);
    has_traces_ = has_traces_ || erased_;
    return answers;
}

/// @param end the last act that the log has in this room
void LogWriter::check_head(const Database& log, const Head& end) const {
    const auto known = ends_.find(end.room);
    if (known == ends_.end() || known->second == end) return;
    const Head& head = known->second;
    // Others may have written more acts, but must not have changed these.
    if (hexadecimal(chain_at(log, head.room, head.revision)) == head.hash) return;
    throw ChangedByOthers("act " + std::to_string(head.revision.value) + " of room " +
                          head.room.value +
                          ", which was accepted, is gone. Stop the server and start it again: it "
                          "says what is missing");
}

std::optional<rooms::Appended> LogWriter::refusal_of(Connection& connection,
                                                     const rooms::RoomActs& writing) const {
    const auto [actual, chain] = end_of(connection.head, writing.room);
    check_head(connection.database, {writing.room, actual, hexadecimal(chain)});
    if (actual != writing.expected) return rooms::Conflict{actual};
    if (auto duplicate = duplicate_in(connection.holder, writing)) return *std::move(duplicate);
    return std::nullopt;
}

// Checks everything before writing, so there is nothing to roll back.
rooms::Appended LogWriter::write_one(Connection& connection, const AppendRequest& writing) {
    for (const rooms::RoomActs& one : writing.rooms)
        if (auto refused = refusal_of(connection, one)) return *std::move(refused);
    for (std::size_t i = 0; i < writing.rooms.size(); ++i) {
        const rooms::RoomActs& one = writing.rooms[i];
        if (writing.rows.empty()) {
            add(connection, one,
                sealer_.seal(one.room, one.acts, end_of(connection.head, one.room).second));
            continue;
        }
        add(connection, one, writing.rows[i]);
        for (const ActRow& row : writing.rows[i]) drop_held_names(connection.database, row);
    }
    if (!writing.names.empty()) hold_names(connection.database, writing.names);
    return rooms::Durable{};
}

/// Act by act: a later one may give the plate whose name an earlier one erases a new name.
void LogWriter::add(Connection& connection, const rooms::RoomActs& acts,
                    const std::vector<ActRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        connection.acts.add(rows[i]);
        for (const Event& event : acts.acts[i].events)
            if (const auto* erasing = std::get_if<NameErased>(&event))
                erased_ |= erase_names(connection.database, acts.room, erasing->meeting,
                                       erasing->delegation) > 0;
    }
    written_.push_back({acts.room, acts.acts.back().revision, hexadecimal(rows.back().chain)});
}

}  // namespace rostrum::store
