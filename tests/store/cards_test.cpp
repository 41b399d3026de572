#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "floor/limits.hpp"
#include "manual_clock.hpp"
#include "rooms_thread.hpp"
#include "store/access_schema.hpp"
#include "store/card_code.hpp"
#include "store/screen_rows.hpp"
#include "store/sha256.hpp"
#include "store/sqlite_cards.hpp"
#include "store/sqlite_credentials.hpp"
#include "store/worker.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store::cards_test {
namespace {

using rooms::Card;
using rooms::CardFault;
using rooms::IssuedCard;
using rooms::NewCard;
using rooms::OpenedCard;

constexpr Instant nine_o_clock = instant_from_unix_ms(1'523'430'000'000);
const RoomId xx{"xx"};
const RoomId yy{"yy"};

const NewCard cuba{{.state_code = "CU", .name = "", .delegation = {}}, ""};
const NewCard peru{{.state_code = "PE", .name = "", .delegation = {}}, ""};
const NewCard union_{{.state_code = "", .name = "European Union", .delegation = {}},
                     "eu@un.example"};
const NewCard institute{{.state_code = "", .name = "Institute", .delegation = DelegationId{"nhri"}},
                        ""};

struct CardsFixture {
    template <class Outcome, class Ask>
    Outcome outcome_of(Ask ask) {
        std::optional<Outcome> outcome;
        ask([&](const Outcome& result) { outcome = result; });
        thread.run_until([&] { return outcome.has_value(); });
        return *outcome;
    }
    using Issued = std::variant<std::vector<IssuedCard>, CardFault>;
    Issued issue(const std::vector<NewCard>& added, const std::vector<std::string>& replaced = {},
                 const RoomId& room = xx) {
        return outcome_of<Issued>(
            [&](auto done) { registry.issue(room, added, replaced, std::move(done)); });
    }
    std::vector<IssuedCard> issued(const std::vector<NewCard>& added,
                                   const std::vector<std::string>& replaced = {}) {
        const Issued outcome = issue(added, replaced);
        REQUIRE(std::holds_alternative<std::vector<IssuedCard>>(outcome));
        return std::get<std::vector<IssuedCard>>(outcome);
    }
    std::optional<CardFault> revoke(const std::vector<std::string>& ids, const RoomId& room = xx) {
        return outcome_of<std::optional<CardFault>>(
            [&](auto done) { registry.revoke(room, ids, std::move(done)); });
    }
    using Opened = std::variant<OpenedCard, CardFault>;
    Opened open(const std::string& code) {
        return outcome_of<Opened>([&](auto done) { registry.open(code, std::move(done)); });
    }
    std::string opened(const std::string& code) { return std::get<OpenedCard>(open(code)).token; }
    Opened sign_on(const std::string& identity, const RoomId& room = xx) {
        return outcome_of<Opened>(
            [&](auto done) { registry.sign_on(room, identity, std::move(done)); });
    }
    std::vector<Card> list(const RoomId& room = xx) {
        using Listed = std::variant<std::vector<Card>, CardFault>;
        return std::get<std::vector<Card>>(
            outcome_of<Listed>([&](auto done) { registry.list(room, std::move(done)); }));
    }
    std::optional<CardHolder> holder_by(const std::string& token) {
        const auto grant = credentials.admit(token);
        if (!grant) return std::nullopt;
        CHECK(grant->room == xx);
        CHECK(grant->role == Role::delegation);
        return grant->holder;
    }

    TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    RoomsThread thread;
    /// One for both, so that a use is noted before the next list.
    std::shared_ptr<Worker> worker = std::make_shared<Worker>();
    SqliteCredentials credentials{folder.path, clock, system_random_bytes(), worker};
    SqliteCards registry{folder.path, clock, system_random_bytes(), thread.executor(), worker};
};

TEST_CASE("the code of a card is six consonants, read as people type it") {
    const std::string code = draw_card_code(system_random_bytes());
    CHECK(code.size() == 6);
    CHECK(code.find_first_not_of("BCDFGHJKLMNPQRSTVWXYZ") == std::string::npos);
    CHECK(read_card_code("bcd-FGH") == "BCDFGH");
    CHECK(read_card_code(" B C D F G H") == "BCDFGH");
    for (const auto* wrong : {"", "BCDFG", "BCDFGHJ", "ACDFGH", "0CDFGH", "BCDFG\xC3\x89",
                              "B    C    D    F    G    H"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_card_code(wrong));
    }
}

TEST_CASE("every letter of a code is equally likely") {
    // Bytes 252 to 255 would favour the first letters.
    CHECK(draw_card_code([next = 250U](std::size_t size) mutable {
              std::string bytes;
              for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(next++);
              return bytes;
          }) == "YZBCDF");
}

TEST_CASE_METHOD(CardsFixture, "a card opens in its holder's name by its link and by its code") {
    const auto cards = issued({cuba, union_, institute});
    REQUIRE(cards.size() == 3);
    CHECK(cards[0].card.id == "card-1");
    CHECK(holder_by(cards[0].token) == cuba.holder);
    CHECK(holder_by(cards[1].token) == union_.holder);
    CHECK(holder_by(opened(cards[2].code)) == institute.holder);
    CHECK(std::get<CardFault>(open("BCDFGH")) == CardFault::unknown_code);
    CHECK(std::get<CardFault>(open("nonsense")) == CardFault::unreadable_code);
}

TEST_CASE_METHOD(CardsFixture, "the list shows whose the cards are and whether they are used") {
    const auto cards = issued({cuba, union_});
    CHECK(holder_by(opened(cards[1].code)).has_value());
    const std::vector<Card> known = list();
    REQUIRE(known.size() == 2);
    CHECK(known[0].holder == cuba.holder);
    CHECK(known[0].issued_at == nine_o_clock);
    CHECK(known[0].replaced_at == std::nullopt);
    CHECK_FALSE(known[0].used);
    CHECK(known[1].identity == "eu@un.example");
    CHECK(known[1].used);
    CHECK(list(yy).empty());
}

TEST_CASE_METHOD(CardsFixture, "a replaced card opens by its new secrets only, at once") {
    const auto first = issued({cuba, peru});
    const std::string phone = opened(first[0].code);
    CHECK(holder_by(phone) == cuba.holder);
    CHECK(credentials.ended().empty());

    clock.time += std::chrono::minutes{5};
    const auto second = issued({}, {"card-1"});
    REQUIRE(second.size() == 1);
    CHECK(second[0].card.holder == cuba.holder);
    CHECK(second[0].card.replaced_at == clock.time);
    CHECK(std::get<CardFault>(open(first[0].code)) == CardFault::unknown_code);
    CHECK(holder_by(first[0].token) == std::nullopt);
    CHECK(credentials.ended().size() == 1);
    CHECK(holder_by(phone) == std::nullopt);
    CHECK(holder_by(second[0].token) == cuba.holder);
    CHECK(holder_by(opened(second[0].code)) == cuba.holder);
    CHECK(holder_by(first[1].token) == peru.holder);
    CHECK(list().size() == 2);
}

TEST_CASE_METHOD(CardsFixture, "a revoked card opens nothing, and its id is not reused") {
    const auto cards = issued({cuba, peru});
    const std::string phone = opened(cards[1].code);
    CHECK(holder_by(phone).has_value());
    CHECK(revoke({"card-2"}) == std::nullopt);
    CHECK(holder_by(phone) == std::nullopt);
    CHECK(holder_by(cards[1].token) == std::nullopt);
    CHECK(std::get<CardFault>(open(cards[1].code)) == CardFault::unknown_code);
    CHECK(holder_by(cards[0].token) == cuba.holder);
    CHECK(issued({peru})[0].card.id == "card-3");
}

TEST_CASE_METHOD(CardsFixture, "what cannot be done as a whole changes nothing") {
    const auto cards = issued({cuba});
    CHECK(std::get<CardFault>(issue({peru, cuba})) == CardFault::taken);
    CHECK(std::get<CardFault>(issue({peru}, {"card-1", "card-9"})) == CardFault::unknown_card);
    for (const auto* wrong : {"card-0", "card-01", "card-", "1", "screen-1", "card-1x"}) {
        CAPTURE(wrong);
        CHECK(std::get<CardFault>(issue({}, {wrong})) == CardFault::unknown_card);
    }
    CHECK(revoke({"card-1", "card-9"}) == CardFault::unknown_card);
    CHECK(list().size() == 1);
    CHECK(holder_by(cards[0].token) == cuba.holder);

    NewCard same_identity = peru;
    same_identity.identity = union_.identity;
    CHECK(std::get<CardFault>(issue({union_, same_identity})) == CardFault::taken);
    NewCard looks_the_same = union_;
    looks_the_same.holder.name = " European \u200BUNION";
    looks_the_same.identity.clear();
    CHECK(std::get<CardFault>(issue({union_, looks_the_same})) == CardFault::taken);
}

TEST_CASE_METHOD(CardsFixture, "the cards of another room are out of reach") {
    issued({cuba});
    CHECK(std::get<CardFault>(issue({}, {"card-1"}, yy)) == CardFault::unknown_card);
    CHECK(revoke({"card-1"}, yy) == CardFault::unknown_card);
    CHECK(std::holds_alternative<std::vector<IssuedCard>>(issue({cuba}, {}, yy)));
    CHECK(list().size() == 1);
}

TEST_CASE_METHOD(CardsFixture, "a room has at most 400 cards, each with a code of its own") {
    std::vector<NewCard> all;
    for (std::size_t i = 0; i < limits::cards_a_room; ++i)
        all.push_back({{.state_code = "", .name = std::to_string(i), .delegation = {}}, ""});
    std::set<std::string> codes;
    for (const IssuedCard& one : issued(all)) codes.insert(one.code);
    CHECK(codes.size() == 400);
    CHECK(std::get<CardFault>(issue({cuba})) == CardFault::full);
    CHECK(list().size() == 400);
}

TEST_CASE_METHOD(CardsFixture, "a code opens eight devices; the ninth ends the first") {
    const IssuedCard card = issued({cuba})[0];
    std::vector<std::string> devices;
    for (int i = 0; i < 9; ++i) {
        clock.time += std::chrono::seconds{1};
        devices.push_back(opened(card.code));
    }
    CHECK(holder_by(devices[0]) == std::nullopt);
    CHECK(holder_by(devices[1]) == cuba.holder);
    CHECK(holder_by(devices[8]) == cuba.holder);
    CHECK(holder_by(card.token) == cuba.holder);
}

TEST_CASE_METHOD(CardsFixture, "a sign-on opens the card of that identity or State for 12 hours") {
    issued({cuba, union_, institute});
    const auto by_identity = sign_on("eu@un.example");
    const std::string token = std::get<OpenedCard>(by_identity).token;
    CHECK(std::get<OpenedCard>(by_identity).grant.holder == union_.holder);
    CHECK(holder_by(token) == union_.holder);
    CHECK(std::get<OpenedCard>(sign_on("CU")).grant.holder == cuba.holder);
    for (const auto* nobody : {"", "PE", "cu", "EU@UN.EXAMPLE", "Institute", "nhri", "eu"}) {
        CAPTURE(nobody);
        CHECK(std::get<CardFault>(sign_on(nobody)) == CardFault::unknown_code);
    }
    CHECK(std::get<CardFault>(sign_on("CU", yy)) == CardFault::unknown_code);
    clock.time += std::chrono::hours{12};
    CHECK(holder_by(token) == std::nullopt);
}

TEST_CASE_METHOD(CardsFixture,
                 "a card outlives years and restarts, and its token cannot be rotated") {
    const IssuedCard card = issued({cuba})[0];
    clock.time += std::chrono::hours{24 * 365 * 3};
    credentials.drop_unused_printed();
    CHECK(holder_by(card.token) == cuba.holder);
    const auto tokens = credentials.list();
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].label == "link of a card");
    CHECK(std::get<SqliteCredentials::RotationFault>(
              credentials.rotate(tokens[0].id, clock.time + std::chrono::hours{1}, clock.time)) ==
          SqliteCredentials::RotationFault::of_a_card);
}

TEST_CASE_METHOD(CardsFixture, "the file holds no code and no token") {
    const IssuedCard card = issued({cuba})[0];
    const Database database = connect(access_of(folder.path));
    Statement rows = database.prepare("SELECT code_hash FROM cards UNION SELECT hash FROM tokens");
    while (rows.next()) CHECK(rows.bytes(0).size() == 32);
    Statement texts = database.prepare("SELECT count(*) FROM tokens WHERE id = ? OR label = ?");
    texts.with(std::string_view(card.token), std::string_view(card.code)).next();
    CHECK(texts.integer(0) == 0);
}

TEST_CASE("a list of tokens of the version before cards keeps its tokens and its screens") {
    const TemporaryFolder folder;
    rooms::ManualClock clock{nine_o_clock};
    const Schema before{access_schema().name, access_schema().application_id,
                        access_schema().steps.first(3)};
    const std::string token = "0123456789abcdefghjkmnpqrs";
    {
        Database database = open_or_make(access_of(folder.path), before);
        const std::string hash = sha256(token);
        database
            .prepare(
                "INSERT INTO tokens (id, hash, room, role, label, issued_at_unix_ms, "
                "expires_at_unix_ms, printed) VALUES (?, ?, 'xx', 1, '', 0, ?, 0)")
            .with(std::string_view(token_id(hash)), Blob{hash}, unix_ms(limits::latest))
            .run();
    }
    SqliteCredentials credentials{folder.path, clock, system_random_bytes()};
    REQUIRE(credentials.admit(token).has_value());
    CHECK(credentials.admit(token)->room == xx);
    CHECK(credentials.admit(token)->holder == std::nullopt);
    CHECK(credentials.drop_damaged() == 0);
}

TEST_CASE_METHOD(CardsFixture, "what cards go through damages no seal") {
    issued({cuba, union_});
    issued({}, {"card-1"});
    CHECK(holder_by(opened(issued({peru})[0].code)) == peru.holder);
    CHECK(holder_by(std::get<OpenedCard>(sign_on("eu@un.example")).token) == union_.holder);
    static_cast<void>(
        credentials.issue({.room = xx, .role = Role::chair}, "", limits::latest, Origin::issued));
    CHECK(list().size() == 3);
    CHECK(credentials.drop_damaged() == 0);
}

TEST_CASE_METHOD(CardsFixture, "a changed row of a card opens nothing, and leaves the others") {
    const auto cards = issued({cuba, union_});
    const std::string phone = opened(cards[0].code);
    // A bit that changes on the disk sets off no trigger.
    connect(access_of(folder.path)).execute("DROP TRIGGER changed_card_is_sealed");
    const auto* changed = GENERATE(
        "room = 'yy'", "state_code = 'US'", "name = 'Cuba'", "delegation = 'x'", "identity = 'cu'",
        "code_hash = x'00'", "issued_at_unix_ms = 1", "replaced_at_unix_ms = 1", "number = 9");
    CAPTURE(changed);
    connect(access_of(folder.path))
        .execute("UPDATE cards SET " + std::string(changed) + " WHERE number = 1");
    CHECK(credentials.drop_damaged() > 0);
    CHECK(holder_by(cards[0].token) == std::nullopt);
    CHECK(holder_by(phone) == std::nullopt);
    CHECK(std::get<CardFault>(open(cards[0].code)) == CardFault::unknown_code);
    CHECK(holder_by(cards[1].token) == union_.holder);
    CHECK(holder_by(opened(cards[1].code)) == union_.holder);
    CHECK(credentials.drop_damaged() == 0);
}

TEST_CASE_METHOD(CardsFixture,
                 "a token that names another card, or none that is there, opens nothing") {
    const auto cards = issued({cuba, union_, peru});
    connect(access_of(folder.path))
        .execute(
            "UPDATE tokens SET code_hash = (SELECT code_hash FROM cards WHERE number = 2) "
            "WHERE code_hash = (SELECT code_hash FROM cards WHERE number = 1)");
    Database database = connect(access_of(folder.path));
    database.execute("DROP TRIGGER tokens_go_with_their_card");
    database.execute("DELETE FROM cards WHERE number = 3");
    CHECK_FALSE(credentials.admit(cards[2].token));
    CHECK(credentials.drop_damaged() == 2);
    CHECK_FALSE(credentials.admit(cards[0].token));
    CHECK_FALSE(credentials.admit(cards[2].token));
    CHECK(holder_by(cards[1].token) == union_.holder);
}

TEST_CASE_METHOD(CardsFixture, "a card that another process replaces does not open meanwhile") {
    const std::string code = issued({cuba})[0].code;
    Database other = connect(access_of(folder.path));
    std::optional<Opened> outcome;
    {
        Transaction replacing(other);
        registry.open(code, [&](const Opened& opened) { outcome = opened; });
        // Time enough to read the card before the other process has replaced it.
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        other.execute("UPDATE cards SET code_hash = x'00'");
        other.execute("DELETE FROM tokens");
        replacing.commit();
    }
    thread.run_until([&] { return outcome.has_value(); });
    CHECK(std::get<CardFault>(*outcome) == CardFault::unknown_code);
    CHECK(other.number("SELECT count(*) FROM tokens") == 0);
}

}  // namespace
}  // namespace rostrum::store::cards_test
