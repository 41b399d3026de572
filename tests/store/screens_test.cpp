#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "disk.hpp"
#include "manual_clock.hpp"
#include "rooms_thread.hpp"
#include "store/access_schema.hpp"
#include "store/sqlite_credentials.hpp"
#include "store/sqlite_screens.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store::screens_test {
namespace {

using rooms::Assignment;
using rooms::Grant;
using rooms::Issued;
using rooms::KnownScreen;
using rooms::PairedScreen;
using rooms::RegistryFault;

constexpr Instant nine_o_clock = instant_from_unix_ms(1'523'430'000'000);

const Assignment left_wall{RoomId{"xx"}, Role::display, "Left wall", Scene::list};
const Grant left_wall_of_xx{RoomId{"xx"}, Role::display,
                            PairedScreen{"screen-1", "Left wall", Scene::list}};
const Assignment lectern{RoomId{"yy"}, Role::speaker, "Lectern", Scene::automatic};
const Grant lectern_of_yy{RoomId{"yy"}, Role::speaker,
                          PairedScreen{"screen-1", "Lectern", Scene::automatic}};

struct ScreensFixture {
    void open() {
        credentials.emplace(folder.path, clock, system_random_bytes());
        screens.emplace(folder.path, clock, system_random_bytes(), thread.executor());
    }
    /// Finishes pending notes first.
    void restart() {
        screens.reset();
        credentials.reset();
        open();
    }
    std::variant<Issued, RegistryFault> admit(const Assignment& assignment) {
        std::optional<std::variant<Issued, RegistryFault>> outcome;
        screens->admit_screen(assignment, [&](const auto& result) { outcome = result; });
        thread.run_until([&] { return outcome.has_value(); });
        return *outcome;
    }
    Issued admitted(const Assignment& assignment) {
        const auto outcome = admit(assignment);
        REQUIRE(std::holds_alternative<Issued>(outcome));
        return std::get<Issued>(outcome);
    }
    std::optional<RegistryFault> assign(std::string_view screen, const Assignment& assignment,
                                        const std::string& of = "xx") {
        return done([&](auto answer) { screens->assign(screen, RoomId{of}, assignment, answer); });
    }
    std::optional<RegistryFault> remove(std::string_view screen, const std::string& of = "xx") {
        return done([&](auto answer) { screens->remove(screen, RoomId{of}, answer); });
    }
    std::vector<KnownScreen> list() {
        std::optional<std::vector<KnownScreen>> known;
        screens->list(
            [&](const auto& result) { known = std::get<std::vector<KnownScreen>>(result); });
        thread.run_until([&] { return known.has_value(); });
        return *known;
    }
    template <class Change>
    std::optional<RegistryFault> done(Change change) {
        std::optional<std::optional<RegistryFault>> outcome;
        change([&](std::optional<RegistryFault> fault) { outcome = fault; });
        thread.run_until([&] { return outcome.has_value(); });
        return *outcome;
    }

    TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    RoomsThread thread;
    std::optional<SqliteCredentials> credentials;
    std::optional<SqliteScreens> screens;
    ScreensFixture() { open(); }
};

TEST_CASE_METHOD(ScreensFixture, "an admitted screen is known after a restart") {
    const Issued issued = admitted(left_wall);
    CHECK(issued.grant == left_wall_of_xx);
    CHECK(issued.token.size() == 26);
    CHECK(credentials->admit(issued.token) == left_wall_of_xx);
    restart();
    CHECK(credentials->admit(issued.token) == left_wall_of_xx);
    const auto known = list();
    REQUIRE(known.size() == 1);
    CHECK(known[0].grant == left_wall_of_xx);
    CHECK(known[0].last_seen == std::nullopt);
}

TEST_CASE_METHOD(ScreensFixture, "a screen's token is valid for years and over restarts") {
    const std::string token = admitted(left_wall).token;
    credentials->drop_unused_printed();
    clock.time += std::chrono::hours{24 * 365 * 3};
    static_cast<void>(credentials->issue({RoomId{"xx"}, Role::chair}, "",
                                         clock.time + std::chrono::hours{1}, Origin::issued));
    CHECK(credentials->admit(token) == left_wall_of_xx);
}

TEST_CASE_METHOD(ScreensFixture, "an assigned screen keeps its id and its token") {
    const std::string token = admitted(left_wall).token;
    CHECK(assign("screen-1", lectern) == std::nullopt);
    CHECK(credentials->admit(token) == lectern_of_yy);
    restart();
    CHECK(credentials->admit(token) == lectern_of_yy);
    CHECK(list().size() == 1);
}

TEST_CASE_METHOD(ScreensFixture, "only the room that has a screen assigns or removes it") {
    const std::string token = admitted(left_wall).token;
    CHECK(assign("screen-1", lectern, "yy") == RegistryFault::elsewhere);
    CHECK(remove("screen-1", "yy") == RegistryFault::elsewhere);
    CHECK(credentials->admit(token) == left_wall_of_xx);
    CHECK(assign("screen-1", lectern, "xx") == std::nullopt);
    CHECK(remove("screen-1", "xx") == RegistryFault::elsewhere);
    CHECK(credentials->admit(token) == lectern_of_yy);
    CHECK(remove("screen-1", "yy") == std::nullopt);
}

TEST_CASE_METHOD(ScreensFixture, "a removed screen opens nothing, and its id is not reused") {
    const std::string token = admitted(left_wall).token;
    CHECK(remove("screen-1") == std::nullopt);
    CHECK(credentials->admit(token) == std::nullopt);
    CHECK(list().empty());
    CHECK(remove("screen-1") == RegistryFault::unknown_screen);
    CHECK(assign("screen-1", lectern) == RegistryFault::unknown_screen);
    restart();
    CHECK(admitted(left_wall).grant.screen->id == "screen-2");
}

TEST_CASE_METHOD(ScreensFixture, "an unknown screen id is rejected") {
    static_cast<void>(admitted(left_wall));
    for (const auto* id : {"", "1", "screen-", "screen-01", "screen-+1", "screen-1 ", "screen--1",
                           "screen-99999999999999999999", "connection-1"}) {
        INFO(id);
        CHECK(remove(id) == RegistryFault::unknown_screen);
    }
    CHECK(list().size() == 1);
}

TEST_CASE_METHOD(ScreensFixture, "screens that come and go while the disk is slow share a commit") {
    const WholeDisk whole;
    static_cast<void>(admitted(left_wall));
    Disk::instance().hold_syncs();
    screens->seen("screen-1");
    Disk::instance().wait_for_a_held_sync();
    const int before = Disk::instance().syncs();
    for (int i = 0; i < 100; ++i) screens->seen("screen-1");
    Disk::instance().let_go();
    CHECK(list().size() == 1);
    CHECK(Disk::instance().syncs() - before < 20);
}

TEST_CASE_METHOD(ScreensFixture, "a crowd with one new link is noted in one commit") {
    const WholeDisk whole;
    const std::string token =
        credentials->issue({RoomId{"xx"}, Role::delegation}, "shown",
                           nine_o_clock + std::chrono::hours{1}, Origin::issued);
    Disk::instance().hold_syncs();
    CHECK(credentials->admit(token).has_value());
    Disk::instance().wait_for_a_held_sync();
    const int before = Disk::instance().syncs();
    for (int i = 0; i < 100; ++i) CHECK(credentials->admit(token).has_value());
    Disk::instance().let_go();
    // Finishes what was posted.
    credentials.reset();
    CHECK(Disk::instance().syncs() - before < 20);
}

TEST_CASE_METHOD(ScreensFixture, "the time when a screen was last seen is stored") {
    static_cast<void>(admitted(left_wall));
    static_cast<void>(admitted(lectern));
    clock.time += std::chrono::minutes{5};
    screens->seen("screen-2");
    restart();
    const auto known = list();
    REQUIRE(known.size() == 2);
    CHECK(known[0].last_seen == std::nullopt);
    CHECK(known[1].last_seen == nine_o_clock + std::chrono::minutes{5});
}

TEST_CASE_METHOD(ScreensFixture, "revoking a screen's token removes the screen") {
    const std::string token = admitted(left_wall).token;
    CHECK(credentials->list()[0].grant == left_wall_of_xx);
    CHECK(credentials->revoke(credentials->list()[0].id));
    CHECK(list().empty());
}

TEST_CASE_METHOD(ScreensFixture, "the number of screens is bounded") {
    static_cast<void>(admitted(left_wall));
    Database(folder.path / "access.db", Database::Opening::existing)
        .execute(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
            "INSERT INTO screens (number, token, name, scene) SELECT i, 'token ' || i, '', 1 "
            "FROM n");
    CHECK(std::get<RegistryFault>(admit(left_wall)) == RegistryFault::full);
    CHECK(remove("screen-1") == std::nullopt);
    CHECK(admitted(left_wall).grant.screen->id == "screen-1001");
}

TEST_CASE_METHOD(ScreensFixture, "a screen that waits for the disk delays nobody else") {
    const std::string token = admitted(left_wall).token;
    const WholeDisk whole_disk;
    Disk::instance().hold_syncs();
    std::vector<std::string> answered;
    screens->admit_screen(lectern, [&](const auto&) { answered.emplace_back("admitted"); });
    screens->assign("screen-1", RoomId{"xx"}, lectern,
                    [&](auto) { answered.emplace_back("assigned"); });
    screens->remove("screen-1", RoomId{"yy"}, [&](auto) { answered.emplace_back("removed"); });
    screens->seen("screen-1");
    screens->list([&](const auto&) { answered.emplace_back("listed"); });
    Disk::instance().wait_for_a_held_sync();
    CHECK(credentials->admit(token) == left_wall_of_xx);
    CHECK(answered.empty());

    Disk::instance().let_go();
    thread.run_until([&] { return answered.size() == 4; });
    CHECK(answered == std::vector<std::string>{"admitted", "assigned", "removed", "listed"});
    CHECK(credentials->admit(token) == std::nullopt);
    CHECK(list().size() == 1);
}

TEST_CASE_METHOD(ScreensFixture, "a change to a screen fails on a full disk") {
    const std::string token = admitted(left_wall).token;
    const WholeDisk whole_disk;
    Disk::instance().fail_writes(ENOSPC);
    CHECK(std::get<RegistryFault>(admit(lectern)) == RegistryFault::unavailable);
    CHECK(assign("screen-1", lectern) == RegistryFault::unavailable);
    CHECK(remove("screen-1") == RegistryFault::unavailable);
    CHECK(credentials->admit(token) == left_wall_of_xx);
    CHECK(list().size() == 1);
    Disk::instance().fail_writes(0);
    CHECK(assign("screen-1", lectern) == std::nullopt);
    CHECK(credentials->admit(token) == lectern_of_yy);
}

TEST_CASE_METHOD(ScreensFixture, "the file contains no screen's token") {
    const std::string token = admitted(left_wall).token;
    screens.reset();
    credentials.reset();
    std::ifstream file(folder.path / "access.db", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    CHECK(bytes.find("Left wall") != std::string::npos);
    CHECK(bytes.find(token) == std::string::npos);
}

TEST_CASE("a list of tokens of an earlier version is upgraded and keeps its tokens") {
    const TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    const Schema& schema = access_schema();
    const Schema earlier{schema.name, schema.application_id, schema.steps.first(1)};
    open_or_make(folder.path / "access.db", earlier)
        .execute(
            "INSERT INTO tokens VALUES ('0123456789', x'00', 'xx', 1, 'kept', 1523430000000, "
            "1523433600000, 0, 0)");
    SqliteCredentials credentials(folder.path, clock, system_random_bytes());
    REQUIRE(credentials.list().size() == 1);
    CHECK(credentials.list()[0].label == "kept");
    CHECK(credentials.list()[0].grant.screen == std::nullopt);
    RoomsThread thread;
    SqliteScreens screens(folder.path, clock, system_random_bytes(), thread.executor());
    bool is_empty = false;
    screens.list(
        [&](const auto& result) { is_empty = std::get<std::vector<KnownScreen>>(result).empty(); });
    thread.run_until([&] { return is_empty; });
}

}  // namespace
}  // namespace rostrum::store::screens_test
