#include "net/phones.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::net;
using namespace rostrum::test;

namespace {

const EnterRoll enters{{"FR"}};

Actor sender(const std::string& secret) {
    return actor_of({RoomId{"xx"}, Role::delegation}, secret, "log");
}

using Placed = std::variant<Phones::Pending, Refusal>;

bool is_refused(const Placed& placed) {
    return std::holds_alternative<Refusal>(placed);
}

}  // namespace

TEST_CASE("phones: a phone is known by a hash of its secret, the same on each visit") {
    const std::string name = sender("phone-0123456789abcdef").device;
    CHECK(name.size() == 22);
    CHECK(name.starts_with("phone-"));
    CHECK(name != "phone-0123456789abcdef");
    CHECK(sender("phone-0123456789abcdef").device == name);
    CHECK(sender("phone-0123456789abcdee").device != name);
    CHECK(actor_of({RoomId{"xx"}, Role::delegation}, "phone-0123456789abcdef", "other").device !=
          name);
    CHECK(sender("").device.empty());
    CHECK(actor_of({RoomId{"xx"}, Role::chair}, "Tablet", "log").device == "Tablet");
}

TEST_CASE("phones: a card is known by its holder, whatever its phone says") {
    rooms::Grant grant{RoomId{"xx"}, Role::delegation};
    grant.holder = CardHolder{"FR", "", {}};
    CHECK(actor_of(grant, "one", "log").device == "card-FR");
    CHECK(actor_of(grant, "two", "log").holder == grant.holder);
}

TEST_CASE("phones: three of an address ask freely, three more wait, and no others") {
    const Stage stage = opened();
    Phones phones;
    std::vector<Placed> pending;
    for (int i = 0; i < 7; ++i) {
        Actor actor = sender("secret-" + std::to_string(i));
        pending.push_back(phones.place(actor, enters, stage.room, "192.0.2.1"));
        CHECK(actor.crowded == (i >= 3 && i < 6));
        CHECK(is_refused(pending.back()) == (i == 6));
    }
    CHECK(std::get<Refusal>(pending.back()).code == RefusalCode::too_many_phones);
    Actor again = sender("secret-0");
    CHECK_FALSE(is_refused(phones.place(again, enters, stage.room, "192.0.2.1")));
    CHECK_FALSE(again.crowded);
    Actor elsewhere = sender("secret-9");
    CHECK_FALSE(is_refused(phones.place(elsewhere, enters, stage.room, "192.0.2.2")));
    CHECK_FALSE(elsewhere.crowded);
}

TEST_CASE("phones: those that were refused or shut out take no place of their address") {
    Stage stage = opened();
    Phones phones;
    for (int i = 0; i < 9; ++i) {
        Actor refused = sender("secret-" + std::to_string(i));
        CHECK_FALSE(is_refused(phones.place(refused, enters, stage.room, "192.0.2.1")));
        CHECK_FALSE(refused.crowded);
    }
    for (const char* code : {"FR", "CH", "BR"}) {
        Actor asking = sender(code);
        const Placed pending = phones.place(asking, enters, stage.room, "192.0.2.1");
        stage.does(EnterRoll{{code}}, asking);
    }
    Actor next = sender("next");
    CHECK_FALSE(is_refused(phones.place(next, enters, stage.room, "192.0.2.1")));
    CHECK(next.crowded);
    stage.does(ShutOutPhone{sender("CH").device});
    CHECK_FALSE(is_refused(phones.place(next, enters, stage.room, "192.0.2.1")));
    CHECK_FALSE(next.crowded);
}

TEST_CASE("phones: an IPv6 address counts by its /64, since one phone can take any in it") {
    const Stage stage = opened();
    Phones phones;
    std::vector<Placed> pending;
    for (int i = 0; i < 4; ++i) {
        Actor actor = sender("secret-" + std::to_string(i));
        const std::string address = "2001:db8::" + std::to_string(i + 1);
        pending.push_back(phones.place(actor, enters, stage.room, address));
        CHECK(actor.crowded == (i == 3));
    }
    Actor other = sender("secret-9");
    CHECK_FALSE(is_refused(phones.place(other, enters, stage.room, "2001:db8:0:1::1")));
    CHECK_FALSE(other.crowded);
}

TEST_CASE("phones: watching, the podium and cards do not count, nor anybody without a limit") {
    Stage stage = opened();
    Phones phones;
    rooms::Grant card{RoomId{"xx"}, Role::delegation};
    card.holder = CardHolder{"FR", "", {}};
    for (int i = 0; i < 9; ++i) {
        Actor holder = actor_of(card, "x", "log");
        CHECK_FALSE(is_refused(phones.place(holder, enters, stage.room, "192.0.2.1")));
        Actor podium = chair;
        CHECK_FALSE(is_refused(phones.place(podium, enters, stage.room, "192.0.2.1")));
        Actor withdrawing = sender("secret-" + std::to_string(i));
        CHECK_FALSE(is_refused(
            phones.place(withdrawing, Withdraw{InscriptionId{"ask-1"}}, stage.room, "192.0.2.1")));
    }
    stage.does(SetAsking{{AskingBy::code, false, 0}}, secretariat);
    for (int i = 0; i < 9; ++i) {
        Actor actor = sender("free-" + std::to_string(i));
        CHECK_FALSE(is_refused(phones.place(actor, enters, stage.room, "192.0.2.1")));
        CHECK_FALSE(actor.crowded);
    }
}
