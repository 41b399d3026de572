#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "access_server.hpp"
#include "floor/limits.hpp"

namespace rostrum::store::access_test {
namespace {

TEST_CASE_METHOD(AccessSyncFixture, "lists that were made apart are joined whole") {
    AccessServer one{"one", clock, thread};
    AccessServer two{"two", clock, thread};
    one.serve();
    two.serve();
    const auto wall = one.pair(left_wall).value();
    const auto desk = two.pair(lectern).value();
    CHECK(wall.grant.screen->id == desk.grant.screen->id);
    const auto of_cuba = one.cards({cuba}).at(0);
    const auto of_peru = two.cards({peru}).at(0);
    CHECK(of_cuba.card.id == of_peru.card.id);
    one.join();
    two.join();
    one.learn_from(two);
    two.learn_from(one);
    for (AccessServer* server : {&one, &two}) {
        CHECK(server->admit(wall.token)->screen->name == "Left wall");
        CHECK(server->admit(desk.token)->screen->name == "Lectern");
        CHECK(server->screens().size() == 2);
        CHECK(server->admit(of_cuba.token)->holder == cuba.holder);
        CHECK(server->admit(of_peru.token)->holder == peru.holder);
        CHECK(server->credentials().drop_damaged() == 0);
    }
    CHECK(one.screens() == two.screens());
    CHECK(one.card_ids() == two.card_ids());
}

TEST_CASE_METHOD(AccessSyncFixture, "copies of one folder are one list, in the order of before") {
    AccessServer alone{"alone", clock, thread};
    alone.serve();
    const auto first = alone.pair(left_wall).value();
    const auto second = alone.pair(lectern).value();
    const auto cards = alone.cards({peru, cuba});
    alone.stop();
    a.stop();
    b.stop();
    copy(alone, a);
    copy(alone, b);
    a.join();
    b.join();
    exchange_all();
    for (AccessServer* server : {&a, &b, &c}) {
        const auto screens = server->screens();
        REQUIRE(screens.size() == 2);
        CHECK(screens == a.screens());
        CHECK(screens[0].screen->name == "Left wall");
        const auto list = server->card_list();
        REQUIRE(list.size() == 2);
        CHECK(server->card_ids() == a.card_ids());
        CHECK(list[0].holder == peru.holder);
        CHECK(server->admit(cards[1].token).has_value());
    }
    CHECK(a.pair(lectern)->grant.screen->id != b.pair(lectern)->grant.screen->id);
}

TEST_CASE_METHOD(AccessSyncFixture, "a backup that returns learns what was revoked since") {
    const std::string revoked = a.issue(chair_of_xx, ten_o_clock);
    exchange_all();
    a.stop();
    const AccessServer backup{"backup", clock, thread};
    copy(a, backup);
    a.join();
    a.revoke(revoked);
    std::string later;
    for (int i = 0; i < 20; ++i) later = a.issue(chair_of_xx, ten_o_clock);
    b.learn_from(a);
    a.stop();
    std::filesystem::remove(access_of(a.folder.path));
    copy(backup, a);
    a.join();
    CHECK(a.admit(revoked).has_value());
    const std::string first = a.issue(chair_of_xx, ten_o_clock);
    b.learn_from(a);
    CHECK(b.admit(first).has_value());
    a.learn_from(b);
    CHECK_FALSE(a.admit(revoked));
    CHECK(a.admit(later).has_value());
    exchange_all();
    for (AccessServer* server : {&b, &c}) CHECK_FALSE(server->admit(revoked));
}

TEST_CASE_METHOD(AccessSyncFixture, "a damaged row is received again, and ends nowhere else") {
    const std::string chair = a.issue(chair_of_xx, ten_o_clock);
    const auto wall = a.pair(left_wall);
    const auto card = a.cards({cuba}).at(0);
    exchange_all();
    const auto* damage = GENERATE("UPDATE tokens SET label = 'Clock' WHERE label = 'Label'",
                                  "UPDATE tokens SET id = '0123456789' WHERE label = 'Label'",
                                  "UPDATE screens SET number = 7", "DELETE FROM changes",
                                  "UPDATE cards SET number = 7");
    CAPTURE(damage);
    b.stop();
    b.database().execute(damage);
    b.join();
    const bool only_changes = std::string_view(damage).starts_with("DELETE");
    CHECK((b.credentials().drop_damaged() > 0) != only_changes);
    const std::string next = b.issue(chair_of_xx, ten_o_clock);
    exchange_all();
    for (AccessServer* server : {&a, &b, &c}) {
        CHECK(server->admit(chair) == chair_of_xx);
        CHECK(server->admit(wall->token) == wall->grant);
        CHECK(server->admit(card.token)->holder == cuba.holder);
        CHECK(server->admit(next) == chair_of_xx);
        CHECK(server->credentials().drop_damaged() == 0);
    }
    // Nothing is known here only.
    a.stop();
    std::filesystem::remove(access_of(a.folder.path));
    a.join();
    a.learn_from(b);
    CHECK(a.admit(chair) == chair_of_xx);
}

TEST_CASE_METHOD(AccessSyncFixture, "a start drops what this server printed, not another") {
    const std::string of_a = a.issue(chair_of_xx, ten_o_clock, Origin::printed);
    const std::string of_b = b.issue(chair_of_xx, ten_o_clock, Origin::printed);
    exchange_all();
    a.join();
    a.credentials().drop_unused_printed();
    exchange_all();
    for (AccessServer* server : {&a, &b, &c}) {
        CHECK_FALSE(server->admit(of_a));
        CHECK(server->admit(of_b).has_value());
    }
    // A copy of a server's folder is another server.
    const std::string next = a.issue(chair_of_xx, ten_o_clock, Origin::printed);
    a.stop();
    c.stop();
    copy(a, c);
    a.join();
    c.join();
    c.credentials().drop_unused_printed();
    exchange_all();
    CHECK(a.admit(next).has_value());
}

TEST_CASE("a list of tokens of the version before several servers keeps what opens") {
    const TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    const Schema before{access_schema().name, access_schema().application_id,
                        access_schema().steps.first(4)};
    const auto insert = [](const Database& database, const std::string& token,
                           std::string_view card) {
        const std::string hash = sha256(token);
        database
            .prepare(
                "INSERT INTO tokens (id, hash, room, role, label, issued_at_unix_ms, "
                "expires_at_unix_ms, printed, card) "
                "VALUES (?, ?, 'xx', 1, '', 0, ?, 0, nullif(?, ''))")
            .with(std::string_view(token_id(hash)), Blob{hash}, unix_ms(limits::latest), card)
            .run();
    };
    const std::string plain = "0123456789abcdefghjkmnpqrs";
    const std::string of_a_card = "1123456789abcdefghjkmnpqrs";
    const std::string without_card = "2123456789abcdefghjkmnpqrs";
    const std::string of_another = "3123456789abcdefghjkmnpqrs";
    {
        Database database = open_or_make(access_of(folder.path), before);
        database
            .prepare(
                "INSERT INTO cards (room, state_code, name, delegation, meeting, code_hash, "
                "issued_at_unix_ms) VALUES ('xx', 'CU', '', '', '', ?, 0), "
                "('xx', 'PE', '', '', '', x'01', 0)")
            .with(Blob{sha256("BCDFGH")})
            .run();
        insert(database, plain, "");
        insert(database, of_a_card, "1");
        insert(database, without_card, "1");
        insert(database, of_another, "1");
        // Damage.
        Statement change = database.prepare("UPDATE tokens SET card = nullif(?, 0) WHERE id = ?");
        change.with(std::int64_t{0}, std::string_view(token_id(sha256(without_card)))).run();
        change.with(std::int64_t{2}, std::string_view(token_id(sha256(of_another)))).run();
    }
    RoomsThread thread;
    SqliteCredentials credentials{folder.path, clock, system_random_bytes()};
    CHECK(credentials.drop_damaged() == 2);
    CHECK(credentials.admit(plain)->holder == std::nullopt);
    CHECK(credentials.admit(of_a_card)->holder == cuba.holder);
    CHECK_FALSE(credentials.admit(without_card));
    CHECK_FALSE(credentials.admit(of_another));
    SqliteCards cards{folder.path, clock, system_random_bytes(), thread.executor()};
    std::optional<bool> is_replaced;
    cards.issue(RoomId{"xx"}, {}, {"card-1"}, [&](const auto& outcome) {
        is_replaced = std::holds_alternative<std::vector<rooms::IssuedCard>>(outcome);
    });
    thread.run_until([&] { return is_replaced.has_value(); });
    CHECK(*is_replaced);
    CHECK_FALSE(credentials.admit(of_a_card));
    CHECK(credentials.drop_damaged() == 0);
}

}  // namespace
}  // namespace rostrum::store::access_test
