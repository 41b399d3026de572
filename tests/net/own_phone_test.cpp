// A phone hears whether it may ask: that is sent to this phone alone, and to the podium.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"

namespace rostrum::net {
namespace {

std::string joined(const std::vector<std::string>& messages) {
    std::string all;
    for (const std::string& message : messages) all += message + '\n';
    return all;
}

bool has(const std::string& text, const std::string& word) {
    return text.find(word) != std::string::npos;
}

/// Phone A asks for France; B, which would too, waits for approval.
struct TwoPhones {
    TwoPhones() {
        for (const auto& [token, role] : {std::pair{"phone-of-xx", Role::delegation},
                                          std::pair{"booth-of-xx", Role::interpreter}})
            world.credentials.grants[token] = {RoomId{"xx"}, role};
        enter(a, "phone-of-xx", "phone-aaaaaaaaaaaaaaaa");
        enter(b, "phone-of-xx", "phone-bbbbbbbbbbbbbbbb");
        enter(chair, "chair-of-xx");
        enter(display, "display-of-xx");
        enter(observer, "observer-of-xx");
        enter(lectern, "speaker-of-xx");
        enter(booth, "booth-of-xx");
        a.send_text(asks("entering-a"));
        for (Client* client : everybody) client->received();
    }
    static void enter(Client& client, const std::string& token, const std::string& device = "") {
        client.send_text(R"({"hello":{"token":")" + token + R"(","device":")" + device + R"("}})");
    }
    static std::string asks(const std::string& id) {
        return R"({"command":{"id":")" + id + R"(","enterRoll":{"stateCodes":["FR"]}}})";
    }
    [[nodiscard]] std::string name_of_b() const {
        return world.xx.writer.room().proceedings.meetings[0]->phones->back().device;
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
    Client a{context, "xx"};
    Client b{context, "xx"};
    Client chair{context, "xx"};
    Client display{context, "xx"};
    Client observer{context, "xx"};
    Client lectern{context, "xx"};
    Client booth{context, "xx"};
    std::vector<Client*> everybody{&a, &b, &chair, &display, &observer, &lectern, &booth};
};

TEST_CASE_METHOD(TwoPhones, "a phone that waits hears it, and of all others only the podium does") {
    b.send_text(asks("entering-b"));
    const std::string waiting = R"({"phone":{"device":")" + name_of_b() +
                                R"(","delegationId":"mission-fr",)"
                                R"("standing":"PHONE_STANDING_WAITING"}})";
    const auto received = b.received();
    REQUIRE(received.size() == 3);
    CHECK(starts(received[0], R"({"changed":)"));
    CHECK(!has(received[0], name_of_b()));
    CHECK(received[1] == waiting);
    CHECK(starts(received[2], R"({"accepted":)"));
    CHECK(has(joined(chair.received()), name_of_b()));
    for (Client* client : {&a, &display, &observer, &lectern, &booth}) {
        const std::string all = joined(client->received());
        CHECK(has(all, R"({"changed":)"));
        CHECK(!has(all, name_of_b()));
        CHECK(!has(all, "PHONE_STANDING"));
    }

    world.xx.submit("notice-1", ShowNotice{"Welcome."});
    CHECK(b.received().size() == 1);
}

TEST_CASE_METHOD(TwoPhones, "a phone that returns hears in Welcome that it waits") {
    b.send_text(asks("entering-b"));
    Client again{context, "xx"};
    enter(again, "phone-of-xx", "phone-bbbbbbbbbbbbbbbb");
    CHECK(has(again.received()[0], R"("phone":{"device":")" + name_of_b() +
                                       R"(","delegationId":"mission-fr",)"
                                       R"("standing":"PHONE_STANDING_WAITING"})"));
    Client other{context, "xx"};
    enter(other, "phone-of-xx", "phone-cccccccccccccccc");
    CHECK(!has(other.received()[0], "PHONE_STANDING"));
}

TEST_CASE_METHOD(TwoPhones, "a phone hears that it was allowed to ask, or shut out") {
    b.send_text(asks("entering-b"));
    b.received();
    world.xx.submit("allowing", AdmitPhones{{name_of_b()}});
    CHECK(has(joined(b.received()), R"("standing":"PHONE_STANDING_ADMITTED")"));
    world.xx.submit("shutting", ShutOutPhone{name_of_b()});
    CHECK(has(joined(b.received()), R"("standing":"PHONE_STANDING_SHUT_OUT")"));
    CHECK(!has(joined(a.received()), "PHONE_STANDING"));
}

}  // namespace
}  // namespace rostrum::net
