#include "store/lost_acts.hpp"

#include <string_view>
#include <vector>

#include "store/heartbeat_file.hpp"
#include "store/hexadecimal.hpp"
#include "store/journal_frames.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/schema.hpp"
#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

constexpr std::string_view ways_back =
    " Nothing was changed. `rostrum recover` makes a folder of all that is left, `rostrum restore` "
    "one of a backup: docs/operations.md, \"A log that lacks acts\".";

constexpr std::string_view damaged_journal =
    "its journal is damaged, and the latest acts are behind that place";

std::uint64_t end_of(const Database& log, const RoomId& room) {
    Statement row = log.prepare("SELECT max(revision) FROM acts WHERE room = ?");
    row.with(std::string_view(room.value));
    return row.next() ? static_cast<std::uint64_t>(row.integer(0)) : 0;
}

std::string id_of(const std::filesystem::path& log) {
    try {
        return log_id_of(connect_for_reading(log));
    } catch (const SqliteError&) {
        return {};
    }
}

/// All that the log lacks of what was noted, as a list; empty if it lacks nothing.
std::string missing_in(const std::filesystem::path& folder, const NotedHeads& noted) {
    if (noted.heads.empty()) return {};
    std::string list;
    try {
        const Database log = connect_for_reading(log_of(folder));
        for (const Head& head : noted.heads)
            if (const auto one = missing(log, head)) list += (list.empty() ? "" : "; ") + *one;
    } catch (const SqliteError&) {
        // The opening reports a log that cannot be read.
        return {};
    }
    return list;
}

}  // namespace

NotedHeads noted_heads(const std::filesystem::path& folder) {
    const auto heartbeat = read_alive(folder);
    return heartbeat ? heartbeat->heads : NotedHeads{};
}

std::optional<std::string> missing(const Database& log, const Head& head) {
    const std::string chain = chain_at(log, head.room, head.revision);
    if (hexadecimal(chain) == head.hash) return std::nullopt;
    const std::string last = std::to_string(head.revision.value);
    if (!chain.empty())
        return "room " + head.room.value + " has another act " + last + " than was accepted";
    return "room " + head.room.value + " from act " + std::to_string(end_of(log, head.room) + 1) +
           " on, up to act " + last + " at least";
}

std::string what_is_missing(const std::filesystem::path& folder) {
    // Read before the log, which may be written meanwhile.
    std::string list = missing_in(folder, noted_heads(folder));
    // A server may begin its journal again while it is read, but not twice at once.
    const std::filesystem::path log = log_of(folder);
    if (list.empty() && journal_state(log) == JournalState::damaged &&
        journal_state(log) == JournalState::damaged)
        list = damaged_journal;
    return list;
}

std::vector<std::string> check_complete(const std::filesystem::path& folder) {
    const std::filesystem::path log = log_of(folder);
    const NotedHeads noted = noted_heads(folder);
    const bool is_there = std::filesystem::exists(log);
    if (const std::filesystem::path journal = journal_of(log);
        !is_there && std::filesystem::exists(journal))
        throw StoreError("The log " + log.string() + " is gone, but its journal " +
                         journal.string() + " is there: put the log back, or restore both.");
    if (!is_there && !noted.heads.empty())
        throw StoreError("The log " + log.string() + " is gone, and with it " +
                         std::to_string(noted.heads.size()) +
                         (noted.heads.size() == 1 ? " room: " : " rooms: ") +
                         "put it back, or restore a backup. To begin a new record, name another "
                         "folder.");
    if (!is_there) return {};
    if (const std::string list = missing_in(folder, noted); !list.empty())
        throw StoreError("The log " + log.string() + " lacks acts that were accepted: " + list +
                         "." + std::string(ways_back));
    std::vector<std::string> warnings;
    if (!noted.heads.empty() && id_of(log) != noted.log_id)
        warnings.push_back("The log " + log.string() +
                           " has another id than the one that was last served here, with the same "
                           "acts: screens load their rooms again.");
    switch (journal_state(log)) {
        case JournalState::damaged:
            throw StoreError("The log " + log.string() + " lacks acts that were accepted: " +
                             std::string(damaged_journal) + "." + std::string(ways_back));
        case JournalState::cut_off:
            warnings.push_back(
                "The journal of " + log.string() +
                " ends within a commit, which is left out. If the power failed, nothing that "
                "was accepted is lost; if not, the last act may be.");
            break;
        case JournalState::whole:
            break;
    }
    return warnings;
}

}  // namespace rostrum::store
