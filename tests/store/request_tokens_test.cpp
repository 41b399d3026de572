#include "store/request_tokens.hpp"

#include <cerrno>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "disk.hpp"
#include "manual_clock.hpp"
#include "rooms_thread.hpp"
#include "store/sqlite.hpp"
#include "store/sqlite_credentials.hpp"
#include "store/worker.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store::floor_tokens_test {
namespace {

using rooms::Grant;
using rooms::Unavailable;

constexpr Instant nine_o_clock = instant_from_unix_ms(1'523'430'000'000);
constexpr Instant ten_o_clock = nine_o_clock + std::chrono::hours{1};

const Grant mission_of_xx{RoomId{"xx"}, Role::delegation};
const Grant mission_of_yy{RoomId{"yy"}, Role::delegation};

struct RequestTokensFixture {
    using Outcome = std::variant<std::string, Unavailable>;

    void ask(const std::string& room = "xx") {
        tokens.give(RoomId{room}, ten_o_clock,
                    [this](const Outcome& outcome) { outcomes.push_back(outcome); });
    }
    Outcome next() {
        thread.run_until([this] { return !outcomes.empty(); });
        Outcome first = std::move(outcomes.front());
        outcomes.erase(outcomes.begin());
        return first;
    }
    std::string given(const std::string& room = "xx") {
        ask(room);
        return std::get<std::string>(next());
    }

    TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    RoomsThread thread;
    std::vector<Outcome> outcomes;
    SqliteCredentials credentials{folder.path, clock, system_random_bytes()};
    RequestTokens tokens{folder.path, clock, system_random_bytes(), thread.executor()};
    WholeDisk whole_disk;
};

TEST_CASE_METHOD(RequestTokensFixture, "all Missions of a room get one token, which opens it") {
    const std::string token = given();
    CHECK(token.size() == 26);
    CHECK(credentials.admit(token) == mission_of_xx);
    CHECK(given() == token);
    CHECK(credentials.admit(given("yy")) == mission_of_yy);
    CHECK(credentials.list().size() == 2);
    CHECK(credentials.list()[0].label == "shown to Missions");
}

TEST_CASE_METHOD(RequestTokensFixture, "an expired token is replaced by another") {
    const std::string expired = given();
    clock.time = ten_o_clock;
    tokens.give(RoomId{"xx"}, ten_o_clock + std::chrono::hours{1},
                [this](const Outcome& outcome) { outcomes.push_back(outcome); });
    const std::string revoked = std::get<std::string>(next());
    CHECK(revoked != expired);
    CHECK(credentials.admit(revoked) == mission_of_xx);
    CHECK(credentials.list().size() == 1);
    CHECK(credentials.revoke(credentials.list()[0].id));
    clock.time = nine_o_clock;
    const std::string last = given();
    CHECK(last != revoked);
    CHECK(credentials.admit(last) == mission_of_xx);
}

TEST_CASE_METHOD(RequestTokensFixture, "handing out a token does not count as a use") {
    static_cast<void>(given());
    static_cast<void>(given());
    credentials.drop_unused_printed();
    CHECK(credentials.list().empty());
}

TEST_CASE_METHOD(RequestTokensFixture, "a token that waits for the disk delays nobody else") {
    const std::string chair =
        credentials.issue({RoomId{"xx"}, Role::chair}, "", ten_o_clock, Origin::issued);
    Disk::instance().hold_syncs();
    const auto asked = std::async([this] {
        ask();
        ask();
    });
    Disk::instance().wait_for_a_held_sync();
    CHECK(asked.wait_for(std::chrono::seconds{300}) == std::future_status::ready);
    CHECK(credentials.admit(chair).has_value());
    CHECK(credentials.ended().empty());
    CHECK(outcomes.empty());

    Disk::instance().let_go();
    const std::string token = std::get<std::string>(next());
    CHECK(std::get<std::string>(next()) == token);
    CHECK(credentials.admit(token) == mission_of_xx);
    CHECK(credentials.list().size() == 2);
}

TEST_CASE_METHOD(RequestTokensFixture, "writers of the file take turns, however slow the disk") {
    const auto worker = std::make_shared<Worker>();
    SqliteCredentials admitting(folder.path, clock, system_random_bytes(), worker);
    RequestTokens giving(folder.path, clock, system_random_bytes(), thread.executor(), worker);
    const std::string chair =
        credentials.issue({RoomId{"xx"}, Role::chair}, "", ten_o_clock, Origin::issued);
    Disk::instance().hold_syncs();
    // Starts noting its first use.
    CHECK(admitting.admit(chair).has_value());
    Disk::instance().wait_for_a_held_sync();
    giving.give(RoomId{"xx"}, ten_o_clock,
                [this](const Outcome& outcome) { outcomes.push_back(outcome); });
    // Longer than SQLite waits for another writer.
    std::this_thread::sleep_for(std::chrono::milliseconds{Database::default_busy_timeout_ms + 500});
    Disk::instance().let_go();
    CHECK(std::holds_alternative<std::string>(next()));
}

TEST_CASE_METHOD(RequestTokensFixture, "a token that cannot be stored is invalid until it can be") {
    Disk::instance().fail_writes(ENOSPC);
    ask();
    CHECK(std::get<Unavailable>(next()).reason == "The list of tokens " +
                                                      (folder.path / "access.db").string() +
                                                      " cannot be used: the disk is full.");
    Disk::instance().fail_writes(0);
    CHECK(credentials.list().empty());
    const std::string token = given();
    CHECK(credentials.admit(token) == mission_of_xx);
}

TEST_CASE_METHOD(RequestTokensFixture,
                 "a token that was handed out is handed out again when the disk fails") {
    const std::string token = given();
    Disk::instance().fail_writes(EIO);
    CHECK(given() == token);
}

}  // namespace
}  // namespace rostrum::store::floor_tokens_test
