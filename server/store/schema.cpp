#include "store/schema.hpp"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const Schema& schema,
                         const std::string& reason) {
    throw StoreError("The " + std::string(schema.name) + " " + path.string() +
                     " cannot be used: " + reason + ".");
}

std::int64_t version(const Database& database) {
    return database.number("PRAGMA user_version");
}

void migrate(Database& database, const Schema& schema) {
    Transaction transaction(database);
    for (auto done = static_cast<std::size_t>(version(database)); done < schema.steps.size();
         ++done) {
        database.execute(std::string(schema.steps[done]));
        database.execute("PRAGMA user_version = " + std::to_string(done + 1));
    }
    transaction.commit();
}

void make(const std::filesystem::path& path, const Schema& schema,
          const std::function<void(Database&)>& fill) {
    const std::filesystem::path unfinished = path.string() + ".new-" + std::to_string(::getpid());
    std::filesystem::remove(unfinished);
    {
        Database database(unfinished, Database::Opening::create);
        database.execute("PRAGMA application_id = " + std::to_string(schema.application_id));
        migrate(database, schema);
        fill(database);
    }
    // link(), not rename(): if two processes make the file at once, the first one wins.
    if (::link(unfinished.c_str(), path.c_str()) != 0 && errno != EEXIST)
        throw std::system_error(errno, std::generic_category());
    std::filesystem::remove(unfinished);
}

std::int64_t newest(const Schema& schema) {
    return static_cast<std::int64_t>(schema.steps.size());
}

/// @throws StoreError if the file is not ours, or of an unknown version.
void check_kind(const Database& database, const std::filesystem::path& path, const Schema& schema) {
    if (database.number("PRAGMA application_id") != schema.application_id)
        refuse(path, schema, "it is not a " + std::string(schema.name) + " of Rostrum");
    if (version(database) > newest(schema))
        refuse(path, schema,
               "it is of version " + std::to_string(version(database)) +
                   ", made by a newer rostrum; this one knows version " +
                   std::to_string(newest(schema)));
}

void check_soundness(const Database& database) {
    Statement check = database.prepare("PRAGMA quick_check(1)");
    check.next();
    const std::string_view report = check.bytes(0);
    if (report == "ok") return;
    // Drops the heading of SQLite's report.
    throw SqliteError("it is damaged: " + std::string(report.substr(report.rfind('\n') + 1)));
}

}  // namespace

Database connect(const std::filesystem::path& path) {
    Database database(path, Database::Opening::existing);
    // FULL: a commit is durable before it is answered. secure_delete overwrites deleted content,
    // and temporary data stays in memory. The count of pages limits a file to 64 GiB: see
    // slack_of().
    database.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
        "PRAGMA temp_store = MEMORY; PRAGMA max_page_count = 16777215");
    return database;
}

Database open_existing(const std::filesystem::path& path, const Schema& schema) {
    try {
        Database database = connect(path);
        // A file that is refused stays as it is, and so does its journal.
        database.leave_journal_at_close(true);
        if (database.is_read_only()) refuse(path, schema, "it may not be written");
        check_kind(database, path, schema);
        check_soundness(database);
        if (version(database) < newest(schema)) migrate(database, schema);
        database.leave_journal_at_close(false);
        return database;
    } catch (const SqliteError& error) {
        refuse(path, schema, error.what());
    }
}

Database connect_for_reading(const std::filesystem::path& path) {
    using Opening = Database::Opening;
    // SQLite makes files next to the log for its readers; the last connection removes them, unless
    // it is read-only. If a journal exists, the log is served or was interrupted, and a reader must
    // not clean up.
    Opening opening = Opening::existing;
    if (std::filesystem::exists(journal_of(path)))
        opening = Opening::read_only;
    else if (::faccessat(AT_FDCWD, path.parent_path().c_str(), W_OK, AT_EACCESS) != 0)
        opening = Opening::still;
    Database database(path, opening);
    database.execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY");
    return database;
}

Database open_for_reading(const std::filesystem::path& path, const Schema& schema) {
    if (!std::filesystem::exists(path)) refuse(path, schema, "there is none");
    try {
        Database database = connect_for_reading(path);
        check_kind(database, path, schema);
        check_soundness(database);
        return database;
    } catch (const SqliteError& error) {
        refuse(path, schema, error.what());
    }
}

Database open_or_make(const std::filesystem::path& path, const Schema& schema,
                      const std::function<void(Database&)>& fill) {
    try {
        if (!std::filesystem::exists(path)) make(path, schema, fill);
    } catch (const std::exception& error) {
        refuse(path, schema, error.what());
    }
    return open_existing(path, schema);
}

}  // namespace rostrum::store
