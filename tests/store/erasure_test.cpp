#include "store/erasure.hpp"

#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include <catch2/catch.hpp>

#include "bytes.hpp"
#include "log_fixture.hpp"
#include "store/log_check.hpp"
#include "store/page_slack.hpp"
#include "store/schema.hpp"

namespace rostrum::store {
namespace {

const MeetingId cuba{"cuba"};
const DelegationId plate{"b"};
const std::string person = "Zibbermoor Quillfeather-Ångström";
/// The end of a name: SQLite may overwrite the beginning of a freed row, and leave the rest.
const std::string part_of_person = "Quillfeather";
const std::string part_of_person_little = utf16(u"Quillfeather", false);
const std::string part_of_person_big = utf16(u"Quillfeather", true);

Act naming(std::uint64_t revision, const DelegationId& delegation, const std::string& name) {
    Act act = notice(revision, "command" + std::to_string(revision));
    act.events.emplace_back(SpeakerNamed{cuba, delegation, name});
    return act;
}

Act erasing(std::uint64_t revision) {
    Act act = notice(revision, "command" + std::to_string(revision));
    act.actor.role = Role::secretariat;
    act.kind = kind_of<EraseName>();
    act.events = {NameErased{cuba, plate}};
    return act;
}

/// Room xx with two names of one plate that is erased later, and other names that stay.
struct ErasureFixture : LogFixture {
    ErasureFixture() {
        add("xx", naming(1, plate, person));
        add("xx", naming(2, DelegationId{"c"}, "Somebody else"));
        add("xx", naming(3, plate, "Another spelling"));
        add("xx", notice(4, "command4"));
        add("yy", naming(1, plate, "In another room"));
    }
    void add(const std::string& room, const Act& act) {
        if (!write(room, act)) throw std::runtime_error("The log does not write.");
    }
    /// Erases the names of the plate in this room, without removing traces.
    std::size_t erase(const std::string& room) {
        Database database = connect(file());
        Transaction transaction(database);
        const std::size_t erased = erase_names(database, RoomId{room}, cuba, plate);
        transaction.commit();
        return erased;
    }
    /// Removes traces.
    void wipe() {
        close();
        open();
    }
    /// Waits until the log has removed all traces.
    void wait_until_wiped() const {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
        while (is_scrubbing_due(connect_for_reading(file())) &&
               std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    std::string found(std::string_view bytes) const { return files_with(folder.path, bytes); }
    std::string name_in(const std::string& room, std::size_t act) {
        return std::get<SpeakerNamed>(log->read(RoomId{room}, Revision{}).at(act).events.at(1))
            .name;
    }
    /// The salts of a room's names, with which a guessed name could be proven.
    std::vector<std::string> salts(const std::string& room) const {
        const Database database = connect(file());
        Statement row = database.prepare(
            "SELECT salt FROM events WHERE room = ? AND number = 3 AND erased = 0");
        row.with(std::string_view(room));
        std::vector<std::string> salts;
        while (row.next()) salts.emplace_back(row.bytes(0));
        return salts;
    }
};

TEST_CASE_METHOD(ErasureFixture, "an erased name is nowhere in the data folder") {
    const std::vector<std::string> secrets = salts("xx");
    REQUIRE(secrets.size() == 3);
    // Proves that the search works: it finds the name in the journal, and in the log once that is
    // closed.
    CHECK(found(person) == "log.db-wal ");
    for (const std::string& salt : secrets) CHECK(found(salt) == "log.db-wal ");
    close();
    CHECK(found(person) == "log.db ");
    open();

    CHECK(erase("xx") == 2);
    wipe();
    for (const std::string& bytes : {person, part_of_person, part_of_person_little,
                                     part_of_person_big, std::string("Another spelling")})
        CHECK(found(bytes).empty());
    CHECK(found(secrets[0]).empty());
    CHECK(found(secrets[2]).empty());
    CHECK_FALSE(found("Somebody else").empty());
    CHECK_FALSE(found(secrets[1]).empty());
    CHECK_FALSE(found("In another room").empty());
}

TEST_CASE_METHOD(ErasureFixture, "the chain still holds, and the acts are read without the name") {
    const std::vector<Head> before{check_log(folder.path).rooms.at(0).head};
    add("xx", erasing(5));
    CHECK(name_in("xx", 0).empty());
    CHECK(name_in("xx", 1) == "Somebody else");
    CHECK(name_in("xx", 2).empty());
    CHECK(name_in("yy", 0) == "In another room");
    const LogCheck check = check_log(folder.path, before);
    CHECK(check.is_sound());
    CHECK(check.rooms.at(0).erased_names == 2);
    CHECK(check.rooms.at(1).erased_names == 0);
    CHECK(complaint().empty());
}

TEST_CASE_METHOD(ErasureFixture, "names are checked against the acts that erase them") {
    SECTION("a missing name without an act") {
        erase("xx");
        CHECK(check_log(folder.path).rooms.at(0).breaks ==
              std::vector<Break>{
                  {Revision{1}, Flaw::name, "Its name is missing, but no act erased it."},
                  {Revision{3}, Flaw::name, "Its name is missing, but no act erased it."}});
    }
    SECTION("an act whose name is still there") {
        Database kept = connect(file());
        Statement saved = kept.prepare(
            "SELECT payload, salt FROM events WHERE room = 'xx' AND revision = 1 AND position = 1");
        REQUIRE(saved.next());
        const std::string payload{saved.bytes(0)};
        const std::string salt{saved.bytes(1)};
        saved.reset();
        add("xx", erasing(5));
        kept.prepare(
                "UPDATE events SET payload = ?, salt = ?, erased = 0 "
                "WHERE room = 'xx' AND revision = 1 AND position = 1")
            .with(Blob{payload}, Blob{salt})
            .run();
        CHECK(check_log(folder.path).rooms.at(0).breaks ==
              std::vector<Break>{{Revision{1}, Flaw::name,
                                  "A later act erased its name, but the name is there."}});
    }
}

TEST_CASE_METHOD(ErasureFixture, "a name is erased once, and the plate can be named again") {
    CHECK(erase("xx") == 2);
    CHECK(erase("xx") == 0);
    add("xx", naming(5, plate, "A new name"));
    CHECK(name_in("xx", 4) == "A new name");
    CHECK(erase("xx") == 1);
}

TEST_CASE_METHOD(ErasureFixture,
                 "the act that erases a name is answered only when no trace is left") {
    CHECK(found(person) == "log.db-wal ");
    add("xx", erasing(5));
    CHECK(found(person).empty());
    CHECK(found(part_of_person).empty());
    CHECK_FALSE(found("In another room").empty());
    const LogCheck check = check_log(folder.path);
    CHECK(check.is_sound());
    CHECK_FALSE(check.scrubbing_due);
    CHECK(check.rooms.at(0).erased_names == 2);
}

TEST_CASE_METHOD(ErasureFixture, "a name is erased from earlier acts, not from later ones") {
    std::vector<Act> acts{naming(5, plate, "A third spelling"), erasing(6),
                          naming(7, plate, "A new name")};
    const rooms::Appended outcome = append("xx", 4, std::move(acts));
    CHECK(std::holds_alternative<rooms::Durable>(outcome));
    CHECK(found("A third spelling").empty());
    CHECK(name_in("xx", 4).empty());
    CHECK(name_in("xx", 6) == "A new name");
}

TEST_CASE_METHOD(ErasureFixture, "an act that fails to be written erases nothing") {
    CHECK(std::holds_alternative<rooms::Conflict>(append("xx", 3, {erasing(4)})));
    std::vector<Act> twice{erasing(5), notice(6, "command4")};
    const rooms::Appended outcome = append("xx", 4, std::move(twice));
    CHECK(std::holds_alternative<rooms::Duplicate>(outcome));
    CHECK(name_in("xx", 0) == person);
    CHECK_FALSE(check_log(folder.path).scrubbing_due);
}

/// Acts of many sizes in five rooms in turn: pages fill, split and are reused.
/// @returns the revisions of the rooms
std::map<std::string, std::uint64_t> write_at_random(LogFixture& log, unsigned seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> rooms{"m", "c", "x", "a", "zz"};
    std::map<std::string, std::vector<Act>> acts;
    std::map<std::string, std::uint64_t> written;
    for (int i = 0; i < 600; ++i) {
        const std::string& room = rooms[random() % rooms.size()];
        const std::uint64_t revision = written[room] + acts[room].size() + 1;
        Act act = notice(revision, "command" + std::to_string(revision));
        act.events = {NoticeShown{std::string(random() % 400 + 1, 'n')}};
        if (random() % 10 == 0) act.events = {SpeakerNamed{cuba, plate, person}};
        acts[room].push_back(std::move(act));
        if (acts[room].size() < 5) continue;
        const auto answer = log.append(room, written[room], acts[room]);
        REQUIRE(std::holds_alternative<rooms::Durable>(answer));
        written[room] += std::exchange(acts[room], {}).size();
    }
    return written;
}

/// Appends further acts; SQLite divides pages for them.
void write_more(LogFixture& log, const std::string& room, std::uint64_t& written) {
    std::vector<Act> acts;
    for (int i = 0; i < 10; ++i) {
        const std::uint64_t revision = written + acts.size() + 1;
        acts.push_back(notice(revision, "command" + std::to_string(revision)));
        acts.back().events = {NoticeShown{std::string(900, 'n')}};
    }
    REQUIRE(std::holds_alternative<rooms::Durable>(log.append(room, written, acts)));
    written += acts.size();
}

// SQLite leaves copies of rows behind when it divides a page, in the file, in its journal and in
// its memory, and does not overwrite them when the row changes.
TEST_CASE("no copy of a row outlives its name, nor returns with later acts") {
    const auto seed = GENERATE(range(1U, 25U));
    CAPTURE(seed);
    LogFixture one;
    auto written = write_at_random(one, seed);
    if (seed % 2 == 0) {
        one.close();
        one.open();
    }
    for (auto& [room, revision] : written) REQUIRE(one.write(room, erasing(++revision)));
    CHECK(files_with(one.folder.path, part_of_person).empty());
    for (int i = 0; i < 4; ++i)
        for (auto& [room, revision] : written) write_more(one, room, revision);
    CHECK(files_with(one.folder.path, part_of_person).empty());
    one.close();
    CHECK(files_with(one.folder.path, part_of_person).empty());
    CHECK(check_log(one.folder.path).is_sound());
}

/// Leaves this at the end of the slack of the last page that has room for it, as earlier servers
/// did.
void leave_behind(const std::filesystem::path& file, const std::string& trace) {
    constexpr std::streamoff page_size = 4096;
    std::fstream log(file, std::ios::in | std::ios::out | std::ios::binary);
    std::string page(page_size, '\0');
    std::streamoff place = 0;
    for (std::streamoff at = 0; log.seekg(at).read(page.data(), page_size); at += page_size) {
        const PageRange slack = slack_of(page, at == 0);
        if (slack.size() >= trace.size())
            place = at + static_cast<std::streamoff>(slack.end - trace.size());
    }
    log.clear();
    log.seekp(place) << trace;
}

TEST_CASE_METHOD(ErasureFixture, "the file of an earlier version is rewritten once") {
    tamper("DROP TABLE held_names; DROP INDEX names; PRAGMA user_version = 3");
    leave_behind(file(), part_of_person);
    open();
    CHECK_FALSE(is_scrubbing_due(connect_for_reading(file())));
    add("xx", erasing(5));
    CHECK(found(part_of_person).empty());
}

TEST_CASE_METHOD(ErasureFixture, "a file that cannot be rewritten is rewritten at a later start") {
    tamper("UPDATE meta SET wiping_due = 2");
    leave_behind(file(), part_of_person);
    {
        Database other(file(), Database::Opening::existing);
        const Transaction alone(other);
        open();
    }
    CHECK(found(part_of_person) == "log.db ");
    add("xx", erasing(5));
    CHECK(check_log(folder.path).scrubbing_due);
    wipe();
    CHECK(found(part_of_person).empty());
    CHECK_FALSE(check_log(folder.path).scrubbing_due);
}

TEST_CASE_METHOD(ErasureFixture, "opening a log removes traces that an interrupted erasure left") {
    erase("xx");
    CHECK(check_log(folder.path).scrubbing_due);
    // The server dies, and its files stay as they are.
    const TemporaryFolder cut_off;
    for (const auto* name : {"log.db", "log.db-wal"})
        std::filesystem::copy(folder.path / name, cut_off.path);
    CHECK(files_with(cut_off.path, person) == "log.db-wal ");

    const SqliteLog opened(cut_off.path, thread.executor(), counting_random_bytes());
    CHECK(files_with(cut_off.path, person).empty());
    CHECK_FALSE(check_log(cut_off.path).scrubbing_due);
}

TEST_CASE_METHOD(ErasureFixture, "a concurrent reader delays only the removal of traces") {
    {
        Database reader = connect_for_reading(file());
        reader.execute("BEGIN");
        REQUIRE(reader.number("SELECT count(*) FROM acts") == 5);
        add("xx", erasing(5));
        CHECK(check_log(folder.path).scrubbing_due);
        CHECK(found(person) == "log.db-wal ");
    }
    SECTION("until the next act") {
        add("xx", notice(6, "command6"));
    }
    SECTION("or a few seconds later") {
        wait_until_wiped();
    }
    CHECK_FALSE(check_log(folder.path).scrubbing_due);
    CHECK(found(person).empty());
}

TEST_CASE_METHOD(ErasureFixture, "a journal that is cut after an erasure is noticed") {
    add("xx", erasing(5));
    std::filesystem::resize_file(journal_of(file()), 0);
    const rooms::Appended answer = append("xx", 5, {notice(6, "command6")});
    REQUIRE(std::holds_alternative<rooms::Unavailable>(answer));
    CHECK_FALSE(std::get<rooms::Unavailable>(answer).may_be_done);
}

}  // namespace
}  // namespace rostrum::store
