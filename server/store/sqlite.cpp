#include "store/sqlite.hpp"

#include <sqlite3.h>
#include <string>

#include <sys/resource.h>

#include "store/clean_files.hpp"
#include "store/hexadecimal.hpp"
#include "store/sha256.hpp"

namespace rostrum::store {
namespace {

/// SQLite does not keep the error of a failed write.
bool is_file_size_limited() {
    rlimit size{};
    return ::getrlimit(RLIMIT_FSIZE, &size) == 0 && size.rlim_cur != RLIM_INFINITY;
}

std::string reason_of(int code, sqlite3* database) {
    if (database != nullptr && sqlite3_extended_errcode(database) == SQLITE_IOERR_WRITE &&
        is_file_size_limited())
        return "it may not grow: there is a limit on the size of files";
    switch (code & 0xff) {
        case SQLITE_FULL:
            return "the disk is full";
        case SQLITE_IOERR:
            return "the disk fails";
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return "it may not be written";
        case SQLITE_CANTOPEN:
            return "it cannot be opened";
        case SQLITE_BUSY:
            return "another program is writing to it";
        case SQLITE_CORRUPT:
            return "it is damaged";
        case SQLITE_NOTADB:
            return "it is not a database";
        default:
            return database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    }
}

int flags_of(Database::Opening opening) {
    switch (opening) {
        case Database::Opening::existing:
            return SQLITE_OPEN_READWRITE;
        case Database::Opening::create:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case Database::Opening::read_only:
            return SQLITE_OPEN_READONLY;
        case Database::Opening::still:
            return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return SQLITE_OPEN_READONLY;
}

/// The URI of a file that nobody writes to.
std::string still_file(const std::filesystem::path& path) {
    std::string address = "file:";
    for (const char letter : path.string()) {
        if (letter == '%' || letter == '?' || letter == '#')
            address += '%' + hexadecimal({&letter, 1});
        else
            address += letter;
    }
    return address + "?immutable=1";
}

/// Pages are written before the one that makes them a commit, and all of them before the sync.
bool is_unwritten(int code, sqlite3* database) {
    return (code & 0xff) != SQLITE_IOERR ||
           (database != nullptr && sqlite3_extended_errcode(database) == SQLITE_IOERR_WRITE);
}

/// The SQL function of that name, for the seals of rows.
void sha256_of(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    const auto* text = static_cast<const char*>(sqlite3_value_blob(*values));
    const std::string hash = sha256({text, static_cast<std::size_t>(sqlite3_value_bytes(*values))});
    sqlite3_result_blob(context, hash.data(), static_cast<int>(hash.size()), SQLITE_TRANSIENT);
}

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw SqliteError(reason_of(code, database), is_unwritten(code, database));
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    statement_.reset(statement);
    store::check(code, database);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

bool Statement::next() {
    const int code = sqlite3_step(statement_.get());
    check(code);
    return code == SQLITE_ROW;
}

void Statement::run() {
    const int code = sqlite3_step(statement_.get());
    reset();
    check(code);
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Statement::bind(int index, std::int64_t value, Binding /*binding*/) {
    check(sqlite3_bind_int64(statement_.get(), index, value));
}

// A null pointer would bind NULL instead.
void Statement::bind(int index, std::string_view text, Binding binding) {
    check(sqlite3_bind_text64(
        statement_.get(), index, text.data() != nullptr ? text.data() : "", text.size(),
        binding == Binding::copied ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int index, Blob blob, Binding binding) {
    check(sqlite3_bind_blob64(
        statement_.get(), index, blob.bytes.data() != nullptr ? blob.bytes.data() : "",
        blob.bytes.size(), binding == Binding::copied ? SQLITE_TRANSIENT : SQLITE_STATIC));
}

void Statement::check(int code) const {
    store::check(code, sqlite3_db_handle(statement_.get()));
}

Database::Database(const std::filesystem::path& path, Opening opening) {
    const std::string name = opening == Opening::still ? still_file(path) : path.string();
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &database,
                                     flags_of(opening) | SQLITE_OPEN_NOMUTEX, clean_files());
    database_.reset(database);
    check(code, database);
    check(sqlite3_create_function(database, "sha256", 1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                  sha256_of, nullptr, nullptr),
          database);
    set_busy_timeout(default_busy_timeout_ms);
}

void Database::set_busy_timeout(int milliseconds) {
    sqlite3_busy_timeout(database_.get(), milliseconds);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

void Database::execute(const std::string& sql) {
    check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr), database_.get());
}

Statement Database::prepare(std::string_view sql) const {
    return {database_.get(), sql};
}

std::int64_t Database::number(std::string_view sql) const {
    Statement statement = prepare(sql);
    statement.next();
    return statement.integer(0);
}

bool Database::is_read_only() const {
    return sqlite3_db_readonly(database_.get(), "main") == 1;
}

bool Database::has_moved() const {
    int moved = 0;
    check(sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved),
          database_.get());
    return moved != 0;
}

void Database::leave_journal() {
    sqlite3_wal_hook(
        database_.get(),
        [](void* pages, sqlite3* /*database*/, const char* /*name*/, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        journal_pages_.get());
}

void Database::checkpoint() {
    *journal_pages_ = 0;
    execute("PRAGMA wal_checkpoint(PASSIVE)");
}

bool Database::empty_journal(int wait_ms) {
    set_busy_timeout(wait_ms);
    bool emptied = false;
    try {
        Statement row = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        emptied = row.next() && row.integer(0) == 0;
    } catch (const SqliteError&) {
        emptied = false;
    }
    set_busy_timeout(default_busy_timeout_ms);
    if (emptied) *journal_pages_ = 0;
    return emptied;
}

void Database::forget_pages() {
    sqlite3_db_release_memory(database_.get());
}

void Database::leave_journal_at_close(bool leaves) {
    check(sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leaves ? 1 : 0,
                            nullptr),
          database_.get());
}

Transaction::Transaction(Database& database) : database_(&database) {
    database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (database_ == nullptr) return;
    try {
        database_->execute("ROLLBACK");
    } catch (const SqliteError&) {
        // SQLite has already rolled back, as it does when the disk fails.
        return;
    }
}

void Transaction::commit() {
    database_->execute("COMMIT");
    database_ = nullptr;
}

}  // namespace rostrum::store
