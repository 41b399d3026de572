#include "memory_local_log.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "expect.hpp"
#include "store/hexadecimal.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::simulation {
void MemoryLocalLog::work() {
    if (waiting_.empty()) return;
    Waiting one = std::move(waiting_.front());
    waiting_.pop_front();
    if (one.read) return one.read();
    one.done(one.write());
}

void MemoryLocalLog::work(RandomSource& random) {
    if (waiting_.empty() || waiting_.front().read || !random.one_in(12)) return work();
    Waiting one = std::move(waiting_.front());
    waiting_.pop_front();
    if (random.one_in(2)) return one.done(rooms::Unavailable{"The disk is full."});
    one.write();
    one.done(rooms::Unavailable{"The disk fails.", true});
}

void MemoryLocalLog::crash(RandomSource& random) {
    for (Waiting& one : std::exchange(waiting_, {})) {
        if (random.one_in(3)) break;
        if (one.write) one.write();
    }
}

void MemoryLocalLog::append(const RoomId&, Revision, std::vector<Act>, AppendDone) {
    throw std::logic_error("A replicated log seals its acts.");
}

void MemoryLocalLog::append_sealed(std::vector<store::SealedActs> rooms, AppendDone done) {
    waiting_.push_back(
        {[this, rooms = std::move(rooms)] { return write(rooms.front()); }, std::move(done), {}});
}

rooms::Appended MemoryLocalLog::write(const store::SealedActs& acts) {
    const Revision end{rows_.size()};
    if (acts.acts.expected != end) return rooms::Conflict{end};
    for (std::size_t i = 0; i < acts.rows.size(); ++i) {
        const store::ActRow& row = acts.rows[i];
        expect(store::is_linked(row, rows_.empty() ? store::chain_start() : rows_.back().chain),
               "an act does not continue a server's log");
        expect(store::has_sound_payloads(row), "a server's log gets a damaged act");
        expect(std::none_of(rows_.begin(), rows_.end(),
                            [&](const auto& other) { return other.command_id == row.command_id; }),
               "a command is in a server's log twice");
        rows_.push_back(row);
        std::erase_if(held_, [&](const store::HeldName& name) {
            return std::any_of(row.events.begin(), row.events.end(), [&](const auto& event) {
                return event.payload_hash == store::payload_hash(name.salt, name.payload);
            });
        });
        for (const Event& event : acts.acts.acts[i].events)
            if (const auto* erased = std::get_if<NameErased>(&event)) erase(*erased);
    }
    return rooms::Durable{};
}

void MemoryLocalLog::erase(const NameErased& erased) {
    const SpeakerNamed nameless{erased.meeting, erased.delegation, {}};
    for (store::ActRow& row : rows_)
        for (store::EventRow& event : row.events) {
            if (event.number != wire::event_number(nameless) || event.erased) continue;
            const auto named = std::get<SpeakerNamed>(wire::read_event(event.payload));
            if (named.meeting != nameless.meeting || named.delegation != nameless.delegation)
                continue;
            event.payload = wire::write_event(nameless);
            event.salt.clear();
            event.erased = true;
        }
}

void MemoryLocalLog::hold(std::vector<store::HeldName> names, AppendDone done) {
    waiting_.push_back({[this, names = std::move(names)]() -> rooms::Appended {
                            held_.insert(held_.end(), names.begin(), names.end());
                            return rooms::Durable{};
                        },
                        std::move(done),
                        {}});
}

std::vector<store::HeldName> MemoryLocalLog::held() {
    return held_;
}

std::vector<Act> MemoryLocalLog::read(const RoomId&, Revision after) {
    std::vector<Act> acts;
    for (const store::ActRow& row : rows_)
        if (store::revision_of(row) > after) acts.push_back(store::read_act(row));
    return acts;
}

void MemoryLocalLog::fetch(const RoomId& room, Revision after, FetchDone done) {
    waiting_.push_back(
        {{}, {}, [this, room, after, done = std::move(done)] { done(read(room, after)); }});
}

void MemoryLocalLog::fetch_rows(const RoomId&, Revision after, std::size_t most, RowsDone done) {
    waiting_.push_back(
        {{}, {}, [this, after, most, done = std::move(done)] {
             const std::size_t from = std::min(after.value, rows_.size());
             const std::size_t end = std::min(from + most, rows_.size());
             done(std::vector<store::ActRow>(rows_.begin() + static_cast<std::ptrdiff_t>(from),
                                             rows_.begin() + static_cast<std::ptrdiff_t>(end)));
         }});
}

void MemoryLocalLog::find(const RoomId&, std::vector<CommandId> commands, FindDone done) {
    waiting_.push_back({{}, {}, [this, commands = std::move(commands), done = std::move(done)] {
                            std::vector<rooms::Duplicate> found;
                            for (const store::ActRow& row : rows_) {
                                const CommandId command{row.command_id};
                                if (std::find(commands.begin(), commands.end(), command) ==
                                    commands.end())
                                    continue;
                                const Act act = store::read_act(row);
                                found.push_back({command, act.revision, act.actor, act.kind});
                            }
                            done(std::move(found));
                        }});
}

std::vector<RoomId> MemoryLocalLog::rooms() {
    if (rows_.empty()) return {};
    return {RoomId{"xx"}};
}

store::NotedHeads MemoryLocalLog::heads() {
    if (rows_.empty()) return {};
    return {"memory",
            {{RoomId{"xx"}, Revision{rows_.size()}, store::hexadecimal(rows_.back().chain)}}};
}

}  // namespace rostrum::simulation
