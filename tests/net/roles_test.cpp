// Every role against every command and every read, over WebSocket and HTTP: what is accepted, what
// is refused, and that a refusal leaves no trace.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"
#include "floor/command_table.hpp"
#include "live_server.hpp"
#include "net/http/api.hpp"
#include "net/http/routes.hpp"
#include "raw_client.hpp"
#include "role_commands.hpp"
#include "rostrum/v1/command.pb.h"
#include "wire/filled.hpp"
#include "wire/http.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::net::roles_test {
namespace {

constexpr std::array every_role{Role::chair,    Role::secretariat, Role::display,    Role::speaker,
                                Role::observer, Role::delegation,  Role::interpreter};

std::string token_of(Role role) {
    return std::string{wire::role_name(role)} + "-of-xx";
}

std::string hello_of(Role role) {
    return R"({"hello":{"token":")" + token_of(role) + R"(","device":"Device"}})";
}

std::string command(std::string_view fields) {
    return R"({"id":"command-1",)" + std::string{fields} + "}";
}

/// A room with a screen of every role, and what the screens receive after their Welcome.
struct RoleServer {
    explicit RoleServer() {
        for (const Role role : every_role) {
            world.credentials.grants[token_of(role)] = {RoomId{"xx"}, role};
            screens.push_back(std::make_unique<Client>(context, "xx"));
            screens.back()->send_text(hello_of(role));
            REQUIRE(starts(screens.back()->received().at(0), R"({"welcome")"));
        }
    }
    [[nodiscard]] std::size_t received() const {
        std::size_t frames = 0;
        for (const auto& screen : screens) frames += screen->received().size();
        return frames;
    }
    [[nodiscard]] std::size_t acts() { return world.xx.log.read(RoomId{"xx"}, Revision{}).size(); }

    /// Sends a command on a connection of this role and returns the answer.
    std::string send(Role role, std::string_view fields) {
        Client client(context, "xx");
        client.send_text(hello_of(role));
        client.received();
        client.send_text(R"({"command":)" + command(fields) + "}");
        for (std::string& message : client.received())
            if (!starts(message, R"({"changed")")) return std::move(message);
        return "nothing";
    }
    /// Sends the command over HTTP.
    http::Response post(Role role, std::string_view fields) {
        return ask({.method = "POST",
                    .path = "/api/v1/rooms/xx/commands",
                    .authorization = "Bearer " + token_of(role),
                    .device = "Phone",
                    .body = command(fields)});
    }
    http::Response ask(const http::Request& request) {
        std::optional<http::Response> given;
        http::answer(context, request,
                     [&](http::Response response) { given = std::move(response); });
        REQUIRE(given.has_value());
        return *given;
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
    std::vector<std::unique_ptr<Client>> screens;
};

Command read(std::string_view fields) {
    auto read = wire::read_command(command(fields));
    INFO(fields);
    REQUIRE(std::holds_alternative<wire::SentCommand>(read));
    return std::get<wire::SentCommand>(std::move(read)).command;
}

TEST_CASE("a connection receives nothing before its token is checked") {
    LiveServer server;
    RawClient silent(server.port());
    CHECK(silent.upgrade("xx", "rostrum.v1.json").status == 101);
    RawClient display(server.port());
    display.join("xx", "display-of-xx");
    server.show("For admitted clients.");
    CHECK(display.read_text().find("For admitted clients.") != std::string::npos);
    silent.send(client_frame(ping_opcode, "Is anybody there?"));
    const auto first = silent.read_frame();
    REQUIRE(first.has_value());
    CHECK(first->opcode == pong_opcode);
    CHECK(first->payload == "Is anybody there?");
}

constexpr std::string_view not_permitted = R"("code":"REFUSAL_CODE_NOT_PERMITTED")";

TEST_CASE("a command, its field and its kind of act have one number and one name") {
    for (const auto& [name, fields] : wire::filled_commands()) {
        CAPTURE(name);
        const auto* field = v1::Command::descriptor()->FindFieldByCamelcaseName(name);
        REQUIRE(field != nullptr);
        CHECK(wire::command_kind_number(kind_of(read(fields))) == field->number());
        std::string upper = "ACT_KIND_" + field->name();
        std::transform(upper.begin(), upper.end(), upper.begin(), ::toupper);
        CHECK(v1::ActKind_Name(field->number()) == upper);
    }
    CHECK(wire::command_kind_number(kind_of<FoundRoom>()) == v1::ACT_KIND_FOUND_ROOM);
}

/// Who may send a command is asked on the connection and over HTTP.
/// @return whether it was accepted
bool check_role(Role role, std::string_view fields) {
    INFO(wire::role_name(role) << " " << fields);
    // Which signals a speaker sends is tested below: this one is not the speaker's.
    const bool done_by = may(role, kind_of(read(fields))) && role != Role::speaker;

    RoleServer live;
    const std::string answer = live.send(role, fields);
    CHECK((answer.find(not_permitted) == std::string::npos) == done_by);
    const bool was_accepted = starts(answer, R"({"accepted")");
    CHECK(live.acts() == (was_accepted ? 3 : 2));
    CHECK(live.received() == (was_accepted ? every_role.size() : 0));

    RoleServer posted;
    const http::Response response = posted.post(role, fields);
    CHECK((response.status == 200) == was_accepted);
    CHECK((response.status == 403) == !done_by);
    CHECK((response.body->find(not_permitted) == std::string::npos) == done_by);
    CHECK(posted.acts() == (was_accepted ? 3 : 2));
    CHECK(posted.received() == (was_accepted ? every_role.size() : 0));
    return was_accepted;
}

TEST_CASE("each role may send exactly what the table says, and a refused command changes nothing") {
    std::vector<int> permitted;
    std::vector<int> accepted;
    for (const Role role : every_role) {
        permitted.push_back(0);
        accepted.push_back(0);
        for (const std::string_view fields : role_commands) {
            permitted.back() += may(role, kind_of(read(fields))) ? 1 : 0;
            accepted.back() += check_role(role, fields) ? 1 : 0;
        }
    }
    // chair, secretariat, display, speaker, observer, delegation, interpreter
    CHECK(permitted == std::vector{41, 49, 0, 1, 0, 3, 1});
    CHECK(accepted == std::vector{21, 24, 0, 0, 0, 1, 1});
}

TEST_CASE("each role may send exactly what the table says of a command that is not listed") {
    std::set<CommandKind> listed;
    for (const std::string_view fields : role_commands) listed.insert(kind_of(read(fields)));
    for (const auto& [name, fields] : wire::filled_commands()) {
        if (listed.contains(kind_of(read(fields)))) continue;
        for (const Role role : every_role) check_role(role, fields);
    }
}

TEST_CASE("each role may send exactly these signals") {
    const std::vector<std::string> kinds{
        R"("kind":"SIGNAL_KIND_CONCLUDE")",
        R"("kind":"SIGNAL_KIND_SLOW_DOWN")",
        R"("kind":"SIGNAL_KIND_MICROPHONE")",
        R"("kind":"SIGNAL_KIND_TEXT","text":"Please.")",
        R"("kind":"SIGNAL_KIND_HERE","delegationId":"a")",
        R"("kind":"SIGNAL_KIND_FLOOR_BACK","delegationId":"a")",
    };
    const std::map<Role, std::string> sent{
        {Role::chair, "1111.."},      {Role::secretariat, "1111.."}, {Role::display, "......"},
        {Role::speaker, "....11"},    {Role::observer, "......"},    {Role::delegation, "......"},
        {Role::interpreter, ".1...."}};
    for (const Role role : every_role) {
        std::string done;
        for (const std::string& kind : kinds) {
            RoleServer server;
            const std::string answer = server.send(role, R"("sendSignal":{)" + kind + "}");
            const bool accepted = starts(answer, R"({"accepted")");
            done += accepted ? '1' : '.';
            CHECK((answer.find(not_permitted) != std::string::npos) == !accepted);
            CHECK(server.acts() == (accepted ? 3 : 2));
        }
        INFO(wire::role_name(role));
        CHECK(done == sent.at(role));
    }
}

/// The status of each path: without a token, with a token of another room, and for each role.
struct Read {
    http::Endpoint endpoint;
    std::string_view method;
    std::string_view path;
    std::string_view body;
    int nobody;
    int from_elsewhere;
    /// chair, secretariat, display, speaker, observer, delegation, interpreter
    std::array<int, 7> roles;
};

constexpr std::array<int, 7> for_all{200, 200, 200, 200, 200, 200, 200};
constexpr std::array<int, 7> for_the_secretariat{403, 200, 403, 403, 403, 403, 403};
constexpr std::array<int, 7> for_the_podium{200, 200, 403, 403, 403, 403, 403};
constexpr std::array<int, 7> for_who_shows_it{404, 404, 404, 403, 403, 403, 403};

constexpr std::array<int, 7> for_nobody{404, 404, 404, 404, 404, 404, 404};
/// For the secretariat; this server issues none.
constexpr std::array<int, 7> without_cards{403, 404, 403, 403, 403, 403, 403};

constexpr std::string_view api = "/api/v1";
constexpr std::string_view one_screen = R"({"roomId":"xx","role":"ROLE_DISPLAY","name":"Wall"})";

std::vector<Read> every_read() {
    using enum http::Endpoint;
    return {
        {lobby, "GET", "/rooms", "", 200, 200, for_all},
        {snapshot, "GET", "/rooms/xx", "", 401, 403, for_all},
        {commands,
         "POST",
         "/rooms/xx/commands",
         "{",
         401,
         403,
         {400, 400, 400, 400, 400, 400, 400}},
        {live, "GET", "/rooms/xx/live", "", 426, 426, {426, 426, 426, 426, 426, 426, 426}},
        {access, "GET", "/access", "", 401, 200, for_all},
        {fit, "GET", "/rooms/xx/fit", "", 401, 403, for_the_podium},
        {list_order, "GET", "/rooms/xx/order", "", 401, 403, for_the_podium},
        {request_link, "GET", "/rooms/xx/floor-link", "", 401, 403, for_who_shows_it},
        {programme, "GET", "/rooms/xx/programme", "", 401, 403, for_the_secretariat},
        {run_sheet, "GET", "/rooms/xx/run-sheet", "", 401, 403, for_the_secretariat},
        {preview, "POST", "/programme/preview", "", 401, 403, for_the_secretariat},
        {figures, "GET", "/rooms/xx/figures", "", 401, 403, for_the_secretariat},
        {record, "GET", "/rooms/xx/record", "", 401, 403, for_the_secretariat},
        {pairings, "POST", "/pairings", "", 200, 200, for_all},
        {pairing, "GET", "/pairing", "", 404, 404, for_nobody},
        {screens, "GET", "/screens", "", 401, 403, for_the_secretariat},
        {screens, "POST", "/screens", one_screen, 401, 403, {403, 404, 403, 403, 403, 403, 403}},
        {screen,
         "PUT",
         "/screens/screen-9",
         one_screen,
         401,
         403,
         {403, 404, 403, 403, 403, 403, 403}},
        {screen, "DELETE", "/screens/screen-9", "", 401, 403, {403, 404, 403, 403, 403, 403, 403}},
        {identify,
         "POST",
         "/screens/screen-9/identify",
         "",
         401,
         403,
         {403, 404, 403, 403, 403, 403, 403}},
        {cards, "GET", "/rooms/xx/cards", "", 401, 403, without_cards},
        {cards, "POST", "/rooms/xx/cards", "{}", 401, 403, without_cards},
        {revoke_cards, "POST", "/rooms/xx/cards/revoke", "{}", 401, 403, without_cards},
        {open_card, "POST", "/cards/open", R"({"code":"BCDFGH"})", 404, 404, for_nobody},
        {sign_on, "GET", "", "", 404, 404, for_nobody},
        {healthz, "GET", "", "", 200, 200, for_all},
        {readyz, "GET", "", "", 200, 200, for_all},
        {metrics, "GET", "", "", 200, 200, for_all},
        {file, "GET", "", "", 200, 200, for_all},
    };
}

std::string path_of(const Read& read) {
    switch (read.endpoint) {
        case http::Endpoint::sign_on:
            return "/sign-on/xx";
        case http::Endpoint::healthz:
            return "/healthz";
        case http::Endpoint::readyz:
            return "/readyz";
        case http::Endpoint::metrics:
            return "/metrics";
        case http::Endpoint::file:
            return "/display/";
        default:
            return std::string{api} + std::string{read.path};
    }
}

TEST_CASE("each address answers each role as listed, and a refusal reveals nothing of the room") {
    std::set<http::Endpoint> asked;
    for (const Read& read : every_read()) {
        const http::Request plain{.method = std::string{read.method},
                                  .path = path_of(read),
                                  .body = std::string{read.body}};
        asked.insert(read.endpoint);
        const auto check = [&](RoleServer& server, const std::string& token, int status) {
            INFO(read.method << " " << plain.path << " by " << token);
            http::Request request = plain;
            if (!token.empty()) request.authorization = "Bearer " + token;
            const http::Response response = server.ask(request);
            CHECK(response.status == status);
            if (status >= 400) CHECK(response.body->find("National CSO") == std::string::npos);
            CHECK(server.acts() == 2);
            CHECK(server.received() == 0);
        };
        RoleServer server;
        check(server, "", read.nobody);
        check(server, "chair-of-yy", read.from_elsewhere);
        for (std::size_t i = 0; i < every_role.size(); ++i)
            check(server, token_of(every_role.at(i)), read.roles.at(i));
        // The secretariat of another room may manage the server's screens and files.
        CHECK(server.world.screens.known().empty());
    }
    CHECK(asked.size() == static_cast<std::size_t>(http::Endpoint::file) + 1);
}

}  // namespace
}  // namespace rostrum::net::roles_test
