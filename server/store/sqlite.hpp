#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// The part of SQLite that the store needs, with RAII and exceptions.
namespace rostrum::store {

/// The file in which SQLite keeps the latest commits of a database (its write-ahead log).
[[nodiscard]] inline std::filesystem::path journal_of(const std::filesystem::path& database) {
    return database.string() + "-wal";
}

class SqliteError : public std::runtime_error {
public:
    explicit SqliteError(const std::string& reason, bool is_unwritten = false)
        : std::runtime_error(reason), is_unwritten_(is_unwritten) {}
    /// A commit that failed with this is not in the file, nor in its journal. Otherwise it may be:
    /// a sync that failed leaves what was written before it.
    [[nodiscard]] bool is_unwritten() const { return is_unwritten_; }

private:
    bool is_unwritten_;
};

/// A BLOB.
struct Blob {
    std::string_view bytes;
};

/// A prepared SQL statement.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    /// Resets the statement and binds these values to its parameters.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    /// Runs a statement without rows, with these values, which are not copied.
    template <class... Values>
    void run_with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values, Binding::for_the_call), ...);
        run();
    }
    /// Steps to the next row; returns false after the last.
    bool next();
    /// Runs a statement without rows.
    void run();
    /// Resets the statement.
    void reset();

    /// Values of the current row, columns counted from 0. Views are valid until the next step.
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// TEXT or BLOB.
    [[nodiscard]] std::string_view bytes(int column) const;

private:
    enum class Binding { copied, for_the_call };
    void bind(int index, std::int64_t value, Binding binding = Binding::copied);
    void bind(int index, std::string_view text, Binding binding = Binding::copied);
    void bind(int index, Blob blob, Binding binding = Binding::copied);
    void check(int code) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection to a file. For one thread at a time.
class Database {
public:
    enum class Opening {
        existing,
        create,
        /// Read-only: changes neither the file nor its journal.
        read_only,
        /// Read-only without any files next to it, not even SQLite's own. Nobody may write to the
        /// file.
        still,
    };
    static constexpr int default_busy_timeout_ms = 5000;
    /// Waits up to 5 s while another process writes.
    Database(const std::filesystem::path& path, Opening opening);

    /// Sets how long to wait for another process.
    void set_busy_timeout(int milliseconds);

    /// Runs one or more statements without parameters.
    void execute(const std::string& sql);
    [[nodiscard]] Statement prepare(std::string_view sql) const;
    /// Returns the single number that the query yields.
    [[nodiscard]] std::int64_t number(std::string_view sql) const;
    /// The file is open but not writable.
    [[nodiscard]] bool is_read_only() const;
    /// The open file no longer has its name: it was deleted, renamed or replaced. Nobody can reopen
    /// what is written now.
    [[nodiscard]] bool has_moved() const;

    /// Disables checkpoints by commits: `checkpoint` runs them at a better time.
    void leave_journal();
    /// The number of pages in the journal, if automatic checkpoints are disabled.
    [[nodiscard]] int journal_pages() const { return *journal_pages_; }
    /// Moves the journal's pages into the file. Does not wait: pages that a reader still uses stay
    /// in the journal.
    void checkpoint();
    /// Moves all of the journal into the file, and empties it. Waits this long for readers.
    /// @returns false if a reader or the disk prevents it
    bool empty_journal(int wait_ms);
    /// Forgets the pages that this connection remembers of the file.
    void forget_pages();
    /// Whether closing the last connection leaves the journal as it is. By default SQLite moves it
    /// into the file and deletes it.
    void leave_journal_at_close(bool leaves);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    /// Not movable: SQLite holds its address.
    std::unique_ptr<int> journal_pages_ = std::make_unique<int>(0);
    std::unique_ptr<sqlite3, Close> database_;
};

/// A transaction: rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database* database_;
};

}  // namespace rostrum::store
