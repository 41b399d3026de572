#include "store/backup.hpp"

#include <span>
#include <string>

#include "store/access_schema.hpp"
#include "store/erasure.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/lost_acts.hpp"
#include "store/new_folder.hpp"
#include "store/schema.hpp"
#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

/// Copies row by row into new pages, so deleted content is not copied.
void copy(const std::filesystem::path& from, const std::filesystem::path& to,
          const Schema& schema) {
    Database original = open_for_reading(from, schema);
    try {
        // A read-only connection would refuse to write the copy.
        original.execute("PRAGMA query_only = OFF");
        original.prepare("VACUUM INTO ?").with(std::string_view(to.native())).run();
    } catch (const SqliteError& error) {
        throw StoreError("The copy of " + from.string() + " cannot be written: " + error.what() +
                         ".");
    }
}

void copy_log(const std::filesystem::path& from, const std::filesystem::path& to) {
    copy(log_of(from), log_of(to), log_schema());
    Database log(log_of(to), Database::Opening::existing);
    if (is_scrubbing_due(log)) log.execute("UPDATE meta SET wiping_due = 0");
}

LogCheck verified(const std::filesystem::path& copied, const std::filesystem::path& original,
                  std::span<const Head> heads) {
    LogCheck check = check_log(copied, heads);
    if (!check.is_sound())
        throw StoreError("The log in " + original.string() +
                         " was changed, so it was not copied: `rostrum verify` shows "
                         "where.");
    return check;
}

}  // namespace

void copy_access(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (std::filesystem::exists(access_of(from)))
        copy(access_of(from), access_of(to), access_schema());
}

LogCheck back_up(const std::filesystem::path& folder, const std::filesystem::path& destination) {
    NewFolder made(destination);
    // Read before the log, which may be written meanwhile.
    const NotedHeads noted = noted_heads(folder);
    copy_log(folder, made.path());
    // Copied after the log: a token revoked meanwhile stays revoked.
    copy_access(folder, made.path());
    LogCheck check = verified(made.path(), folder, noted.heads);
    made.finish();
    return check;
}

LogCheck restore(const std::filesystem::path& backup, const std::filesystem::path& folder,
                 const RandomBytes& random_bytes) {
    NewFolder made(folder);
    copy_log(backup, made.path());
    give_log_id(Database(log_of(made.path()), Database::Opening::existing), random_bytes);
    copy_access(backup, made.path());
    LogCheck check = verified(made.path(), backup, noted_heads(backup).heads);
    made.finish();
    return check;
}

}  // namespace rostrum::store
