#include "sequencer_conformance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <catch2/catch.hpp>

#include "seen_acts.hpp"
#include "test_acts.hpp"

namespace rostrum::replica {
namespace {

/// One that no test has used.
RoomId new_room() {
    static int used = 0;
    return RoomId{"room-" + std::to_string(++used)};
}

std::vector<std::string> commands(const std::string& name, std::size_t count) {
    std::vector<std::string> named;
    for (std::size_t i = 0; i < count; ++i) named.push_back(name + '-' + std::to_string(i));
    return named;
}

bool is_sequenced(const SequenceOutcome& outcome) {
    return std::holds_alternative<Sequenced>(outcome);
}

/// A server that writes to a room while others do.
class Writer {
public:
    Writer(Sequencer& sequencer, RoomId room, const std::string& name, std::size_t acts)
        : sequencer_(sequencer), room_(std::move(room)), commands_(commands(name, acts)) {}

    void write_next() {
        if (is_done()) return;
        const SequencedAct act = act_after(end_, commands_[written_]);
        sequencer_.append({{room_, end_, {act}}}, [this, act](const SequenceOutcome& outcome) {
            if (is_sequenced(outcome)) {
                ++written_;
                end_ = end_with(act);
            } else if (const auto* other = std::get_if<OtherHead>(&outcome)) {
                end_ = other->actual;
            } else {
                // No majority for a while.
                CHECK_FALSE(std::holds_alternative<KnownCommand>(outcome));
            }
            write_next();
        });
    }
    [[nodiscard]] bool is_done() const { return written_ == commands_.size(); }
    [[nodiscard]] const std::vector<std::string>& all() const { return commands_; }

private:
    Sequencer& sequencer_;
    RoomId room_;
    std::vector<std::string> commands_;
    std::size_t written_ = 0;
    RoomHead end_;
};

void check_race(const SequencedRecord& record) {
    constexpr std::size_t acts_a_writer = 12;
    const std::vector<RoomId> rooms{new_room(), new_room()};
    std::vector<std::unique_ptr<Sequencer>> sequencers;
    std::vector<std::unique_ptr<SeenActs>> followers;
    std::map<RoomId, std::vector<std::unique_ptr<Writer>>> writers;
    for (std::size_t i = 0; i < record.servers; ++i) {
        sequencers.push_back(record.sequencer());
        followers.push_back(std::make_unique<SeenActs>());
        sequencers.back()->follow(*followers.back());
        for (const RoomId& room : rooms)
            for (const std::string name : {"a", "b"})
                writers[room].push_back(std::make_unique<Writer>(
                    *sequencers.back(), room, name + std::to_string(i), acts_a_writer));
    }
    record.run_until([&] {
        return std::all_of(followers.begin(), followers.end(),
                           [](const auto& follower) { return follower->times > 0; });
    });
    for (auto& [room, all] : writers)
        for (auto& writer : all) writer->write_next();

    for (const RoomId& room : rooms) {
        const std::size_t total = writers[room].size() * acts_a_writer;
        for (auto& writer : writers[room]) record.run_until([&] { return writer->is_done(); });
        const auto acts = read_all(record, *sequencers.front(), room).acts;
        REQUIRE(acts.size() == total);
        std::map<std::string, std::vector<std::string>> of_writers;
        RoomHead end;
        for (const SequencedAct& act : acts) {
            CHECK(act == act_after(end, act.command.value));
            end = end_with(act);
            of_writers[act.command.value.substr(0, 2)].push_back(act.command.value);
        }
        for (auto& writer : writers[room])
            CHECK(of_writers[writer->all().front().substr(0, 2)] == writer->all());
        for (auto& follower : followers) {
            record.run_until([&] { return follower->rooms[room].size() >= total; });
            for (const SequencedAct& act : acts)
                CHECK(follower->rooms[room].at(act.revision) == act);
            CHECK(follower->faults == std::vector<std::string>{});
        }
    }
}

void check_conflict(const SequencedRecord& record) {
    const auto sequencer = record.sequencer();
    const RoomId room = new_room();
    const RoomBatch first = batch_after(room, {}, {"first", "second"});
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {first})));
    RoomHead same_revision = end_of(first);
    same_revision.chain[0] = static_cast<char>(same_revision.chain[0] ^ 1);
    const RoomHead behind = end_with(first.acts.front());
    for (const RoomHead& expected : {RoomHead{}, behind, same_revision}) {
        const auto outcome =
            append_for_sure(record, *sequencer, {batch_after(room, expected, {"late"})});
        const auto* other = std::get_if<OtherHead>(&outcome);
        REQUIRE(other != nullptr);
        CHECK(other->room == room);
        CHECK(other->actual == end_of(first));
    }
    const RoomId empty = new_room();
    const auto outcome =
        append_for_sure(record, *sequencer, {batch_after(empty, behind, {"early"})});
    const auto* other = std::get_if<OtherHead>(&outcome);
    REQUIRE(other != nullptr);
    CHECK(other->actual == RoomHead{});
    CHECK(read_all(record, *sequencer, room).acts == first.acts);
    CHECK(read_all(record, *sequencer, empty).acts.empty());
}

void check_repetition(const SequencedRecord& record) {
    const auto sequencer = record.sequencer();
    const RoomId room = new_room();
    const RoomBatch first = batch_after(room, {}, {"one", "two"});
    const RoomBatch second = batch_after(room, end_of(first), {"three"});
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {first})));
    // The answer was lost.
    CHECK(is_sequenced(append_for_sure(record, *sequencer, {first})));
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {second})));
    CHECK(is_sequenced(append_for_sure(record, *sequencer, {first})));
    // A command that comes again, at the end and behind it.
    for (const RoomHead& expected : {end_of(second), end_of(first)}) {
        const auto outcome = append_for_sure(
            record, *sequencer, {batch_after(room, expected, {"new", "two"}, "decided again")});
        const auto* known = std::get_if<KnownCommand>(&outcome);
        REQUIRE(known != nullptr);
        CHECK(known->room == room);
        CHECK(known->command == CommandId{"two"});
        CHECK(known->revision == Revision{2});
    }
    // Of another room.
    CHECK(
        is_sequenced(append_for_sure(record, *sequencer, {batch_after(new_room(), {}, {"two"})})));
    CHECK(read_all(record, *sequencer, room).acts.size() == 3);
}

void check_together(const SequencedRecord& record) {
    const auto sequencer = record.sequencer();
    const RoomId from = new_room();
    const RoomId to = new_room();
    const RoomBatch before = batch_after(to, {}, {"before"});
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {before})));
    const RoomBatch gone = batch_after(from, {}, commands("gone", 3));
    const auto outcome =
        append_for_sure(record, *sequencer, {gone, batch_after(to, {}, {"arrived"})});
    REQUIRE(std::holds_alternative<OtherHead>(outcome));
    CHECK(std::get<OtherHead>(outcome).room == to);
    CHECK(read_all(record, *sequencer, from).acts.empty());
    const RoomBatch arrived = batch_after(to, end_of(before), {"arrived"});
    CHECK(is_sequenced(append_for_sure(record, *sequencer, {gone, arrived})));
    CHECK(is_sequenced(append_for_sure(record, *sequencer, {gone, arrived})));
    CHECK(read_all(record, *sequencer, from).acts == gone.acts);
    CHECK(read_all(record, *sequencer, to).acts.size() == 2);
}

void check_reading(const SequencedRecord& record) {
    const auto sequencer = record.sequencer();
    const RoomId room = new_room();
    const std::string any_byte{"\0\n\xff \"\\", 6};
    const RoomBatch batch = batch_after(room, {}, commands("read", 20), any_byte);
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {batch})));
    const auto all = read_all(record, *sequencer, room);
    CHECK(all.acts == batch.acts);
    CHECK_FALSE(all.has_gap);
    CHECK(read_all(record, *sequencer, room, Revision{18}).acts.size() == 2);
    for (const std::uint64_t end : {20U, 21U, 1000U}) {
        const auto none = read_all(record, *sequencer, room, Revision{end});
        CHECK(none.acts.empty());
        CHECK_FALSE(none.has_gap);
    }
    const auto none = read_all(record, *sequencer, new_room());
    CHECK(none.acts.empty());
    CHECK_FALSE(none.has_gap);
}

void check_dropping(const SequencedRecord& record) {
    const auto sequencer = record.sequencer();
    const RoomId room = new_room();
    const RoomBatch batch = batch_after(room, {}, commands("old", 60));
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {batch})));
    const RoomBatch more = batch_after(room, end_of(batch), commands("more", 60));
    REQUIRE(is_sequenced(append_for_sure(record, *sequencer, {more})));
    sequencer->drop(room, Revision{115});
    Sequencer::Acts left;
    do left = read_all(record, *sequencer, room);
    while (left.acts.size() > 5);
    CHECK(left.has_gap);
    REQUIRE(left.acts.size() == 5);
    CHECK(left.acts.front() == more.acts[55]);
    CHECK_FALSE(read_all(record, *sequencer, room, Revision{115}).has_gap);

    // The end stays, and a server that comes late learns that it lacks acts.
    const auto late = record.sequencer();
    SeenActs follower;
    late->follow(follower);
    record.run_until([&] { return follower.heads.contains(room); });
    CHECK(follower.heads.at(room) == end_of(more));
    CHECK(read_all(record, *late, room).has_gap);
    sequencer->drop(room, Revision{120});
    do left = read_all(record, *sequencer, room);
    while (!left.acts.empty());
    CHECK(left.has_gap);
    CHECK(std::holds_alternative<OtherHead>(
        append_for_sure(record, *sequencer, {batch_after(room, {}, {"first again"})})));
    const RoomBatch next = batch_after(room, end_of(more), {"next"});
    CHECK(is_sequenced(append_for_sure(record, *late, {next})));
    record.run_until([&] { return follower.rooms.contains(room); });
    CHECK(follower.rooms.at(room).begin()->second == next.acts.front());
}

void check_bounds(const SequencedRecord& record) {
    const auto sequencer = record.sequencer();
    std::vector<RoomBatch> largest;
    const std::size_t acts_a_room = most_acts_sequenced_at_once / 8;
    for (std::size_t i = 0; i < most_rooms_sequenced_at_once; ++i)
        largest.push_back(batch_after(new_room(), {}, commands("large", acts_a_room),
                                      std::string(most_bytes_sequenced_at_once / 60, '\xff')));
    CHECK(is_sequenced(append_for_sure(record, *sequencer, largest)));
    CHECK(read_all(record, *sequencer, largest[0].room).acts == largest[0].acts);
    const RoomId room = new_room();
    CHECK(is_sequenced(append_for_sure(
        record, *sequencer,
        {batch_after(room, {}, {"one act"}, std::string(most_bytes_sequenced_at_once, 'x'))})));

    RoomBatch with_gap = batch_after(new_room(), {}, {"one"});
    with_gap.acts.front().revision = Revision{2};
    std::vector<RoomBatch> too_many_rooms;
    for (int i = 0; i < 9; ++i) too_many_rooms.push_back(batch_after(new_room(), {}, {"one"}));
    const RoomBatch one = batch_after(new_room(), {}, {"one"});
    const std::vector<std::vector<RoomBatch>> beyond{
        {},
        {{room, {}, {}}},
        {with_gap},
        {one, one},
        {batch_after(one.room, {}, {"twice", "twice"})},
        {batch_after(one.room, {}, commands("many", 61))},
        {batch_after(one.room, {}, {"large"}, std::string(most_bytes_sequenced_at_once + 1, 'x'))},
        too_many_rooms};
    for (const auto& batches : beyond) {
        std::optional<SequenceOutcome> outcome;
        sequencer->append(batches, [&](SequenceOutcome got) { outcome = std::move(got); });
        CHECK_FALSE(outcome.has_value());
        record.run_until([&] { return outcome.has_value(); });
        REQUIRE(std::holds_alternative<NotSequenced>(*outcome));
        CHECK(std::get<NotSequenced>(*outcome).reason.ends_with('.'));
    }
    CHECK(read_all(record, *sequencer, one.room).acts.empty());
}

}  // namespace

SequenceOutcome append_for_sure(const SequencedRecord& record, Sequencer& sequencer,
                                const std::vector<RoomBatch>& batches) {
    while (true) {
        std::optional<SequenceOutcome> outcome;
        sequencer.append(batches, [&](SequenceOutcome got) { outcome = std::move(got); });
        record.run_until([&] { return outcome.has_value(); });
        if (!std::holds_alternative<OutcomeUnknown>(*outcome) &&
            !std::holds_alternative<NotSequenced>(*outcome))
            return *outcome;
    }
}

Sequencer::Acts read_all(const SequencedRecord& record, Sequencer& sequencer, const RoomId& room,
                         Revision after, std::size_t a_page) {
    Sequencer::Acts all;
    bool is_first = true;
    while (true) {
        std::optional<std::variant<Sequencer::Acts, OutcomeUnknown>> outcome;
        sequencer.read(room, after, a_page, [&](auto got) { outcome = std::move(got); });
        record.run_until([&] { return outcome.has_value(); });
        auto* page = std::get_if<Sequencer::Acts>(&*outcome);
        if (page == nullptr) continue;
        if (std::exchange(is_first, false)) all.has_gap = page->has_gap;
        if (page->acts.empty()) return all;
        CHECK(page->acts.size() <= a_page);
        after = page->acts.back().revision;
        for (SequencedAct& act : page->acts) all.acts.push_back(std::move(act));
    }
}

void check_sequencer(const SequencedRecord& record) {
    SECTION("writers that race write each act once, without a gap") {
        check_race(record);
    }
    SECTION("a writer that expects another end is given the actual one") {
        check_conflict(record);
    }
    SECTION("acts and commands that come again are recognized") {
        check_repetition(record);
    }
    SECTION("acts of two rooms are put in order together or not at all") {
        check_together(record);
    }
    SECTION("acts are read in pages") {
        check_reading(record);
    }
    SECTION("dropped acts are gone, and the room goes on") {
        check_dropping(record);
    }
    SECTION("an append is bounded") {
        check_bounds(record);
    }
}

}  // namespace rostrum::replica
