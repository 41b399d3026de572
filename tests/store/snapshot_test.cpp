#include <catch2/catch.hpp>

#include "bytes.hpp"
#include "logged_room.hpp"
#include "store/log_check.hpp"
#include "store/snapshots.hpp"

namespace rostrum::store::snapshot_test {
namespace {

const MeetingId cuba{"cuba"};
const DelegationId plate{"b"};
const std::string person = "Zibbermoor Quillfeather";

TEST_CASE_METHOD(LoggedRoom, "the newest snapshot is there, also after a restart") {
    CHECK_FALSE(snapshot().has_value());
    show("Welcome.");
    save_snapshot(room);
    CHECK(snapshot() == room);
    does(OpenMeeting{cuba});
    save_snapshot(room);
    CHECK(snapshot() == room);
    CHECK(snapshots() == 1);
    CHECK(complaint().empty());
    CHECK(snapshot() == room);
    CHECK_FALSE(log->snapshot(RoomId{"yy"}).has_value());
}

TEST_CASE_METHOD(LoggedRoom, "an opening reads on from the snapshot, and verify reads everything") {
    for (int i = 0; i < 5; ++i) show("Notice " + std::to_string(i));
    save_snapshot(room);
    show("Afterwards.");
    SECTION("an act before it") {
        tamper("UPDATE events SET payload = x'00' WHERE revision = 3");
        CHECK(complaint().empty());
        CHECK(snapshot().has_value());
        CHECK_FALSE(check_log(folder.path).is_sound());
    }
    SECTION("an act after it") {
        tamper("UPDATE events SET payload = x'00' WHERE revision = 7");
        CHECK_THAT(complaint(), Catch::Contains("act 7 of room xx has a changed event"));
    }
}

TEST_CASE_METHOD(LoggedRoom, "a damaged snapshot is ignored, and the acts are read") {
    show("Welcome.");
    show("Once more.");
    save_snapshot(room);
    const std::string forgery = GENERATE(
        as<std::string>{},  //
        "UPDATE snapshots SET bytes = x'0a027878'", "UPDATE snapshots SET bytes = x''",
        "UPDATE snapshots SET hash = zeroblob(32)", "UPDATE snapshots SET format = format + 1",
        "UPDATE snapshots SET revision = 2", "UPDATE snapshots SET revision = -1",
        "UPDATE snapshots SET chain = zeroblob(32)", "UPDATE snapshots SET room = 'yy'");
    CAPTURE(forgery);
    tamper(forgery);
    CHECK(complaint().empty());
    CHECK_FALSE(snapshot().has_value());
    CHECK_FALSE(log->snapshot(RoomId{"yy"}).has_value());

    tamper("UPDATE events SET payload = x'00' WHERE revision = 2");
    CHECK_THAT(complaint(), Catch::Contains("act 2 of room xx"));
}

TEST_CASE_METHOD(LoggedRoom, "a snapshot of a different act is ignored") {
    show("Welcome.");
    save_snapshot(room);
    tamper("UPDATE acts SET chain = zeroblob(32) WHERE revision = 2");
    CHECK_THAT(complaint(), Catch::Contains("act 2 of room xx"));
    tamper(
        "PRAGMA foreign_keys = OFF; DELETE FROM acts WHERE revision = 2; "
        "DELETE FROM events WHERE revision = 2");
    CHECK(complaint().empty());
    CHECK_FALSE(snapshot().has_value());
}

TEST_CASE_METHOD(LoggedRoom, "a room that the log does not contain gets no snapshot") {
    Room ahead = room;
    ahead.revision = Revision{9};
    save_snapshot(ahead);
    save_snapshot(empty_room(RoomId{"xx"}));
    CHECK(snapshots() == 0);
}

TEST_CASE_METHOD(LoggedRoom, "a snapshot that cannot be written affects nothing else") {
    tamper(
        "CREATE TRIGGER full BEFORE INSERT ON snapshots "
        "BEGIN SELECT raise(FAIL, 'no room'); END");
    open();
    save_snapshot(room);
    CHECK(snapshots() == 0);
    show("Welcome.");
    CHECK(log->is_writable());
}

TEST_CASE_METHOD(LoggedRoom, "an erased name is in no snapshot, nor in its remains") {
    does(NameSpeaker{cuba, plate, person});
    save_snapshot(room);
    show("Welcome.");
    const Room before = room;
    save_snapshot(before);
    // Proves that the search works.
    CHECK(connect(file()).number(
              "SELECT instr(bytes, CAST('Zibbermoor Quillfeather' AS BLOB)) > 0 FROM snapshots") ==
          1);

    does(WithholdName{cuba, plate});
    CHECK_FALSE(files_with(folder.path, "Quillfeather").empty());
    does(EraseName{cuba, plate});
    CHECK(snapshots() == 0);
    CHECK(files_with(folder.path, "Quillfeather").empty());

    // A snapshot that was being written while the name was erased.
    save_snapshot(before);
    CHECK(snapshots() == 0);
    CHECK(files_with(folder.path, "Quillfeather").empty());

    save_snapshot(room);
    CHECK(snapshot() == room);
    CHECK(files_with(folder.path, "Quillfeather").empty());
    CHECK(complaint().empty());
    CHECK(snapshot() == room);
    CHECK(files_with(folder.path, "Quillfeather").empty());
    CHECK(check_log(folder.path).is_sound());
}

TEST_CASE_METHOD(LoggedRoom, "a log interrupted during an erasure has no snapshot") {
    does(NameSpeaker{cuba, plate, person});
    save_snapshot(room);
    {
        Database database = connect(file());
        Transaction transaction(database);
        CHECK(erase_names(database, RoomId{"xx"}, cuba, plate) == 1);
        transaction.commit();
    }
    CHECK(snapshots() == 0);
    const TemporaryFolder cut_off;
    for (const auto* name : {"log.db", "log.db-wal"})
        std::filesystem::copy(folder.path / name, cut_off.path);
    const SqliteLog opened(cut_off.path, thread.executor(), counting_random_bytes());
    CHECK(files_with(cut_off.path, "Quillfeather").empty());
}

TEST_CASE_METHOD(LoggedRoom, "verify compares each snapshot with its acts") {
    show("Welcome.");
    show("Once more.");
    SECTION("a correct one") {
        save_snapshot(room);
        show("Afterwards.");
        CHECK(check_log(folder.path).is_sound());
    }
    SECTION("one that differs from the fold of the acts") {
        Room other = room;
        other.proceedings.notice->text = "Never shown.";
        save_snapshot(other);
        CHECK(snapshot() == other);
        CHECK(check_log(folder.path).rooms.at(0).breaks ==
              std::vector<Break>{{Revision{3}, Flaw::snapshot,
                                  "The snapshot of the room up to it is another room."}});
    }
    SECTION("one that a start would drop is not a fault") {
        save_snapshot(room);
        tamper("UPDATE snapshots SET bytes = x'00'");
        CHECK(check_log(folder.path).is_sound());
    }
}

TEST_CASE_METHOD(LoggedRoom, "a log from before snapshots is checked, then served") {
    show("Welcome.");
    tamper(
        "DROP TABLE held_names; DROP TABLE snapshots; DROP INDEX names; PRAGMA user_version = 2");
    CHECK(check_log(folder.path).is_sound());
    CHECK(complaint().empty());
    save_snapshot(room);
    CHECK(snapshot() == room);
}

TEST_CASE_METHOD(LoggedRoom, "a command of any age is found by its id") {
    show("Welcome.");
    show("Once more.");
    const std::vector asked{CommandId{"command9"}, CommandId{"command3"}, CommandId{"command2"}};
    CHECK(find("xx", asked) == std::vector<std::uint64_t>{3, 2});
    CHECK(find("yy", asked).empty());
}

}  // namespace
}  // namespace rostrum::store::snapshot_test
