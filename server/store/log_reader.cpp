#include "store/log_reader.hpp"

#include <exception>
#include <stdexcept>
#include <utility>

#include "store/act_row.hpp"
#include "store/held_names.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/snapshots.hpp"
#include "store/store_error.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

/// An act that was changed in the log. The message is half a sentence that says which and how.
class DamagedAct : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

[[noreturn]] void report(const ActRow& record, std::string_view how) {
    throw DamagedAct("act " + std::to_string(record.revision) + " of room " + record.room + " " +
                     std::string(how));
}

/// @throws DamagedAct if this is not the original act after `previous`.
Act verified(const ActRow& record, std::int64_t previous, std::string_view previous_chain) {
    if (record.revision != previous + 1) report(record, "lacks the act before it");
    try {
        if (!is_linked(record, previous_chain))
            report(record, "was changed, or the act before it was");
        if (!has_sound_payloads(record)) report(record, "has a changed event");
        return read_act(record);
    } catch (const wire::DecodeError& error) {
        report(record, "cannot be read (" + std::string(error.what()) + ")");
    }
}

std::vector<Act> read_acts(const Database& log, const RoomId& room, Revision after) {
    std::vector<Act> acts;
    auto previous = static_cast<std::int64_t>(after.value);
    std::string chain = chain_at(log, room, after);
    each_act(log, room, after, [&](const ActRow& record) {
        acts.push_back(verified(record, previous, chain));
        previous = record.revision;
        chain = record.chain;
    });
    return acts;
}

}  // namespace

LogReader::LogReader(std::filesystem::path path, Connect connect)
    : path_(std::move(path)), connect_(std::move(connect)) {}

template <class Read>
auto LogReader::reading(Read from) {
    try {
        const std::filesystem::path journal = journal_of(path_);
        // The open file may have been deleted since; nobody else could read it.
        if (database_ && (database_->has_moved() || file_id_of(journal) != journal_))
            database_.reset();
        if (!database_) database_.emplace(connect_(path_));
        auto read = from(*database_);
        journal_ = file_id_of(journal);
        return read;
    } catch (const DamagedAct& damage) {
        throw StoreError("The log " + path_.string() + " cannot be used: " + damage.what() +
                         ". Restore it from a copy; nothing in it was changed.");
    } catch (const std::exception& error) {
        database_.reset();
        throw StoreError("The log " + path_.string() + " cannot be read: " + error.what() + ".");
    }
}

std::vector<Act> LogReader::acts(const RoomId& room, Revision after) {
    return reading([&](const Database& log) { return read_acts(log, room, after); });
}

std::vector<ActRow> LogReader::rows(const RoomId& room, Revision after, std::size_t most) {
    return reading([&](const Database& log) {
        std::vector<ActRow> rows;
        each_act(log, room, after, most, [&](const ActRow& row) { rows.push_back(row); });
        return rows;
    });
}

std::optional<rooms::Duplicate> LogReader::find(const RoomId& room, const CommandId& command) {
    return reading([&](const Database& log) {
        Statement search = search_command(log);
        return act_of_command(search, room, command);
    });
}

std::optional<Room> LogReader::snapshot(const RoomId& room) {
    return reading([&](const Database& log) { return snapshot_of(log, room); });
}

std::vector<RoomId> LogReader::rooms() {
    return reading(rooms_of);
}

std::vector<Head> LogReader::heads() {
    return reading(heads_of);
}

std::string LogReader::log_id() {
    return reading(log_id_of);
}

std::vector<HeldName> LogReader::held_names() {
    return reading(held_names_of);
}

LogReader open_for_reading(const std::filesystem::path& folder) {
    const std::filesystem::path path = log_of(folder);
    static_cast<void>(open_for_reading(path, log_schema()));
    return LogReader{path, connect_for_reading};
}

}  // namespace rostrum::store
