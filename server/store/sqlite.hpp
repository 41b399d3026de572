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

/// As much of SQLite as is needed here, with owners and exceptions.
namespace rostrum::store {

class SqliteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

/// One SQL statement, to be run any number of times.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    /// Begins anew, with these values for its question marks.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    /// Runs a statement that has no rows, with these values, of which nothing is copied.
    template <class... Values>
    void run_with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values, Binding::for_the_call), ...);
        run();
    }
    /// To the next row; false after the last.
    bool next();
    /// Runs a statement that has no rows.
    void run();
    /// Lets go of what it read.
    void reset();

    /// Of the row it stands at, columns counted from 0. Views hold until the next step.
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// Text or bytes.
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
        /// Changes neither the file nor its journal.
        read_only,
        /// The same where nothing may be made beside the file, not even by SQLite for its readers.
        /// Nobody may be writing to it.
        still,
    };
    static constexpr int usual_patience_ms = 5000;
    /// Waits up to 5 s where another process writes just now.
    Database(const std::filesystem::path& path, Opening opening);

    /// How long to wait, from now on, where another process is in the way.
    void set_patience(int milliseconds);

    /// One statement or several, without values.
    void execute(const std::string& sql);
    [[nodiscard]] Statement prepare(std::string_view sql) const;
    /// The one number that this answers.
    [[nodiscard]] std::int64_t number(std::string_view sql) const;
    /// The file may not be written, though it was opened.
    [[nodiscard]] bool is_read_only() const;
    /// The file of this name is no longer the one that is open here: it was deleted, renamed, or
    /// another was put in its place. What is written now, nobody can open again.
    [[nodiscard]] bool has_moved() const;

    /// From now on a commit leaves the journal to grow, for `checkpoint` to empty at a better time.
    void leave_journal();
    /// Pages that commits have left in the journal, where it is left to grow.
    [[nodiscard]] int journal_pages() const { return *journal_pages_; }
    /// Brings the journal's pages into the file. Waits for nobody: what somebody else still reads
    /// stays in the journal as well.
    void checkpoint();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    /// Stays in its place: SQLite writes to it.
    std::unique_ptr<int> journal_pages_ = std::make_unique<int>(0);
    std::unique_ptr<sqlite3, Close> database_;
};

/// All or nothing: taken back unless it is committed.
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
