#include <catch2/catch.hpp>

#include "log_fixture.hpp"
#include "store/act_row.hpp"
#include "store/hexadecimal.hpp"

namespace rostrum::store {
namespace {

/// Three acts, the second with a person's name in it.
struct ChainFixture : LogFixture {
    ChainFixture() {
        Act naming = notice(2, "command2");
        naming.events = {NoticeShown{"Notice 2"},
                         SpeakerNamed{MeetingId{"cuba"}, DelegationId{"b"}, "Name of a person"}};
        for (const Act& act : {notice(1, "command1"), naming, notice(3, "command3")})
            if (!write("xx", act)) throw std::runtime_error("The log does not write.");
    }
};

TEST_CASE_METHOD(ChainFixture, "an untouched log is sound") {
    CHECK(complaint().empty());
}

TEST_CASE_METHOD(ChainFixture, "every change to a log is found") {
    const std::string forgery = GENERATE(
        as<std::string>{}, "UPDATE acts SET at_unix_ms = at_unix_ms + 1 WHERE revision = 2",
        "UPDATE acts SET role = 2 WHERE revision = 2",
        "UPDATE acts SET device = 'Phone' WHERE revision = 2",
        "UPDATE acts SET command_id = 'command9' WHERE revision = 2",
        "UPDATE acts SET kind = 19 WHERE revision = 2",
        "UPDATE acts SET chain = zeroblob(32) WHERE revision = 2",
        "UPDATE acts SET room = 'xxiii' WHERE revision = 1",
        "UPDATE events SET payload = (SELECT payload FROM events WHERE revision = 1) "
        "WHERE revision = 3",
        "UPDATE events SET payload_hash = zeroblob(32) WHERE revision = 3",
        "UPDATE events SET salt = zeroblob(16) WHERE revision = 3",
        "UPDATE events SET number = 20 WHERE revision = 3",
        "UPDATE events SET erased = 1 WHERE revision = 3",
        "DELETE FROM events WHERE revision = 2 AND position = 1",
        "DELETE FROM events WHERE revision = 3", "DELETE FROM acts WHERE revision = 2");
    CAPTURE(forgery);
    tamper("PRAGMA foreign_keys = OFF; " + forgery);
    CHECK_THAT(complaint(),
               Catch::StartsWith("The log " + file().string() + " cannot be used: act "));
}

TEST_CASE_METHOD(ChainFixture, "the error names the damaged act") {
    tamper("UPDATE acts SET device = 'Phone' WHERE revision = 2");
    CHECK(complaint() ==
          "The log " + file().string() +
              " cannot be used: act 2 of room xx was changed, or the act before it was. "
              "Restore it from a copy; nothing in it was changed.");
}

// A row after the erasure of its name: the payload without the name, no salt, the same hash.
TEST_CASE_METHOD(ChainFixture, "a name can be erased, and the log stays sound") {
    tamper(
        "UPDATE events SET payload = x'1a090a0463756261120162', salt = x'', erased = 1 "
        "WHERE revision = 2 AND position = 1");
    REQUIRE(complaint().empty());
    const std::vector<Act> acts = log->read(RoomId{"xx"}, Revision{});
    REQUIRE(acts.size() == 3);
    CHECK(acts[1].events[1] == Event{SpeakerNamed{MeetingId{"cuba"}, DelegationId{"b"}, ""}});
}

TEST_CASE_METHOD(ChainFixture, "only a name can be erased") {
    SECTION("no other event") {
        tamper(
            "UPDATE events SET payload = x'1a090a0463756261120162', salt = x'', erased = 1 "
            "WHERE revision = 3");
        CHECK_FALSE(complaint().empty());
    }
    SECTION("no other name replaces it") {
        tamper(
            "UPDATE events SET payload = x'1a0c0a04637562611201621a0178', salt = x'', "
            "erased = 1 WHERE revision = 2 AND position = 1");
        CHECK_FALSE(complaint().empty());
    }
}

// Computed by a separate program from the layout in act_row.cpp.
TEST_CASE("the chain's hashes do not change between versions") {
    ActRow act;
    act.room = "xx";
    act.revision = 1;
    act.at_unix_ms = 1'523'430'000'001;
    act.role = 1;
    act.device = "Tablet";
    act.command_id = "command1";
    act.kind = 18;
    EventRow event;
    event.number = 19;
    event.payload_hash = payload_hash("0123456789abcdef", "payload");
    act.events = {event};
    CHECK(hexadecimal(event.payload_hash) ==
          "e44a21c410c0d496d6c99b605ea093e1b7b1eab148cbed1776bbc1a27e5a5603");
    const std::string first = chain_link(chain_start(), act);
    CHECK(hexadecimal(first) == "ce9c7c201322310b0d961af3e8be3baef75002fc5fe6d50262eb09186790f423");
    act.revision = 2;
    CHECK(hexadecimal(chain_link(first, act)) ==
          "809eba56670329aa3a2dc21832257e568844754980dedbdf9a637d11bb857fed");
}

}  // namespace
}  // namespace rostrum::store
