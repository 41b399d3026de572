#include <cerrno>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "access_server.hpp"
#include "disk.hpp"
#include "floor/limits.hpp"
#include "store/access_changes.hpp"
#include "store/access_merge.hpp"
#include "store/card_rows.hpp"

namespace rostrum::store::access_test {
namespace {

TEST_CASE_METHOD(AccessSyncFixture, "what is issued on one server opens on all, by one more too") {
    const std::string chair = a.issue(chair_of_xx, ten_o_clock);
    const auto wall = a.pair(left_wall);
    const auto card = a.cards({cuba}).at(0);
    b.learn_from(a);
    c.learn_from(b);
    CHECK(c.admit(chair) == chair_of_xx);
    CHECK(c.admit(wall->token) == wall->grant);
    CHECK(c.screens() == std::vector{wall->grant});
    CHECK(c.admit(card.token)->holder == cuba.holder);
    CHECK(c.card_list().at(0).id == card.card.id);
    const std::string device = c.open(card.code);
    CHECK(c.admit(device)->holder == cuba.holder);
    a.learn_from(c);
    CHECK(a.admit(device)->holder == cuba.holder);
    for (AccessServer* server : {&a, &b, &c}) CHECK(server->credentials().drop_damaged() == 0);
}

TEST_CASE_METHOD(AccessSyncFixture, "a revocation on one server ends the sessions on another") {
    const std::string chair = a.issue(chair_of_xx, ten_o_clock);
    const auto wall = a.pair(left_wall);
    const auto card = a.cards({cuba}).at(0);
    b.learn_from(a);
    const std::string device = b.open(card.code);
    std::vector<std::string> ids;
    for (const std::string& token : {chair, wall->token, card.token, device})
        ids.push_back(b.admit(token)->token);
    std::ranges::sort(ids);
    CHECK(b.credentials().ended().empty());

    CHECK(a.revoke(chair));
    a.remove(wall->grant);
    a.revoke_card(card.card.id);
    b.learn_from(a);
    CHECK(b.credentials().ended() == ids);
    CHECK(b.open(card.code).empty());
    CHECK(b.screens().empty());
}

TEST_CASE_METHOD(AccessSyncFixture, "servers that know the same say nothing to each other") {
    const auto wall = a.pair(left_wall);
    CHECK(a.admit(wall->token).has_value());
    exchange_all();
    for (int i = 0; i < 3; ++i) {
        clock.time += minutes{1};
        a.seen(wall->grant);
        CHECK(a.admit(wall->token).has_value());
    }
    CHECK(a.screens().size() == 1);
    CHECK(b.ask(a) == "");
    // After a start all is said again, which is not worth a commit.
    a.join();
    const std::string answer = b.ask(a).value();
    CHECK_FALSE(answer.empty());
    const int syncs = Disk::instance().syncs();
    CHECK(b.take(a, answer).has_value());
    CHECK(Disk::instance().syncs() == syncs);
}

TEST_CASE_METHOD(AccessSyncFixture, "the first use of a token is known to all, and no later one") {
    const auto card = a.cards({cuba}).at(0);
    exchange_all();
    CHECK(b.admit(card.token).has_value());
    b.join();
    exchange_all();
    CHECK(a.card_list().at(0).used);
    CHECK(b.admit(card.token).has_value());
    CHECK(b.card_list().at(0).used);
    CHECK(a.ask(b) == "");
}

TEST_CASE_METHOD(AccessSyncFixture, "a screen is where it was assigned last") {
    const auto wall = a.pair(left_wall);
    // More often than b has seen changes.
    for (int i = 0; i < 5; ++i) a.assign(wall->grant, left_wall);
    exchange_all();
    b.assign(wall->grant, lectern);
    const std::optional<AccessSync::Taken> taken = a.take(b, a.ask(b).value());
    REQUIRE(taken->reassigned.size() == 1);
    CHECK(taken->reassigned[0].room == RoomId{"yy"});
    CHECK(taken->reassigned[0].screen ==
          rooms::PairedScreen{wall->grant.screen->id, "Lectern", Scene::automatic});
    CHECK(a.admit(wall->token) == b.admit(wall->token));
    // At the same time: one of them holds, whole.
    const Grant lectern_there = a.screens().at(0);
    for (const AccessServer* server : {&a, &b})
        server->database().execute("UPDATE sync SET latest = 100");
    a.assign(lectern_there, {RoomId{"xx"}, Role::display, "A", Scene::list});
    b.assign(lectern_there, {RoomId{"zz"}, Role::speaker, "B", Scene::automatic});
    exchange_all();
    const Grant held = a.admit(wall->token).value();
    CHECK((held.screen->name == "A") == (held.room == RoomId{"xx"}));
    for (AccessServer* server : {&b, &c}) CHECK(server->admit(wall->token) == held);
}

TEST_CASE_METHOD(AccessSyncFixture,
                 "a change of a screen's name alone, or of its role, is passed on") {
    const auto wall = a.pair(left_wall);
    exchange_all();
    a.database().execute("UPDATE screens SET name = 'Right wall'");
    b.learn_from(a);
    CHECK(b.admit(wall->token)->screen->name == "Right wall");
    a.database().execute("UPDATE tokens SET room = 'yy'");
    b.learn_from(a);
    CHECK(b.admit(wall->token)->room == RoomId{"yy"});
}

TEST_CASE_METHOD(AccessSyncFixture, "the letters of a card that is gone are not drawn again") {
    Database database = a.database();
    std::string drawn("\1\2\1\3");
    const RandomBytes random = [&](std::size_t size) {
        constexpr std::size_t of_a_code = 6;
        if (size != of_a_code) return system_random_bytes()(size);
        const std::string letters(size, drawn.front());
        drawn.erase(0, 1);
        return letters;
    };
    const auto code = [&](const std::vector<rooms::NewCard>& added,
                          const std::vector<std::string>& replaced) {
        const auto issued =
            issue_cards(database, random, RoomId{"xx"}, added, replaced, clock.now());
        return std::get<std::vector<rooms::IssuedCard>>(issued).at(0).code;
    };
    CHECK(code({cuba}, {}) == "CCCCCC");
    CHECK(code({}, a.card_ids()) == "DDDDDD");
    CHECK(code({peru}, {}) == "FFFFFF");
}

TEST_CASE_METHOD(AccessSyncFixture, "what has ended stays so, whatever is done to it elsewhere") {
    const auto wall = a.pair(left_wall);
    exchange_all();
    a.remove(wall->grant);
    b.assign(wall->grant, lectern);
    b.assign(b.screens().at(0), left_wall);
    exchange_all();
    for (AccessServer* server : {&a, &b, &c}) CHECK_FALSE(server->admit(wall->token));
}

TEST_CASE_METHOD(AccessSyncFixture, "a server that was away brings nothing back that ended") {
    const std::string revoked = a.issue(chair_of_xx, ten_o_clock);
    const std::string rotated = a.issue(display_of_xx, ten_o_clock);
    const std::string at_once = a.issue(display_of_xx, ten_o_clock);
    const auto card = a.cards({cuba}).at(0);
    const auto gone = a.cards({peru}).at(0);
    exchange_all();
    c.stop();
    a.revoke(revoked);
    const auto rotate = [&](const std::string& token, Instant ends) {
        static_cast<void>(a.credentials().rotate(a.admit(token)->token, ten_o_clock, ends));
    };
    rotate(rotated, nine_o_clock + minutes{5});
    rotate(at_once, nine_o_clock);
    a.cards({}, {card.card.id});
    a.cards({}, {gone.card.id});
    a.revoke_card(gone.card.id);
    clock.time += minutes{6};
    static_cast<void>(a.issue(chair_of_xx, ten_o_clock));
    b.learn_from(a);
    c.join();
    exchange_all();
    for (AccessServer* server : {&a, &b, &c})
        for (const std::string& token : {revoked, rotated, at_once, card.token, gone.token}) {
            CAPTURE(server->name, token);
            CHECK_FALSE(server->admit(token));
        }
}

TEST_CASE_METHOD(AccessSyncFixture, "an end is forgotten when the token would have expired") {
    const auto known = [&] { return a.database().number("SELECT count(*) FROM changes"); };
    const std::int64_t before = known();
    a.revoke(a.issue(chair_of_xx, ten_o_clock));
    a.remove(a.pair(left_wall)->grant);
    CHECK(known() == before + 2);
    CHECK(a.database().number("SELECT max(until) / 86400000 - unixepoch() / 86400 FROM changes") ==
          366);
    clock.time = ten_o_clock;
    a.join();
    CHECK(known() == before + 1);
    clock.time = limits::latest - minutes{1};
    a.join();
    CHECK(known() == before);
}

TEST_CASE_METHOD(AccessSyncFixture, "an expired token is no change") {
    static_cast<void>(a.issue(chair_of_xx, ten_o_clock));
    exchange_all();
    clock.time = ten_o_clock;
    const std::string next = a.issue(chair_of_xx, ten_o_clock + minutes{1});
    const std::string answer = b.ask(a).value();
    CHECK(answer.find("\"row\":null") == std::string::npos);
    b.take(a, answer);
    CHECK(b.admit(next).has_value());
}

TEST_CASE_METHOD(AccessSyncFixture, "a device that opened by a code replaced elsewhere is out") {
    const auto card = a.cards({cuba}).at(0);
    exchange_all();
    const auto replaced = a.cards({}, {card.card.id}).at(0);
    const std::string device = b.open(card.code);
    CHECK(b.admit(device).has_value());
    exchange_all();
    for (AccessServer* server : {&a, &b, &c}) {
        CHECK_FALSE(server->admit(device));
        CHECK_FALSE(server->admit(card.token));
        CHECK(server->admit(replaced.token)->holder == cuba.holder);
        CHECK(server->open(card.code).empty());
        CHECK(server->card_list().size() == 1);
    }
}

TEST_CASE_METHOD(AccessSyncFixture, "a card issued on two servers at once is one card on all") {
    const auto of_a = a.cards({peru, cuba});
    const auto of_b = b.cards({cuba});
    exchange_all();
    // That of a came after another change: it has the greater version.
    for (AccessServer* server : {&a, &b, &c}) {
        CHECK(server->card_list().size() == 2);
        CHECK(server->admit(of_a[1].token)->holder == cuba.holder);
        CHECK_FALSE(server->admit(of_b[0].token));
        CHECK(server->open(of_b[0].code).empty());
        CHECK(server->card_ids() == a.card_ids());
    }
    rooms::NewCard named = peru;
    named.holder = {.state_code = "", .name = "Union", .delegation = {}};
    named.identity = "union@un.example";
    static_cast<void>(b.cards({named}));
    named.holder.name = "The Union";
    static_cast<void>(c.cards({named}));
    exchange_all();
    for (AccessServer* server : {&a, &b, &c}) CHECK(server->card_list().size() == 3);
}

TEST_CASE_METHOD(AccessSyncFixture, "changes come in pages") {
    std::vector<std::string> tokens;
    for (int i = 0; i < 5; ++i) tokens.push_back(a.issue(chair_of_xx, ten_o_clock));
    a.revoke(tokens[3]);
    Database of_b = b.database();
    AccessPlace known;
    int pages = 0;
    while (true) {
        const std::string answer = access_changes(a.database(), access_request(known), 2);
        const AppliedAccess applied = apply_access(of_b, answer, clock.now());
        CHECK(applied.after == known.place);
        known = applied.known;
        ++pages;
        if (!applied.is_more) break;
    }
    CHECK(pages == 3);
    CHECK(access_changes(a.database(), access_request(known)).empty());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        CAPTURE(i);
        CHECK(b.admit(tokens[i]).has_value() == (i != 3));
    }
}

TEST_CASE_METHOD(AccessSyncFixture, "what another version of the server says does no harm") {
    const std::string chair = a.issue(chair_of_xx, ten_o_clock);
    std::string answer = b.ask(a).value();
    const auto replace = [&](const std::string& from, const std::string& to) {
        REQUIRE(answer.find(from) != std::string::npos);
        answer.replace(answer.find(from), from.size(), to);
    };
    SECTION("another field, another kind") {
        replace("\"room\":", "\"floor\":7,\"room\":");
        replace("\"changes\":[", "\"kind\":\"x\",\"changes\":[{\"badge\":\"1\",\"version\":1},");
        CHECK(b.take(a, answer).has_value());
        CHECK(b.admit(chair) == chair_of_xx);
    }
    SECTION("another role") {
        replace("\"role\":1", "\"role\":99");
        CHECK(b.take(a, answer).has_value());
        CHECK(b.credentials().list().empty());
    }
    SECTION("a row without a room") {
        replace("\"room\":\"xx\",", "");
        CHECK_FALSE(b.take(a, answer).has_value());
        CHECK(b.credentials().list().empty());
        CHECK(b.learn_from(a));
        CHECK(b.admit(chair) == chair_of_xx);
    }
    SECTION("a version that nobody has") {
        replace("\"version\":", "\"version\":99999");
        replace("\"version\":99999", "\"version\":99999999999");
        CHECK_FALSE(b.take(a, answer).has_value());
    }
    SECTION("no JSON") {
        CHECK_FALSE(b.take(a, "{").has_value());
    }
}

TEST_CASE_METHOD(AccessSyncFixture, "what a full disk kept out is asked again") {
    const std::string chair = a.issue(chair_of_xx, ten_o_clock);
    const std::string answer = b.ask(a).value();
    const WholeDisk whole;
    Disk::instance().fail_writes(ENOSPC);
    CHECK_FALSE(b.take(a, answer).has_value());
    Disk::instance().fail_writes(0);
    CHECK_FALSE(b.admit(chair).has_value());
    CHECK(b.learn_from(a));
    CHECK(b.admit(chair) == chair_of_xx);
}

}  // namespace
}  // namespace rostrum::store::access_test
