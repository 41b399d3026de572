// The snapshots of a room writer, and commands older than it remembers.
#include <catch2/catch.hpp>

#include "room_writer_fixture.hpp"

namespace rostrum::rooms::snapshot_test {
namespace {

const Next first_next{};

/// Shows notices up to this revision, with the ids `notice-3` and so on.
void show_until(RoomWriterFixture& room, std::uint64_t revision) {
    while (room.writer->room().revision.value < revision) {
        const std::uint64_t next = room.writer->room().revision.value + 1;
        room.submit("notice-" + std::to_string(next), ShowNotice{"Notice " + std::to_string(next)});
        room.port.write();
    }
}

/// More acts than those whose commands a room writer remembers.
constexpr std::uint64_t long_ago = RecentCommands::most + 100;

TEST_CASE_METHOD(RoomWriterFixture,
                 "a room is saved every thousand acts, and a start reads on from there") {
    show_until(*this, 999);
    CHECK(port.keeps == 0);
    show_until(*this, 1000);
    CHECK(port.keeps == 1);
    REQUIRE(log.kept.has_value());
    CHECK(*log.kept == writer->room());
    show_until(*this, 1200);
    CHECK(port.keeps == 1);

    const Room before = writer->room();
    // Acts before the snapshot are not read.
    port.forget_before = 1000;
    restart();
    CHECK(writer->room() == before);
    CHECK(port.keeps == 1);
    submit("notice-1100", ShowNotice{"Notice 1100"});
    CHECK(answer() == accepted(1100));
    show_until(*this, 2000);
    CHECK(port.keeps == 2);
}

TEST_CASE_METHOD(RoomWriterFixture, "a room without a snapshot is saved once it has been read") {
    show_until(*this, 1500);
    log.kept.reset();
    restart();
    CHECK(port.keeps == 2);
    CHECK(log.kept->revision == Revision{1500});
}

TEST_CASE_METHOD(RoomWriterFixture, "a snapshot that the acts contradict is ignored") {
    submit("command1", first_next);
    port.write();
    show_until(*this, 1000);
    submit("command2", PauseStatement{StatementId{3}});
    port.write();
    const Room before = writer->room();
    // Without a statement there is nothing to pause.
    log.kept->proceedings.meetings.front().edit().statement.reset();
    restart();
    CHECK(writer->room() == before);
}

TEST_CASE_METHOD(RoomWriterFixture, "the room is saved again when a name is erased") {
    const MeetingId cuba{"cuba"};
    const DelegationId plate{"a"};
    submit("naming01", NameSpeaker{cuba, plate, "A name"});
    port.write();
    show_until(*this, 1100);
    REQUIRE(port.keeps == 1);
    CHECK(log.kept->names->size() == 1);

    submit("holding1", WithholdName{cuba, plate});
    port.write();
    log.kept.reset();
    submit("erasing1", EraseName{cuba, plate});
    submit("notice-x", ShowNotice{"The next."});
    port.write();
    port.notify();
    REQUIRE(log.kept.has_value());
    CHECK(log.kept->revision == Revision{1102});
    CHECK(log.kept->names->empty());
}

TEST_CASE_METHOD(RoomWriterFixture, "an old command is accepted again, but not done again") {
    submit("command1", first_next);
    port.write();
    show_until(*this, long_ago);

    SECTION("if it would be refused now") {
        port.finds = 0;
        submit("command1", first_next);
        CHECK(answer() == accepted(3));
        CHECK(port.finds == 1);
    }
    SECTION("if it would be done again") {
        submit("notice-4", ShowNotice{"Notice 4"});
        submit("notice-5", ShowNotice{"Notice 5"});
        submit("command2", PauseStatement{StatementId{3}});
        submit("notice-6", ShowNotice{"Notice 6"});
        while (port.is_writing()) port.write();
        CHECK(answer(3) == accepted(4));
        CHECK(answer(2) == accepted(5));
        CHECK(answer(1) == accepted(long_ago + 1));
        CHECK(answer() == accepted(6));
        CHECK(writer->room().revision == Revision{long_ago + 1});
    }
    SECTION("after a start that read on from a snapshot") {
        restart();
        submit("command1", first_next);
        CHECK(answer() == accepted(3));
        submit("notice-4", ShowNotice{"Notice 4"});
        port.write();
        CHECK(answer() == accepted(4));
    }
    SECTION("unless the log cannot be read") {
        port.unreadable = true;
        submit("command1", first_next);
        CHECK(refusal() == RefusalCode::log_unavailable);
        CHECK(problems.size() == 1);
    }
    SECTION("in a batch, once that is written and the log has answered") {
        port.reads_wait = true;
        submit("notice-x", ShowNotice{"One moment."});
        submit("notice-y", ShowNotice{"Welcome."});
        submit("command1", first_next);
        submit("command2", PauseStatement{StatementId{9}});
        submit("command1", first_next);
        port.write();
        CHECK(answer(4) == accepted(long_ago + 1));
        port.write();
        CHECK(writer->room().revision == Revision{long_ago + 2});
        CHECK(port.is_reading());
        CHECK_FALSE(answer(3).has_value());
        submit("notice-z", ShowNotice{"The next."});
        CHECK_FALSE(port.is_writing());

        port.answer_reads();
        CHECK(answer(4) == accepted(long_ago + 2));
        CHECK(answer(3) == accepted(3));
        CHECK(refusal(2) == RefusalCode::stale);
        CHECK(answer(1) == accepted(3));
        port.write();
        CHECK(answer() == accepted(long_ago + 3));
    }
    SECTION("but not by a room writer that is destroyed before the log answers") {
        port.reads_wait = true;
        submit("command1", first_next);
        const Revision last = writer->room().revision;
        writer.reset();
        port.answer_reads();
        CHECK_FALSE(answer().has_value());
        restart();
        CHECK(writer->room().revision == last);
    }
    CHECK(log.acts().size() == writer->room().revision.value);
}

TEST_CASE_METHOD(RoomWriterFixture, "every waiting old command is answered with its act") {
    show_until(*this, long_ago);
    submit("holdup01", ShowNotice{"One moment."});
    for (std::uint64_t i = 0; i < most_waiting_commands; ++i)
        submit("notice-" + std::to_string(3 + i), ShowNotice{"Once more"});
    while (port.is_writing()) port.write();
    for (std::uint64_t i = 0; i < most_waiting_commands; ++i)
        CHECK(answer(most_waiting_commands - 1 - i) == accepted(3 + i));
    CHECK(log.acts().size() == long_ago + 1);
}

TEST_CASE_METHOD(RoomWriterFixture, "the log is not asked for commands while all are remembered") {
    submit("command1", PauseStatement{StatementId{9}});
    CHECK(refusal() == RefusalCode::stale);
    CHECK(port.finds == 0);
}

TEST_CASE("the oldest commands are forgotten, and no others") {
    RecentCommands known;
    for (std::uint64_t revision = 1; revision <= RecentCommands::most + 1; ++revision)
        known.add(CommandId{"command-" + std::to_string(revision)}, Revision{revision}, {});
    CHECK(known.find(CommandId{"command-1"}) == nullptr);
    CHECK(known.find(CommandId{"command-2"})->revision == Revision{2});
    CHECK(known.find(CommandId{"command-4097"})->revision == Revision{4097});
    CHECK_FALSE(known.are_all_up_to(Revision{4097}));
}

}  // namespace
}  // namespace rostrum::rooms::snapshot_test
