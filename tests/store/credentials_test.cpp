#include <fstream>
#include <iterator>
#include <optional>

#include <catch2/catch.hpp>

#include "manual_clock.hpp"
#include "store/sqlite_credentials.hpp"
#include "store/store_error.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store {
namespace {

using rooms::Grant;

constexpr Instant nine_o_clock = instant_from_unix_ms(1'523'430'000'000);
constexpr Instant ten_o_clock = nine_o_clock + std::chrono::hours{1};

const Grant chair_of_xx{RoomId{"xx"}, Role::chair};
const Grant display_of_xx{RoomId{"xx"}, Role::display};

struct CredentialsFixture {
    void open() { credentials.emplace(folder.path, clock, system_random_bytes()); }
    /// Finishes pending notes first.
    void restart() {
        credentials.reset();
        open();
    }
    std::string issue(const Grant& grant, Origin origin) {
        return credentials->issue(grant, "Label", ten_o_clock, origin);
    }

    TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    std::optional<SqliteCredentials> credentials{std::in_place, folder.path, clock,
                                                 system_random_bytes()};
};

TEST_CASE_METHOD(CredentialsFixture, "a token opens its room in its role") {
    const std::string chair = issue(chair_of_xx, Origin::issued);
    const std::string display = issue(display_of_xx, Origin::issued);
    CHECK(chair.size() == 26);
    CHECK(chair != display);
    CHECK(credentials->admit(chair) == chair_of_xx);
    CHECK(credentials->admit(display) == display_of_xx);
    restart();
    CHECK(credentials->admit(chair) == chair_of_xx);
}

TEST_CASE_METHOD(CredentialsFixture, "anything else opens nothing") {
    std::string token = issue(chair_of_xx, Origin::issued);
    token.back() = token.back() == '0' ? '1' : '0';
    CHECK(credentials->admit(token) == std::nullopt);
    CHECK(credentials->admit("") == std::nullopt);
    CHECK(credentials->admit("' OR 1 = 1 --") == std::nullopt);
}

TEST_CASE_METHOD(CredentialsFixture, "the whole hash must fit, not only the id") {
    const std::string token = issue(chair_of_xx, Origin::issued);
    credentials.reset();
    Database(folder.path / "access.db", Database::Opening::existing)
        .execute("UPDATE tokens SET hash = CAST(substr(hash, 1, 31) || x'00' AS BLOB)");
    open();
    CHECK(credentials->admit(token) == std::nullopt);
}

TEST_CASE_METHOD(CredentialsFixture, "a token opens until it expires, and is then gone") {
    const std::string token = issue(chair_of_xx, Origin::issued);
    clock.time = ten_o_clock - Duration{1};
    CHECK(credentials->admit(token) == chair_of_xx);
    CHECK(credentials->list().size() == 1);
    clock.time = ten_o_clock;
    CHECK(credentials->admit(token) == std::nullopt);
    CHECK(credentials->list().empty());

    static_cast<void>(
        credentials->issue(display_of_xx, "", ten_o_clock + Duration{1}, Origin::issued));
    CHECK(Database(folder.path / "access.db", Database::Opening::existing)
              .number("SELECT count(*) FROM tokens") == 1);
}

TEST_CASE_METHOD(CredentialsFixture, "the list shows everything except the tokens") {
    const std::string chair =
        credentials->issue(chair_of_xx, "Chair's tablet", ten_o_clock, Origin::printed);
    clock.time += Duration{1};
    static_cast<void>(issue(display_of_xx, Origin::issued));
    static_cast<void>(credentials->admit(chair));
    restart();

    const std::vector<TokenInfo> list = credentials->list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].grant == display_of_xx);
    CHECK(list[0].origin == Origin::issued);
    CHECK_FALSE(list[0].used);
    CHECK(list[1] == TokenInfo{list[1].id, chair_of_xx, "Chair's tablet", nine_o_clock, ten_o_clock,
                               Origin::printed, true});
    CHECK(list[1].id.size() == 10);
}

TEST_CASE_METHOD(CredentialsFixture, "a revoked token opens nothing") {
    const std::string token = issue(chair_of_xx, Origin::issued);
    CHECK_FALSE(credentials->revoke("0000000000"));
    CHECK(credentials->revoke(credentials->list()[0].id));
    CHECK(credentials->admit(token) == std::nullopt);
    CHECK(credentials->list().empty());
}

TEST_CASE_METHOD(CredentialsFixture, "unused printed tokens are dropped, the others stay") {
    const std::string used = issue(display_of_xx, Origin::printed);
    const std::string unused = issue(chair_of_xx, Origin::printed);
    const std::string issued = issue(chair_of_xx, Origin::issued);
    CHECK(credentials->admit(used) == display_of_xx);
    restart();
    credentials->drop_unused_printed();
    CHECK(credentials->admit(used) == display_of_xx);
    CHECK(credentials->admit(unused) == std::nullopt);
    CHECK(credentials->admit(issued) == chair_of_xx);
}

TEST_CASE_METHOD(CredentialsFixture, "a token issued by another process opens at once") {
    SqliteCredentials other(folder.path, clock, system_random_bytes());
    const std::string token = other.issue(chair_of_xx, "", ten_o_clock, Origin::issued);
    CHECK(credentials->admit(token) == chair_of_xx);
    CHECK(other.revoke(other.list()[0].id));
    CHECK(credentials->admit(token) == std::nullopt);
}

TEST_CASE_METHOD(CredentialsFixture, "the end of an admitted token is reported once") {
    const std::string kept = issue(chair_of_xx, Origin::issued);
    const std::string revoked = issue(display_of_xx, Origin::issued);
    const std::string never_came = issue(display_of_xx, Origin::issued);
    const std::string id = credentials->admit(revoked)->token;
    static_cast<void>(credentials->admit(kept));
    CHECK(credentials->ended().empty());

    SqliteCredentials other(folder.path, clock, system_random_bytes());
    CHECK(other.revoke(id));
    CHECK(credentials->ended() == std::vector{id});
    CHECK(credentials->ended().empty());

    clock.time = ten_o_clock - Duration{1};
    CHECK(credentials->ended().empty());
    clock.time = ten_o_clock;
    CHECK(credentials->ended().size() == 1);
    CHECK(credentials->ended().empty());
}

TEST_CASE_METHOD(CredentialsFixture, "a rotated token has the same grant, and the old one none") {
    const std::string old = issue(chair_of_xx, Origin::issued);
    const std::string id = credentials->admit(old)->token;
    const auto outcome = credentials->rotate(id, ten_o_clock, nine_o_clock);
    const auto& rotated = std::get<SqliteCredentials::Rotated>(outcome);
    CHECK(rotated.grant == chair_of_xx);
    CHECK(credentials->admit(rotated.token) == chair_of_xx);
    CHECK(credentials->admit(old) == std::nullopt);
    CHECK(credentials->ended() == std::vector{id});
    REQUIRE(credentials->list().size() == 1);
    CHECK(credentials->list()[0].label == "Label");
    CHECK(credentials->list()[0].expires_at == ten_o_clock);
}

TEST_CASE_METHOD(CredentialsFixture, "the old token may stay valid for a while") {
    const std::string old = issue(chair_of_xx, Origin::issued);
    const std::string id = credentials->admit(old)->token;
    const Instant day_after = ten_o_clock + std::chrono::hours{24};
    SqliteCredentials other(folder.path, clock, system_random_bytes());
    static_cast<void>(other.rotate(id, day_after, nine_o_clock + std::chrono::minutes{5}));
    CHECK(credentials->admit(old) == chair_of_xx);
    CHECK(credentials->ended().empty());
    clock.time = nine_o_clock + std::chrono::minutes{5};
    CHECK(credentials->ended() == std::vector{id});
    CHECK(credentials->admit(old) == std::nullopt);

    // The grace does not extend the old token's life.
    const std::string other_old = issue(display_of_xx, Origin::issued);
    static_cast<void>(
        credentials->rotate(credentials->admit(other_old)->token, day_after, day_after));
    clock.time = ten_o_clock;
    CHECK(credentials->admit(other_old) == std::nullopt);
}

TEST_CASE_METHOD(CredentialsFixture, "a screen's token is not rotated") {
    const auto rotate = [&](const std::string& id) {
        return std::get<SqliteCredentials::RotationFault>(
            credentials->rotate(id, ten_o_clock, nine_o_clock));
    };
    CHECK(rotate("0000000000") == SqliteCredentials::RotationFault::unknown_token);
    const std::string token = issue(display_of_xx, Origin::issued);
    const std::string id = credentials->admit(token)->token;
    Database(folder.path / "access.db", Database::Opening::existing)
        .execute("INSERT INTO screens (token, name, scene) VALUES ('" + id + "', 'Wall', 1)");
    CHECK(rotate(id) == SqliteCredentials::RotationFault::of_a_paired_screen);
    CHECK(credentials->admit(token).has_value());
}

TEST_CASE_METHOD(CredentialsFixture, "the file contains no token") {
    const std::string token = issue(chair_of_xx, Origin::issued);
    CHECK(credentials->admit(token) == chair_of_xx);
    credentials.reset();
    std::ifstream file(folder.path / "access.db", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    CHECK(bytes.find("xx") != std::string::npos);
    CHECK(bytes.find(token) == std::string::npos);
}

TEST_CASE_METHOD(CredentialsFixture, "a damaged list of tokens admits nobody") {
    credentials.reset();
    const auto file = folder.path / "access.db";
    std::filesystem::resize_file(file, 0);
    CHECK_THROWS_WITH(open(), "The list of tokens " + file.string() +
                                  " cannot be used: it is not a list of tokens of Rostrum.");
}

}  // namespace
}  // namespace rostrum::store
