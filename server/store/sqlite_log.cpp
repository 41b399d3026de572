#include "store/sqlite_log.hpp"

#include <exception>
#include <fcntl.h>
#include <future>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "store/erasure.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/lost_acts.hpp"
#include "store/store_error.hpp"

namespace rostrum::store {
namespace {

/// With less free space the next commits would fail: a few pages of the log and its journal.
constexpr std::uintmax_t needed_bytes = 1024UL * 1024;

/// Returns the path of a sound log of the newest version.
std::filesystem::path opened(const std::filesystem::path& path, const RandomBytes& random_bytes) {
    Database log = open_or_make(path, log_schema(), [&random_bytes](const Database& database) {
        give_log_id(database, random_bytes);
    });
    scrub_at_opening(log);
    return path;
}

}  // namespace

SqliteLog::SqliteLog(const std::filesystem::path& folder, Executor executor,
                     const RandomBytes& random_bytes)
    : lock_(folder),
      path_(log_of(folder)),
      warnings_(check_complete(folder)),
      executor_(std::move(executor)),
      reader_(opened(path_, random_bytes)),
      id_(reader_.log_id()),
      writer_(path_, id_, random_bytes),
      snapshot_saver_([this](const Snapshot& snapshot) { write(snapshot); }, executor_),
      fetching_(path_),
      finding_(path_) {
    note(reader_.heads());
    writer_.expect(reader_.heads());
    for (const RoomId& room : reader_.rooms()) {
        std::optional<Room> snapshot = reader_.snapshot(room);
        static_cast<void>(reader_.acts(room, snapshot ? snapshot->revision : Revision{}));
        if (snapshot) opened_.emplace(room, *std::move(snapshot));
    }
}

SqliteLog::~SqliteLog() {
    std::promise<void> written;
    worker_.post([&] {
        if (writer_.is_changed()) leave_journal_at_close();
        written.set_value();
    });
    written.get_future().wait();
}

/// Otherwise the last of the connections to close would move it into the log.

void SqliteLog::leave_journal_at_close() {
    writer_.leave_journal_at_close();
    reader_.leave_journal_at_close();
    for (ReaderThread* thread : {&fetching_, &finding_})
        thread->worker.post([thread] { thread->reader.leave_journal_at_close(); });
}

void SqliteLog::empty_journal() {
    // Another try when nothing has happened for as long again.
    if (!writer_.empty_journal()) worker_.post([] {});
    if (writer_.is_changed()) note_fault();
}

void SqliteLog::note_fault() {
    last_write_succeeded_ = false;
    const std::lock_guard lock(mutex_);
    fault_ = writer_.fault();
}

void SqliteLog::append(const RoomId& room, Revision expected, std::vector<Act> acts,
                       AppendDone done) {
    std::vector<rooms::RoomActs> alone;
    alone.push_back({room, expected, std::move(acts)});
    append_together(std::move(alone), std::move(done));
}

void SqliteLog::append_together(std::vector<rooms::RoomActs> rooms, AppendDone done) {
    request({std::move(rooms)}, std::move(done));
}

void SqliteLog::append_sealed(std::vector<SealedActs> rooms, AppendDone done) {
    AppendRequest writing;
    for (SealedActs& room : rooms) {
        if (room.rows.size() != room.acts.acts.size())
            throw std::logic_error("An append whose rows are not those of its acts.");
        writing.rooms.push_back(std::move(room.acts));
        writing.rows.push_back(std::move(room.rows));
    }
    request(std::move(writing), std::move(done));
}

void SqliteLog::hold(std::vector<HeldName> names, AppendDone done) {
    AppendRequest writing;
    writing.names = std::move(names);
    request(std::move(writing), std::move(done));
}

void SqliteLog::request(AppendRequest writing, AppendDone done) {
    for (const auto& [room, expected, acts] : writing.rooms) {
        if (acts.empty()) throw std::logic_error("An append of no acts.");
        for (std::uint64_t next = expected.value; const Act& act : acts)
            if (act.revision.value != ++next) throw std::logic_error("An append with a gap in it.");
        opened_.erase(room);
    }
    const std::lock_guard lock(mutex_);
    const bool first = requests_.writings.empty();
    requests_.writings.push_back(std::move(writing));
    requests_.done.push_back(std::move(done));
    // Requests that arrive before the worker runs share its first commit.
    if (first) worker_.post([this] { write_requests(); });
}

void SqliteLog::write_requests() {
    Requests requests;
    {
        const std::lock_guard lock(mutex_);
        std::swap(requests, requests_);
    }
    std::vector<rooms::Appended> answers = writer_.write(requests.writings);
    // The file fails for all of them, or for none.
    if (std::holds_alternative<rooms::Unavailable>(answers.front()))
        note_fault();
    else
        last_write_succeeded_ = true;
    ++commits_;
    note(writer_.written());
    // Before the answers: the name is gone when they say so, unless somebody reads the journal.
    if (writer_.has_traces()) empty_journal();
    for (std::size_t i = 0; i < answers.size(); ++i)
        answer(std::move(requests.writings[i]), std::move(requests.done[i]), std::move(answers[i]));
    shorten_journal_later();
}

void SqliteLog::note(const std::vector<Head>& heads) {
    const std::lock_guard lock(mutex_);
    for (const Head& head : heads) heads_[head.room] = head;
}

NotedHeads SqliteLog::heads() {
    const std::lock_guard lock(mutex_);
    NotedHeads noted{id_, {}};
    for (const auto& [room, head] : heads_) noted.heads.push_back(head);
    return noted;
}

void SqliteLog::shorten_journal_later() {
    if (shortening_ || !writer_.has_long_journal()) return;
    shortening_ = true;
    worker_.post_low_priority([this] {
        writer_.shorten_journal();
        shortening_ = false;
    });
}

// One task a room, so that no room delays the answers of others.
void SqliteLog::answer(AppendRequest writing, AppendDone done, rooms::Appended answer) {
    executor_([writing = std::move(writing), done = std::move(done), answer = std::move(answer),
               followers = followers_] {
        done(answer);
        if (!std::holds_alternative<rooms::Durable>(answer)) return;
        for (const auto& [room, expected, acts] : writing.rooms) {
            const auto follower = followers->find(room);
            if (follower != followers->end()) follower->second(acts);
        }
    });
}

std::vector<Act> SqliteLog::read(const RoomId& room, Revision after) {
    return read(reader_, room, after);
}

std::vector<Act> SqliteLog::read(LogReader& reader, const RoomId& room, Revision after) const {
    if (reader.log_id() != id_)
        throw StoreError("The log " + path_.string() +
                         " cannot be read: another log took its place.");
    return reader.acts(room, after);
}

template <class Found, class Read>
void SqliteLog::read_on(ReaderThread& thread,
                        std::function<void(std::variant<Found, rooms::Unavailable>)> done,
                        Read query) {
    thread.worker.post([this, &thread, done = std::move(done), query = std::move(query)]() mutable {
        std::variant<Found, rooms::Unavailable> outcome;
        try {
            outcome = query(thread.reader);
        } catch (const std::exception& error) {
            outcome = rooms::Unavailable{error.what()};
        }
        executor_([done = std::move(done), outcome = std::move(outcome)]() mutable {
            done(std::move(outcome));
        });
    });
}

void SqliteLog::fetch(const RoomId& room, Revision after, FetchDone done) {
    read_on(fetching_, std::move(done),
            [this, room, after](LogReader& reader) { return read(reader, room, after); });
}

void SqliteLog::fetch_rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) {
    read_on(fetching_, std::move(done),
            [room, after, most](LogReader& reader) { return reader.rows(room, after, most); });
}

void SqliteLog::find(const RoomId& room, std::vector<CommandId> commands, FindDone done) {
    read_on(finding_, std::move(done), [room, commands = std::move(commands)](LogReader& reader) {
        std::vector<rooms::Duplicate> found;
        for (const CommandId& command : commands)
            if (auto act = reader.find(room, command)) found.push_back(*std::move(act));
        return found;
    });
}

std::optional<Room> SqliteLog::snapshot(const RoomId& room) {
    if (auto opened = opened_.extract(room)) return std::move(opened.mapped());
    return reader_.snapshot(room);
}

void SqliteLog::save_snapshot(const Room& room) {
    opened_.erase(room.id);
    snapshot_saver_.save_snapshot(room);
}

/// Runs on the writing thread when no act waits.
void SqliteLog::write(const Snapshot& snapshot) {
    std::promise<void> written;
    worker_.post_low_priority([&] {
        writer_.save_snapshot(snapshot);
        written.set_value();
    });
    written.get_future().wait();
}

std::vector<RoomId> SqliteLog::rooms() {
    return reader_.rooms();
}

bool SqliteLog::is_writable() {
    if (!last_write_succeeded_ && !trying_.exchange(true))
        worker_.post([this] {
            if (writer_.can_write())
                last_write_succeeded_ = true;
            else
                note_fault();
            trying_ = false;
        });
    std::error_code error;
    const auto space = std::filesystem::space(path_.parent_path(), error);
    return last_write_succeeded_ && !error && space.available >= needed_bytes &&
           ::faccessat(AT_FDCWD, path_.c_str(), W_OK, AT_EACCESS) == 0;
}

std::optional<std::string> SqliteLog::fault() {
    if (is_writable()) return std::nullopt;
    const std::lock_guard lock(mutex_);
    if (last_write_succeeded_) return "The record cannot be written: the disk is full.";
    return "The record cannot be written: " + fault_ + ".";
}

void SqliteLog::follow(const RoomId& room, Follower follower) {
    if (follower)
        (*followers_)[room] = std::move(follower);
    else
        followers_->erase(room);
}

}  // namespace rostrum::store
