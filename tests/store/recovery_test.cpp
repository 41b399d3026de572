#include "store/recovery.hpp"

#include <fstream>
#include <iterator>
#include <map>

#include <catch2/catch.hpp>

#include "bytes.hpp"
#include "floor/apply.hpp"
#include "floor/decide.hpp"
#include "log_fixture.hpp"
#include "small_programme.hpp"
#include "store/access_schema.hpp"
#include "store/log_check.hpp"
#include "store/store_error.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store::recovery_test {
namespace {

const MeetingId cuba{"cuba"};
const DelegationId plate{"b"};
constexpr std::string_view person = "Zibbermoor Quillfeather";

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// All files of a folder and their bytes.
std::map<std::string, std::string> files_of(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files[entry.path().filename()] = content_of(entry.path());
    return files;
}

/// Two rooms with acts by the rules, in a log of several hundred pages.
struct RecoveryFixture : LogFixture {
    RecoveryFixture() {
        for (const char* id : {"xx", "yy"}) {
            PlannedRoom plan = small_programme();
            plan.id = RoomId{id};
            rooms.emplace(id, empty_room(plan.id));
            act(id, FoundRoom{plan});
        }
    }
    void act(const std::string& room, const Command& command) {
        Room& held = rooms.at(room);
        const Actor actor{Role::secretariat, "Laptop"};
        const Instant at = nine_o_clock + Duration{held.revision.value};
        const auto events = std::get<Events>(decide(held, actor, command, at));
        const Revision next{held.revision.value + 1};
        const Act done{next,
                       at,
                       actor,
                       CommandId{room + "-command-" + std::to_string(next.value)},
                       kind_of(command),
                       events};
        held = apply(held, done);
        if (!write(room, done)) throw std::runtime_error("It does not write.");
    }
    void show_notices(const std::string& room, int count) {
        for (int i = 0; i < count; ++i)
            act(room, ShowNotice{room + " notice " + std::to_string(i) + std::string(150, '.')});
    }
    /// Changes the act's link.
    void break_act(const std::string& room, int revision) {
        tamper("UPDATE acts SET at_unix_ms = at_unix_ms + 1 WHERE room = '" + room +
               "' AND revision = " + std::to_string(revision));
    }
    /// Overwrites the page that holds these bytes.
    void tear_page_with(std::string_view bytes) {
        constexpr std::size_t page = 4096;
        close();
        std::string content = content_of(file());
        const std::size_t place = content.find(bytes);
        REQUIRE(place != std::string::npos);
        content.replace(place / page * page, page, std::string(page, '\xa5'));
        std::ofstream(file(), std::ios::binary) << content;
    }
    Recovery recovered() {
        close();
        const auto before = files_of(folder.path);
        Recovery recovery = recover(folder.path, output, nine_o_clock, system_random_bytes());
        CHECK(files_of(folder.path) == before);
        CHECK(check_log(output).is_sound());
        return recovery;
    }
    std::vector<Act> acts(const std::string& room) {
        SqliteLog opened(output, thread.executor(), system_random_bytes());
        return opened.read(RoomId{room}, Revision{});
    }

    std::map<std::string, Room> rooms;
    TemporaryFolder parent;
    std::filesystem::path output = parent.path / "recovered";
};

TEST_CASE_METHOD(RecoveryFixture, "a sound log is recovered completely and unchanged") {
    show_notices("xx", 3);
    const LogCheck before = check_log(folder.path);
    const Recovery recovery = recovered();
    REQUIRE(recovery.rooms.size() == 2);
    CHECK(recovery.rooms[0].kept == Revision{4});
    CHECK_FALSE(recovery.rooms[0].flaw);
    CHECK(recovery.rooms[1].kept == Revision{1});
    const LogCheck after = check_log(output);
    CHECK(after.rooms[0].head == before.rooms[0].head);
    CHECK(after.rooms[1].head == before.rooms[1].head);
    // It may continue differently from before.
    CHECK(after.log_id != before.log_id);
}

TEST_CASE_METHOD(RecoveryFixture, "a room is recovered up to its first bad act") {
    show_notices("xx", 9);
    show_notices("yy", 2);
    break_act("xx", 6);
    const Recovery recovery = recovered();
    CHECK(recovery.rooms[0].kept == Revision{5});
    CHECK(recovery.rooms[0].kept_at == nine_o_clock + Duration{4});
    CHECK(recovery.rooms[0].flaw == "was changed, or the act before it was");
    CHECK(recovery.rooms[0].known == Revision{10});
    CHECK(recovery.rooms[1].kept == Revision{3});
    CHECK_FALSE(recovery.rooms[1].flaw);
    CHECK(acts("xx").size() == 5);
    CHECK(acts("yy").size() == 3);
}

TEST_CASE_METHOD(RecoveryFixture, "a missing act ends the recovery of its room") {
    show_notices("xx", 3);
    tamper(
        "DELETE FROM events WHERE room = 'xx' AND revision = 3; "
        "DELETE FROM acts WHERE room = 'xx' AND revision = 3");
    const Recovery recovery = recovered();
    CHECK(recovery.rooms[0].kept == Revision{2});
    CHECK(recovery.rooms[0].flaw == "is missing");
}

TEST_CASE_METHOD(RecoveryFixture, "a torn page costs only its own contents, and no other room") {
    show_notices("xx", 200);
    show_notices("yy", 30);
    tear_page_with("xx notice 120.");
    CHECK(complaint().find("it is damaged") != std::string::npos);
    const Recovery recovery = recovered();
    // A page holds some twenty events.
    CHECK(recovery.rooms[0].kept.value > 90);
    CHECK(recovery.rooms[0].kept.value <= 121);
    CHECK(recovery.rooms[0].flaw == "cannot be read (it is damaged)");
    CHECK(recovery.rooms[0].known == Revision{201});
    CHECK(recovery.rooms[1].kept == Revision{31});
    CHECK_FALSE(recovery.rooms[1].flaw);
}

TEST_CASE_METHOD(RecoveryFixture, "a truncated file is read up to its end") {
    show_notices("xx", 200);
    close();
    const auto size = std::filesystem::file_size(file());
    std::filesystem::resize_file(file(), size * 3 / 4);
    CHECK_FALSE(complaint().empty());
    const Recovery recovery = recovered();
    CHECK(recovery.rooms[0].kept.value > 20);
    CHECK(recovery.rooms[0].kept.value < 201);
    CHECK(recovery.rooms[0].flaw);
}

struct NamesFixture : RecoveryFixture {
    NamesFixture() {
        act("xx", NameSpeaker{cuba, plate, std::string(person)});
        act("xx", ShowNotice{"Lunch"});
        act("xx", WithholdName{cuba, plate});
    }
};

TEST_CASE_METHOD(NamesFixture, "a name stays erased even if the act that erased it is lost") {
    act("xx", EraseName{cuba, plate});
    SECTION("readable up to its withholding") {
        break_act("xx", 5);
    }
    SECTION("readable up to its naming") {
        break_act("xx", 3);
    }
    const Recovery recovery = recovered();
    CHECK(recovery.rooms[0].names_kept_back == 1);
    const std::vector<Act> kept = acts("xx");
    CHECK(kept.back().events == std::vector<Event>{NameErased{cuba, plate}});
    CHECK(kept.back().actor == Actor{Role::secretariat, "rostrum recover"});
    CHECK(files_with(output, person).empty());
    CHECK(check_log(output).rooms[0].erased_names == 1);
}

TEST_CASE_METHOD(NamesFixture, "a name whose erasure is readable beyond the damage is erased") {
    break_act("xx", 3);
    // Like a log assembled of pages from before and after the erasure.
    const std::string payload = wire::write_event(NameErased{cuba, plate});
    {
        Database database(file(), Database::Opening::existing);
        database.execute("PRAGMA foreign_keys = OFF");
        database
            .prepare(
                "INSERT INTO events (room, revision, position, number, payload, salt, "
                "payload_hash) VALUES ('xx', 9, 0, ?, ?, x'', x'')")
            .with(std::int64_t{wire::event_number(NameErased{})}, Blob{payload})
            .run();
    }
    CHECK(recovered().rooms[0].names_kept_back == 1);
    CHECK(files_with(output, person).empty());
}

TEST_CASE_METHOD(NamesFixture, "a name withheld by a lost act is withheld again") {
    break_act("xx", 4);
    CHECK(recovered().rooms[0].names_kept_back == 1);
    CHECK(acts("xx").back().events == std::vector<Event>{NameWithheld{cuba, plate}});
}

TEST_CASE_METHOD(RecoveryFixture, "unreadable tokens are lost, the rooms are not") {
    const std::filesystem::path access = access_of(folder.path);
    SECTION("they are sound") {
        open_or_make(access, access_schema());
        CHECK_FALSE(recovered().tokens_lost);
        CHECK(std::filesystem::exists(access_of(output)));
    }
    SECTION("they are not") {
        std::ofstream(access) << std::string(5000, 'x');
        CHECK(recovered().tokens_lost);
        CHECK_FALSE(std::filesystem::exists(access_of(output)));
    }
}

TEST_CASE_METHOD(RecoveryFixture, "nothing is made from an unreadable log") {
    close();
    std::ofstream(file(), std::ios::binary) << std::string(8192, '\xa5');
    const auto why = [&] {
        try {
            static_cast<void>(recover(folder.path, output, nine_o_clock, system_random_bytes()));
        } catch (const StoreError& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    CHECK(why() ==
          "The log log.db cannot be recovered: it is not a database. Go back to the last backup.");
    CHECK(std::filesystem::is_empty(parent.path));
    std::filesystem::create_directory(output);
    std::ofstream(output / "photograph") << "precious";
    CHECK(why() ==
          output.string() + " is there already, and nothing is overwritten: choose another name.");
}

}  // namespace
}  // namespace rostrum::store::recovery_test
