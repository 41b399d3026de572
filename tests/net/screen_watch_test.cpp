#include "net/screen_watch.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"

namespace rostrum::net {
namespace {

struct Watched {
    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
    std::vector<std::function<void()>> tasks;

    Watched() {
        context.screen_watch = std::make_shared<ScreenWatch>(
            context.connections, [this](std::function<void()> task) { tasks.push_back(task); });
        for (const auto& [token, role] : {std::pair{"speaker-of-xx", Role::speaker},
                                          std::pair{"booth-of-xx", Role::interpreter},
                                          std::pair{"phone-of-xx", Role::delegation}})
            world.credentials.grants[token] = {RoomId{"xx"}, role};
    }

    std::unique_ptr<Client> enter(const std::string& token, const std::string& room = "xx") {
        auto client = std::make_unique<Client>(context, room);
        client->send_text(R"({"hello":{"token":")" + token + R"(","watchesScreens":true}})");
        return client;
    }
    void later() {
        for (const auto& task : std::exchange(tasks, {})) task();
    }
    /// What a client was sent last, of several frames.
    static std::string last(const std::unique_ptr<Client>& client) {
        const auto received = client->received();
        return received.empty() ? "" : received.back();
    }
};

const std::string visible =
    R"("shows":{"visible":true,"scene":"SCENE_UNSPECIFIED",)"
    R"("display":"DISPLAY_MODE_UNSPECIFIED","delegationId":"","signalId":"8","noticeId":"0"})";

TEST_CASE_METHOD(Watched, "the chair hears which screens are there, and what they show") {
    const auto chair = enter("chair-of-xx");
    later();
    CHECK(last(chair) == R"({"roomScreens":{"alike":[]}})");

    const auto display = enter("display-of-xx");
    const auto lectern = enter("speaker-of-xx");
    lectern->send_text(R"({"shows":{"visible":true,"signalId":8}})");
    CHECK(tasks.size() == 1);
    later();
    const auto received = chair->received();
    REQUIRE(received.size() == 1);
    CHECK(received[0] == R"({"roomScreens":{"alike":[{"role":"ROLE_DISPLAY","count":1},)"
                         R"({"role":"ROLE_SPEAKER","count":1,)" +
                             visible + "}]}}");

    lectern->send_text(R"({"shows":{"visible":true,"signalId":8}})");
    CHECK(tasks.empty());

    lectern->connection->abandon();
    later();
    CHECK(last(chair) == R"({"roomScreens":{"alike":[{"role":"ROLE_DISPLAY","count":1}]}})");
}

TEST_CASE_METHOD(Watched, "only those who act on it hear it, of their own room, if they ask") {
    const auto booth = enter("booth-of-xx");
    const auto elsewhere = enter("chair-of-yy", "yy");
    Client quiet(context, "xx");
    quiet.send_text(R"({"hello":{"token":"chair-of-xx"}})");
    const auto phone = enter("phone-of-xx");
    const auto lectern = enter("speaker-of-xx");
    later();
    for (Client* client : {booth.get(), elsewhere.get(), &quiet, phone.get(), lectern.get()})
        client->received();
    const auto display = enter("display-of-xx");
    later();
    CHECK(last(booth).find(R"("role":"ROLE_DISPLAY","count":1)") != std::string::npos);
    for (Client* client : {elsewhere.get(), &quiet, phone.get(), lectern.get()})
        CHECK(client->received().empty());
}

TEST_CASE_METHOD(Watched, "what a phone of a delegation says of itself is ignored") {
    const auto chair = enter("chair-of-xx");
    const auto phone = enter("phone-of-xx");
    later();
    chair->received();
    phone->received();
    phone->send_text(R"({"shows":{"visible":true,"signalId":8}})");
    CHECK(tasks.empty());
    CHECK(phone->received().empty());
    Client early(context, "xx");
    early.send_text(R"({"shows":{"visible":true}})");
    CHECK(starts(early.received()[0], R"({"refused":{"id":"","code":"REFUSAL_CODE_MALFORMED")"));
}

TEST_CASE_METHOD(Watched, "what was read on the private line is for its two ends only") {
    const auto desk = enter("secretariat-of-xx");
    const auto chair = enter("chair-of-xx");
    const auto booth = enter("booth-of-xx");
    const auto lectern = enter("speaker-of-xx");
    const auto display = enter("display-of-xx");
    const auto phone = enter("phone-of-xx");
    const auto elsewhere = enter("chair-of-yy", "yy");
    later();
    for (const auto* client : {&desk, &chair, &booth, &lectern, &display, &phone, &elsewhere})
        (*client)->received();
    chair->send_text(R"({"shows":{"visible":true,"signalId":8}})");
    later();
    const std::string read = R"({"role":"ROLE_CHAIR","count":1,)" + visible + "}";
    CHECK(last(desk).find(read) != std::string::npos);
    CHECK(last(chair).find(read) != std::string::npos);
    CHECK(last(booth).find("ROLE_CHAIR") == std::string::npos);
    for (const auto* client : {&lectern, &display, &phone, &elsewhere})
        CHECK((*client)->received().empty());
}

TEST_CASE_METHOD(Watched, "beyond a hundred kinds of screens, what each shows is left out") {
    std::vector<std::unique_ptr<Client>> lecterns;
    for (int i = 1; i <= 102; ++i) {
        lecterns.push_back(enter("speaker-of-xx"));
        lecterns.back()->send_text(R"({"shows":{"signalId":)" + std::to_string(i) + "}}");
    }
    const auto alike = alike_screens(*context.connections, RoomId{"xx"}, Role::chair);
    CHECK(alike.size() == 101);
    CHECK(alike[0].count == 2);
    CHECK(!alike[0].shows);
}

}  // namespace
}  // namespace rostrum::net
