#include "store/recovery.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "floor/apply.hpp"
#include "store/access_schema.hpp"
#include "store/backup.hpp"
#include "store/damaged_log.hpp"
#include "store/erasure.hpp"
#include "store/hexadecimal.hpp"
#include "store/log_check.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/log_writer.hpp"
#include "store/lost_acts.hpp"
#include "store/new_folder.hpp"
#include "store/raw_copy.hpp"
#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

/// The part of a room recovered so far.
struct Kept {
    Room room;
    std::string chain = chain_start();
    /// Names missing from an act, though no recovered act erased them.
    std::set<PlateOfMeeting> erased{};
};

/// The next act, and the room after it.
struct Intact {
    ActRow record;
    Act act;
    Room room;
};
/// The fault, as half a sentence; empty at the end of the log.
using Flawed = std::string;

std::variant<Intact, Flawed> check(const ActRow& record, const Kept& kept) {
    try {
        if (!is_linked(record, kept.chain)) return "was changed, or the act before it was";
        if (!has_sound_payloads(record)) return "has a changed event";
        Act act = read_act(record);
        Room room = apply(kept.room, act);
        return Intact{record, std::move(act), std::move(room)};
    } catch (const std::exception& error) {
        return "cannot be read (" + std::string(error.what()) + ")";
    }
}

/// @param last known of the room
std::variant<Intact, Flawed> next_act(const DamagedLog& from, const Kept& kept, Revision last) {
    const Revision next{kept.room.revision.value + 1};
    std::variant<Intact, Flawed> found = Flawed{last < next ? "" : "is missing"};
    try {
        for (const ActRow& record : from.versions(kept.room.id, next)) {
            found = check(record, kept);
            if (std::holds_alternative<Intact>(found)) break;
        }
    } catch (const SqliteError& error) {
        found = "cannot be read (" + std::string(error.what()) + ")";
    }
    return found;
}

void note_erased(Database& to, const Intact& intact, Kept& kept) {
    for (std::size_t i = 0; i < intact.act.events.size(); ++i) {
        if (const auto* named = std::get_if<SpeakerNamed>(&intact.act.events[i])) {
            if (intact.record.events[i].erased)
                kept.erased.emplace(named->meeting, named->delegation);
        } else if (const auto* erasing = std::get_if<NameErased>(&intact.act.events[i])) {
            kept.erased.erase({erasing->meeting, erasing->delegation});
            // Not every damage breaks the chain: removes a name that should not be there.
            erase_names(to, kept.room.id, erasing->meeting, erasing->delegation);
        }
    }
}

/// Copies acts up to the first damaged one.
/// @returns its fault
Flawed take_acts(const DamagedLog& from, Database& to, Kept& kept, Revision last) {
    NewActs acts(to);
    Transaction transaction(to);
    while (true) {
        auto next = next_act(from, kept, last);
        if (auto* flawed = std::get_if<Flawed>(&next)) {
            transaction.commit();
            return std::move(*flawed);
        }
        auto& intact = std::get<Intact>(next);
        acts.add(intact.record);
        note_erased(to, intact, kept);
        kept.chain = intact.record.chain;
        kept.room = std::move(intact.room);
    }
}

bool is_known_or_withheld(const Room& room, const PlateOfMeeting& plate) {
    const auto withheld = room.withheld.find(plate);
    return room.names->contains(plate) ||
           (withheld != room.withheld.end() && withheld->second != NameStanding::erased);
}

/// Withholds and erases again the names whose acts are lost.
std::vector<std::pair<CommandKind, Event>> names_to_keep_back(const Kept& kept,
                                                              const std::vector<Event>& lost) {
    std::set<PlateOfMeeting> erased = kept.erased;
    std::set<PlateOfMeeting> withheld;
    for (const Event& event : lost) {
        if (const auto* erasing = std::get_if<NameErased>(&event)) {
            const PlateOfMeeting plate{erasing->meeting, erasing->delegation};
            if (is_known_or_withheld(kept.room, plate)) erased.insert(plate);
        } else if (const auto* withholding = std::get_if<NameWithheld>(&event)) {
            const PlateOfMeeting plate{withholding->meeting, withholding->delegation};
            if (kept.room.names->contains(plate)) withheld.insert(plate);
        }
    }
    std::vector<std::pair<CommandKind, Event>> wanted;
    wanted.reserve(erased.size() + withheld.size());
    for (const auto& [meeting, delegation] : erased)
        wanted.emplace_back(kind_of<EraseName>(), NameErased{meeting, delegation});
    for (const auto& [meeting, delegation] : withheld)
        if (!erased.contains({meeting, delegation}))
            wanted.emplace_back(kind_of<WithholdName>(), NameWithheld{meeting, delegation});
    return wanted;
}

/// @returns the number of names
std::uint64_t keep_back(const DamagedLog& from, LogWriter& writer, const Kept& kept, Instant now,
                        const RandomBytes& random_bytes) {
    constexpr std::size_t id_size = 12;
    const Revision last = kept.room.revision;
    std::vector<Act> acts;
    const auto lost = from.names_kept_back(kept.room.id, last);
    const auto names = names_to_keep_back(kept, lost);
    acts.reserve(names.size());
    for (const auto& [kind, event] : names) {
        Act act;
        act.revision = Revision{last.value + acts.size() + 1};
        act.at = std::max(now, kept.room.latest);
        act.actor = {Role::secretariat, "rostrum recover"};
        act.command = CommandId{"recover-" + hexadecimal(random_bytes(id_size))};
        act.kind = kind;
        act.events.push_back(event);
        acts.push_back(std::move(act));
    }
    if (acts.empty()) return 0;
    const auto answers =
        writer.write(std::vector{AppendRequest{{{kept.room.id, last, std::move(acts)}}}});
    if (const auto* failed = std::get_if<rooms::Unavailable>(&answers.front()))
        throw StoreError(failed->reason);
    return names.size();
}

void copy_raw(const std::filesystem::path& damaged, const std::filesystem::path& to) {
    std::filesystem::create_directory(to);
    for (const char* file : {"log.db", "log.db-wal", "access.db", "access.db-wal"})
        raw_copy(damaged / file, to / file);
}

std::vector<RecoveredRoom> recover_log(const std::filesystem::path& from,
                                       const std::filesystem::path& to, Instant now,
                                       const RandomBytes& random_bytes, const NotedHeads& noted) {
    const DamagedLog damaged(log_of(from));
    std::map<RoomId, Revision> last_known;
    for (const RoomId& room : damaged.rooms()) last_known[room] = damaged.last_known(room);
    for (const Head& head : noted.heads)
        last_known[head.room] = std::max(last_known[head.room], head.revision);
    Database log = open_or_make(log_of(to), log_schema(),
                                [&](const Database& made) { give_log_id(made, random_bytes); });
    LogWriter writer(log_of(to), log_id_of(log), random_bytes);
    std::vector<RecoveredRoom> rooms;
    for (const auto& [room, last] : last_known) {
        Kept kept{empty_room(room)};
        const Flawed flawed = take_acts(damaged, log, kept, last);
        RecoveredRoom recovered{room, kept.room.revision, kept.room.latest, {}, {}};
        if (!flawed.empty()) recovered.flaw = flawed;
        recovered.known = std::max(last, kept.room.revision);
        recovered.names_kept_back = keep_back(damaged, writer, kept, now, random_bytes);
        rooms.push_back(std::move(recovered));
    }
    scrub_at_opening(log);
    return rooms;
}

bool copy_tokens(const std::filesystem::path& from, const std::filesystem::path& to) {
    try {
        copy_access(from, to);
        return true;
    } catch (const StoreError&) {
        std::filesystem::remove(access_of(to));
        return false;
    }
}

}  // namespace

Recovery recover(const std::filesystem::path& damaged, const std::filesystem::path& output,
                 Instant now, const RandomBytes& random_bytes) {
    NewFolder made(output);
    // Works on a copy, because SQLite checkpoints the journal when it reads.
    const std::filesystem::path copy = made.path() / "damaged";
    copy_raw(damaged, copy);
    Recovery recovery;
    recovery.rooms = recover_log(copy, made.path(), now, random_bytes, noted_heads(damaged));
    recovery.tokens_lost = !copy_tokens(copy, made.path());
    std::filesystem::remove_all(copy);
    if (std::ranges::all_of(recovery.rooms,
                            [](const auto& room) { return room.kept == Revision{}; }))
        throw StoreError("Not one act can be read in " + damaged.string() +
                         ": go back to the last backup.");
    if (!check_log(made.path()).is_sound())
        throw StoreError(
            "What was recovered of " + damaged.string() +
            " does not verify, so it was not kept: a fault of ours, please report it.");
    made.finish();
    return recovery;
}

}  // namespace rostrum::store
