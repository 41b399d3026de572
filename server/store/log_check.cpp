#include "store/log_check.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "floor/apply.hpp"
#include "floor/invariants.hpp"
#include "store/act_row.hpp"
#include "store/erasure.hpp"
#include "store/hexadecimal.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/schema.hpp"
#include "store/snapshots.hpp"
#include "store/store_error.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

Revision revision_of(std::int64_t number) {
    return Revision{static_cast<std::uint64_t>(number)};
}

/// An act that gives a name.
struct Named {
    std::int64_t revision;
    bool erased;
};

/// Checks the acts of one room. Each is compared with the act before it as it is in the file, so
/// that one break is not reported again for every later act.
class RoomWalk {
public:
    explicit RoomWalk(const RoomId& room) { check_.head.room = room; }

    void meet(const ActRow& act) {
        const bool follows = act.revision == previous_ + 1;
        if (!follows) report_gap(act.revision);
        // Without the previous act, its link cannot be checked.
        if (follows && !is_linked(act, chain_))
            report(act.revision, Flaw::hash, "It was changed, or the act before it was.");
        check_payloads(act);
        ++check_.acts;
        check_.erased_names += static_cast<std::uint64_t>(
            std::ranges::count_if(act.events, [](const auto& event) { return event.erased; }));
        previous_ = act.revision;
        chain_ = act.chain;
    }

    void report(std::int64_t revision, Flaw flaw, std::string text) {
        if (check_.breaks.size() == most_breaks_listed)
            ++check_.more_breaks;
        else
            check_.breaks.push_back({revision_of(revision), flaw, std::move(text)});
    }

    [[nodiscard]] RoomCheck done() {
        check_kept_names();
        check_.head.revision = revision_of(previous_);
        check_.head.hash = hexadecimal(chain_);
        return std::move(check_);
    }

private:
    void report_gap(std::int64_t revision) {
        const std::int64_t first = previous_ + 1;
        const std::int64_t last = revision - 1;
        report(first, Flaw::gap,
               first == last ? "It is missing."
                             : "It is missing, and those up to " + std::to_string(last) + ".");
    }

    void check_payloads(const ActRow& act) {
        try {
            if (has_sound_payloads(act))
                check_names(act, read_act(act));
            else
                report(act.revision, Flaw::payload, "One of its events was changed.");
        } catch (const wire::DecodeError& error) {
            report(act.revision, Flaw::payload,
                   "It has an event that cannot be read: " + std::string(error.what()));
        }
    }

    void check_names(const ActRow& record, const Act& act) {
        for (std::size_t i = 0; i < act.events.size(); ++i) {
            if (const auto* named = std::get_if<SpeakerNamed>(&act.events[i]))
                names_[{named->meeting, named->delegation}].push_back(
                    {record.revision, record.events[i].erased});
            else if (const auto* erasing = std::get_if<NameErased>(&act.events[i]))
                check_erasing(std::exchange(names_[{erasing->meeting, erasing->delegation}], {}));
        }
    }

    void check_erasing(const std::vector<Named>& names) {
        for (const Named& named : names)
            if (!named.erased)
                report(named.revision, Flaw::name,
                       "A later act erased its name, but the name is there.");
    }

    /// The names that are left at the end were never erased.
    void check_kept_names() {
        for (const auto& [plate, names] : names_)
            for (const Named& named : names)
                if (named.erased)
                    report(named.revision, Flaw::name,
                           "Its name is missing, but no act erased it.");
    }

    RoomCheck check_;
    /// The names not erased so far, by plate.
    std::map<std::pair<MeetingId, DelegationId>, std::vector<Named>> names_;
    std::int64_t previous_ = 0;
    std::string chain_ = chain_start();
};

/// Events of missing acts. Somebody who cuts acts off the end may forget them.
void find_orphans(const Database& log, const RoomId& room, RoomWalk& walk) {
    Statement row = log.prepare(
        "SELECT DISTINCT events.revision FROM events LEFT JOIN acts USING (room, revision) "
        "WHERE events.room = ? AND acts.chain IS NULL ORDER BY events.revision");
    row.with(std::string_view(room.value));
    while (row.next())
        walk.report(row.integer(0), Flaw::gap, "It is missing, though its events are there.");
}

/// Rows that the reader skips, since no act has such a number.
void find_strays(const Database& log, const RoomId& room, RoomWalk& walk) {
    Statement row = log.prepare("SELECT count(*) FROM acts WHERE room = ? AND revision < 1");
    row.with(std::string_view(room.value));
    if (row.next() && row.integer(0) > 0)
        walk.report(0, Flaw::order, "There are acts with numbers below 1.");
}

/// Whether the acts result in this room. Unreadable acts are already reported.
bool make(const Database& log, const Room& expected) {
    try {
        Room room = empty_room(expected.id);
        each_act(log, expected.id, Revision{}, [&](const ActRow& act) {
            if (room.revision < expected.revision) room = apply(std::move(room), read_act(act));
        });
        return room == expected;
    } catch (const wire::DecodeError&) {
        return true;
    } catch (const InvariantBroken&) {
        return false;
    }
}

/// A snapshot that a start would drop does not matter.
void check_snapshot(const Database& log, const RoomId& room, RoomWalk& walk) {
    constexpr std::int64_t since_version = 3;
    if (log.number("PRAGMA user_version") < since_version) return;
    const std::optional<Room> snapshot = snapshot_of(log, room);
    if (snapshot && !make(log, *snapshot))
        walk.report(static_cast<std::int64_t>(snapshot->revision.value), Flaw::snapshot,
                    "The snapshot of the room up to it is another room.");
}

void find_head(const Database& log, const Head& earlier, RoomWalk& walk) {
    const auto revision = static_cast<std::int64_t>(earlier.revision.value);
    const std::string chain = chain_at(log, earlier.room, earlier.revision);
    if (chain.empty())
        walk.report(revision, Flaw::head, "The head notes this act, but it is missing.");
    else if (hexadecimal(chain) != earlier.hash)
        walk.report(revision, Flaw::head, "It differs from the noted head.");
}

/// The rooms that have an act, an event, or a noted head.
std::vector<RoomId> all_rooms(const Database& log, std::span<const Head> earlier) {
    std::vector<RoomId> rooms;
    Statement row = log.prepare("SELECT room FROM acts UNION SELECT room FROM events");
    while (row.next()) rooms.emplace_back(std::string(row.bytes(0)));
    for (const Head& head : earlier) rooms.push_back(head.room);
    std::sort(rooms.begin(), rooms.end());
    rooms.erase(std::unique(rooms.begin(), rooms.end()), rooms.end());
    return rooms;
}

RoomCheck check_room(const Database& log, const RoomId& room, std::span<const Head> earlier) {
    RoomWalk walk(room);
    each_act(log, room, Revision{}, [&](const ActRow& act) { walk.meet(act); });
    find_strays(log, room, walk);
    find_orphans(log, room, walk);
    check_snapshot(log, room, walk);
    for (const Head& head : earlier)
        if (head.room == room) find_head(log, head, walk);
    return walk.done();
}

}  // namespace

std::string_view name_of(Flaw flaw) {
    constexpr std::array<std::string_view, 7> names{"gap",  "order", "hash",    "payload",
                                                    "name", "head",  "snapshot"};
    return names.at(static_cast<std::size_t>(flaw));
}

bool LogCheck::is_sound() const {
    return std::ranges::all_of(rooms, &RoomCheck::is_sound);
}

LogCheck check_log(const std::filesystem::path& folder, std::span<const Head> earlier) {
    const std::filesystem::path path = log_of(folder);
    Database log = open_for_reading(path, log_schema());
    try {
        // Reads everything as of one moment, whatever is written meanwhile.
        log.execute("BEGIN");
        LogCheck check;
        check.log_id = log_id_of(log);
        check.scrubbing_due = is_scrubbing_due(log);
        for (const RoomId& room : all_rooms(log, earlier))
            check.rooms.push_back(check_room(log, room, earlier));
        return check;
    } catch (const SqliteError& error) {
        throw StoreError("The log " + path.string() + " cannot be read: " + error.what() + ".");
    }
}

}  // namespace rostrum::store
