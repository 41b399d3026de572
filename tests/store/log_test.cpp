#include <atomic>
#include <functional>
#include <vector>

#include <catch2/catch.hpp>

#include "log_fixture.hpp"
#include "store/log_check.hpp"

namespace rostrum::store {
namespace {

using rooms::Appended;
using rooms::Conflict;
using rooms::Duplicate;
using rooms::Durable;

TEST_CASE_METHOD(LogFixture, "durable acts are read again, also after a restart") {
    const std::vector<Act> acts{notice(1, "command1"), notice(2, "command2")};
    CHECK(std::holds_alternative<Durable>(append("xx", 0, acts)));
    CHECK(log->read(RoomId{"xx"}, Revision{}) == acts);
    CHECK(log->read(RoomId{"xx"}, Revision{1}) == std::vector{acts[1]});
    CHECK(log->read(RoomId{"xx"}, Revision{2}).empty());

    close();
    open();
    CHECK(log->read(RoomId{"xx"}, Revision{}) == acts);
}

TEST_CASE_METHOD(LogFixture, "an act keeps all of its events, in order") {
    Act act = notice(1, "command1");
    act.kind = kind_of<Next>();
    act.actor = {Role::secretariat, "Portable de l’équipe"};
    act.events = {StatementEnded{StatementId{7}}, FloorGiven{InscriptionId{"b"}},
                  SpeakerNamed{MeetingId{"cuba"}, DelegationId{"b"}, "Name of a person"}};
    REQUIRE(write("xx", act));
    CHECK(log->read(RoomId{"xx"}, Revision{}) == std::vector{act});
}

TEST_CASE_METHOD(LogFixture, "an append that expects another revision writes nothing") {
    REQUIRE(write("xx", notice(1, "command1")));
    const Appended answer = append("xx", 0, {notice(1, "command2")});
    REQUIRE(std::holds_alternative<Conflict>(answer));
    CHECK(std::get<Conflict>(answer).actual == Revision{1});
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 1);
}

TEST_CASE_METHOD(LogFixture, "an append with a command that the log holds writes nothing") {
    REQUIRE(write("xx", notice(1, "command1")));
    const Appended answer = append("xx", 1, {notice(2, "command2"), notice(3, "command1")});
    REQUIRE(std::holds_alternative<Duplicate>(answer));
    CHECK(std::get<Duplicate>(answer).command == CommandId{"command1"});
    CHECK(std::get<Duplicate>(answer).revision == Revision{1});
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 1);
}

TEST_CASE_METHOD(LogFixture,
                 "acts of several rooms that are appended together are all written, or none") {
    const auto append_both = [this](std::uint64_t of_xx, std::uint64_t of_yy,
                                    const std::string& id) {
        std::optional<Appended> answer;
        log->append_together({{RoomId{"xx"}, Revision{of_xx}, {notice(of_xx + 1, id)}},
                              {RoomId{"yy"}, Revision{of_yy}, {notice(of_yy + 1, id)}}},
                             [&](Appended appended) { answer = std::move(appended); });
        thread.run_until([&] { return answer.has_value(); });
        return *answer;
    };
    const auto revisions = [this] {
        return std::pair{log->read(RoomId{"xx"}, Revision{}).size(),
                         log->read(RoomId{"yy"}, Revision{}).size()};
    };
    std::vector<std::uint64_t> followed;
    log->follow(RoomId{"yy"}, [&](const std::vector<Act>& acts) {
        followed.push_back(acts.back().revision.value);
    });
    REQUIRE(write("xx", notice(1, "command1")));
    CHECK(std::holds_alternative<Durable>(append_both(1, 0, "command2")));
    CHECK(revisions() == std::pair{std::size_t{2}, std::size_t{1}});
    CHECK(followed == std::vector<std::uint64_t>{1});
    CHECK(std::holds_alternative<Conflict>(append_both(2, 0, "command3")));
    CHECK(std::holds_alternative<Conflict>(append_both(1, 1, "command3")));
    CHECK(std::holds_alternative<Duplicate>(append_both(2, 1, "command2")));
    REQUIRE(write("xx", notice(3, "command3")));
    CHECK(std::holds_alternative<Duplicate>(append_both(3, 1, "command3")));
    CHECK(revisions() == std::pair{std::size_t{3}, std::size_t{1}});
    CHECK(log->heads().heads.size() == 2);
    close();
    open();
    CHECK(revisions() == std::pair{std::size_t{3}, std::size_t{1}});
}

TEST_CASE_METHOD(LogFixture, "the heads are those of the durable acts, as verify finds them") {
    const auto found = [this] {
        NotedHeads noted{log->id(), {}};
        for (const RoomCheck& room : check_log(folder.path).rooms) noted.heads.push_back(room.head);
        return noted;
    };
    CHECK(log->heads() == NotedHeads{log->id(), {}});
    REQUIRE(write("xxiii", notice(1, "command1")));
    REQUIRE(write("xx", notice(1, "command1")));
    REQUIRE(write("xx", notice(2, "command2")));
    REQUIRE_FALSE(write("xxiii", notice(2, "command1")));
    CHECK(log->heads().heads.at(0).revision == Revision{2});
    CHECK(log->heads().heads.at(1).revision == Revision{1});
    CHECK(log->heads() == found());
    close();
    open();
    CHECK(log->heads() == found());
}

TEST_CASE_METHOD(LogFixture, "rooms are independent") {
    REQUIRE(write("xx", notice(1, "command1")));
    REQUIRE(write("xxiii", notice(1, "command1")));
    REQUIRE(write("xxiii", notice(2, "command2")));
    CHECK(log->rooms() == std::vector{RoomId{"xx"}, RoomId{"xxiii"}});
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 1);
    CHECK(log->read(RoomId{"xxiii"}, Revision{}).size() == 2);
}

TEST_CASE_METHOD(LogFixture, "a log keeps its id over a restart, and each log has its own") {
    // The sixteen random bytes it was made with.
    CHECK(log->id() == "000102030405060708090a0b0c0d0e0f");
    close();
    open();
    CHECK(log->id() == "000102030405060708090a0b0c0d0e0f");
    TemporaryFolder other;
    const SqliteLog another(other.path, thread.executor(), system_random_bytes());
    CHECK(another.id().size() == 32);
    CHECK(another.id() != log->id());
}

TEST_CASE_METHOD(LogFixture, "a follower receives durable acts in order") {
    std::vector<Act> received;
    log->follow(RoomId{"xx"}, [&](const std::vector<Act>& acts) {
        received.insert(received.end(), acts.begin(), acts.end());
    });
    REQUIRE(write("xx", notice(1, "command1")));
    REQUIRE(write("xxiii", notice(1, "command1")));
    CHECK_FALSE(write("xx", notice(1, "command2")));
    REQUIRE(write("xx", notice(2, "command2")));
    CHECK(received == std::vector{notice(1, "command1"), notice(2, "command2")});

    log->follow(RoomId{"xx"}, {});
    REQUIRE(write("xx", notice(3, "command3")));
    CHECK(received.size() == 2);
}

TEST_CASE_METHOD(LogFixture, "each room is answered in its own task, even after a shared commit") {
    close();
    std::atomic<int> turns = 0;
    std::vector<int> answered_in;
    log.emplace(
        folder.path,
        [&, executor = thread.executor()](const std::function<void()>& work) {
            executor([&, work] {
                ++turns;
                work();
            });
        },
        counting_random_bytes());
    for (const char* room : {"xx", "xxi", "xxii"})
        log->append(RoomId{room}, Revision{}, {notice(1, "command1")},
                    [&](const Appended&) { answered_in.push_back(turns); });
    thread.run_until([&] { return answered_in.size() == 3; });
    CHECK(answered_in == std::vector{1, 2, 3});
}

TEST_CASE_METHOD(LogFixture, "an invalid append is the caller's error") {
    const auto ignore = [](const Appended&) {};
    CHECK_THROWS_AS(log->append(RoomId{"xx"}, Revision{}, {}, ignore), std::logic_error);
    CHECK_THROWS_AS(log->append(RoomId{"xx"}, Revision{}, {notice(2, "command1")}, ignore),
                    std::logic_error);
}

TEST_CASE_METHOD(LogFixture, "closing writes all pending acts") {
    int answered = 0;
    for (std::uint64_t revision = 1; revision <= 50; ++revision)
        log->append(RoomId{"xx"}, Revision{revision - 1},
                    {notice(revision, "command" + std::to_string(revision))},
                    [&](const Appended&) { ++answered; });
    close();
    thread.run_until([&] { return answered == 50; });
    open();
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 50);
}

}  // namespace
}  // namespace rostrum::store
