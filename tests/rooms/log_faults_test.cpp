#include <catch2/catch.hpp>

#include "room_writer_fixture.hpp"

namespace rostrum::rooms::log_faults_test {
namespace {

const Next first_next{};

TEST_CASE_METHOD(RoomWriterFixture, "a writer that loses a race decides again") {
    submit("command1", first_next);
    write_elsewhere("elsewhere1", {FloorGiven{InscriptionId{"b"}}}, kind_of<GiveFloor>());
    port.write();

    // The other server's act is published, and the late tap is refused.
    CHECK(refusal() == RefusalCode::stale);
    CHECK(audience.published == std::vector{Revision{3}});
    CHECK(current_meeting(writer->room())->statement->inscription == InscriptionId{"b"});
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a command that is still valid after a lost race is written after the winner") {
    submit("command1", first_next);
    write_elsewhere("elsewhere1", {NoticeShown{"Welcome."}}, kind_of<ShowNotice>());
    port.write();
    CHECK_FALSE(answer().has_value());
    port.write();
    CHECK(answer() == accepted(4));
    CHECK(log.acts().size() == 4);
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a command that another server has done is answered with its act") {
    submit("command1", first_next);
    write_elsewhere("command1", {FloorGiven{InscriptionId{"sur"}}}, kind_of<Next>());
    port.write();
    CHECK(answer() == accepted(3));
    CHECK(log.acts().size() == 3);
    CHECK(writer->room().revision == Revision{3});
}

TEST_CASE_METHOD(RoomWriterFixture, "a log that contradicts itself is not asked forever") {
    submit("command1", first_next);
    port.answer(Conflict{Revision{9}});
    CHECK(refusal() == RefusalCode::log_unavailable);
    CHECK(problems.size() == 1);
    submit("command1", first_next);
    port.write();
    CHECK(answer() == accepted(3));
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a command that the log does not take is refused and changes nothing") {
    submit("holdup01", ShowNotice{"One moment."});
    submit("command1", first_next);
    submit("command2", PauseStatement{StatementId{9}});
    port.write();
    audience.published.clear();
    const Room before = writer->room();
    port.fail("The disk is full.");
    CHECK(refusal(1) == RefusalCode::log_unavailable);
    CHECK(refusal(0) == RefusalCode::log_unavailable);
    CHECK(problems == std::vector<std::string>{"The disk is full."});
    CHECK(writer->room() == before);
    CHECK(audience.published.empty());

    submit("command1", first_next);
    port.write();
    CHECK(answer() == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "an act that was written although the log failed is found at once") {
    submit("command1", first_next);
    port.write_and_fail("The disk fails.");
    CHECK(answer() == accepted(3));
    CHECK(audience.published.size() == 1);
    CHECK(writer->room().revision == Revision{3});
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "an act that was written unnoticed is found before the next act") {
    submit("command1", first_next);
    port.unreadable = true;
    port.write_and_fail("The disk fails.");
    CHECK(refusal() == RefusalCode::outcome_unknown);
    CHECK(writer->room().revision == Revision{2});

    SECTION("and accepted when it is sent again") {
        port.unreadable = false;
        submit("command1", first_next);
        CHECK(answer() == accepted(3));
        CHECK_FALSE(port.is_writing());
    }
    SECTION("and another command is decided on top of it") {
        port.unreadable = false;
        submit("command2", first_next);
        CHECK(refusal() == RefusalCode::stale);
        CHECK(writer->room().revision == Revision{3});
        CHECK(audience.published.size() == 1);
    }
    SECTION("and while the log cannot be read, commands are refused") {
        submit("command2", ShowNotice{"Please wait."});
        CHECK(refusal() == RefusalCode::log_unavailable);
        CHECK_FALSE(port.is_writing());
    }
}

TEST_CASE_METHOD(RoomWriterFixture, "commands wait while the log is read again") {
    port.reads_wait = true;
    submit("command1", first_next);
    port.write_and_fail("The disk fails.");
    CHECK_FALSE(answer().has_value());
    CHECK(writer->room().revision == Revision{2});
    submit("command2", ShowNotice{"Please wait."});
    CHECK_FALSE(port.is_writing());

    port.answer_reads();
    CHECK(answer(1) == accepted(3));
    CHECK(audience.published.size() == 1);
    port.write();
    CHECK(answer() == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture, "acts that arrive while the log is read are applied once") {
    port.reads_wait = true;
    write_elsewhere("elsewhere1", {NoticeShown{"Welcome."}}, kind_of<ShowNotice>());
    submit("command1", ShowNotice{"Please wait."});
    port.write();
    CHECK(port.is_reading());
    port.notify();
    CHECK(writer->room().revision == Revision{3});
    port.answer_reads();
    CHECK(audience.published.size() == 1);
    port.write();
    CHECK(answer() == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture, "acts of another server are applied and published") {
    write_elsewhere("elsewhere1", {NoticeShown{"Welcome."}}, kind_of<ShowNotice>());
    write_elsewhere("elsewhere2", {FloorGiven{InscriptionId{"b"}}}, kind_of<GiveFloor>());
    port.notify();
    CHECK(audience.published.size() == 1);
    CHECK(audience.published[0] == Revision{4});

    SECTION("their commands are known here too") {
        submit("elsewhere2", GiveFloor{InscriptionId{"b"}, std::nullopt});
        CHECK(answer() == accepted(4));
        submit("elsewhere2", first_next);
        CHECK(refusal() == RefusalCode::id_used);
    }
    SECTION("and ignored when they arrive again") {
        port.notify({log.acts()[2], log.acts()[3]});
        CHECK(audience.published.size() == 1);
        CHECK(port.reads == 1);
    }
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a refusal counts only if no other server's act came while it was looked up") {
    port.shared = true;
    port.reads_wait = true;
    submit("command1", ResumeMeeting{MeetingId{"cuba"}});
    REQUIRE(port.is_reading());
    write_elsewhere("elsewhere1", {MeetingSuspended{MeetingId{"cuba"}, {}}},
                    kind_of<SuspendMeeting>());
    port.notify();
    while (port.is_reading()) port.answer_reads();
    REQUIRE(port.is_writing());
    port.write();
    CHECK(answer() == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture, "a gap in the followed acts is filled from the log") {
    write_elsewhere("elsewhere1", {NoticeShown{"Welcome."}}, kind_of<ShowNotice>());
    write_elsewhere("elsewhere2", {FloorGiven{InscriptionId{"b"}}}, kind_of<GiveFloor>());
    port.notify({log.acts()[3]});
    CHECK(writer->room().revision == Revision{4});
    CHECK(writer->room().proceedings.notice->text == "Welcome.");
    CHECK(audience.published.size() == 1);
}

TEST_CASE_METHOD(RoomWriterFixture, "an own act that arrives before its answer is published once") {
    submit("command1", first_next);
    const std::vector<Act> own = port.writing();
    port.notify(own);
    CHECK(writer->room().revision == Revision{3});
    port.write();
    CHECK(answer() == accepted(3));
    CHECK(writer->room().revision == Revision{3});
    CHECK(audience.published.size() == 1);
}

TEST_CASE_METHOD(RoomWriterFixture, "impossible acts leave the room unchanged") {
    const Room before = writer->room();
    write_elsewhere("elsewhere1", {StatementEnded{StatementId{77}}}, kind_of<EndStatement>());
    port.notify();
    CHECK(writer->room() == before);
    CHECK(audience.published.empty());
    CHECK(problems.size() == 1);
    submit("command1", first_next);
    CHECK(refusal() == RefusalCode::log_unavailable);
}

TEST_CASE_METHOD(RoomWriterFixture, "a room writer does not start without its log") {
    writer.reset();
    CHECK_FALSE(port.is_followed());
    port.unreadable = true;
    CHECK_THROWS_WITH(RoomWriter(RoomId{"xx"}, clock, port, audience), "the disk fails");
    CHECK_FALSE(port.is_followed());
}

TEST_CASE_METHOD(RoomWriterFixture, "an answer of the log to a destroyed room writer is ignored") {
    submit("command1", first_next);
    writer.reset();
    port.write();
    CHECK_FALSE(answer().has_value());
    CHECK(log.acts().size() == 3);
}

}  // namespace
}  // namespace rostrum::rooms::log_faults_test
