// Secrets stay secret: in random meetings every name, device and signal is a unique mark, and every
// frame of every role in both encodings, and every HTTP answer, is searched for them.
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"
#include "floor/random_commands.hpp"
#include "net/http/api.hpp"
#include "wire/http.hpp"

namespace rostrum::net::secrets_test {
namespace {

constexpr std::array every_role{Role::chair,    Role::secretariat, Role::display,    Role::speaker,
                                Role::observer, Role::delegation,  Role::interpreter};

int seeds() {
    return std::getenv("ROSTRUM_THOROUGH") == nullptr ? 12 : 1000;
}

/// `NAME-17.`: the full stop keeps 1 from matching 17.
std::string mark(const std::string& kind, std::uint64_t number) {
    return kind + "-" + std::to_string(number) + ".";
}

/// The numbers of all marks of a kind in a text.
std::set<std::uint64_t> marks_in(const std::string& text, const std::string& kind) {
    std::set<std::uint64_t> numbers;
    const std::string before = kind + "-";
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1))
        numbers.insert(std::strtoull(text.c_str() + at + before.size(), nullptr, 10));
    return numbers;
}

struct Watcher {
    Role role;
    std::unique_ptr<Client> client;
};

class Meetings {
public:
    explicit Meetings(std::uint64_t seed) : commands_(seed) {
        for (const Role role : every_role) {
            const std::string token = token_of(role);
            world_.credentials.grants[token] = {RoomId{"xx"}, role};
            for (const auto encoding : {wire::Encoding::json, wire::Encoding::protobuf}) {
                watchers_.push_back({role, std::make_unique<Client>(context_, "xx", encoding)});
                greet(watchers_.back(), encoding);
            }
        }
    }

    void step() {
        world_.clock.time += commands_.pause();
        const Room& room = world_.xx.writer.room();
        test::Sent sent = commands_.one_in(2)
                              ? commands_.outside_the_floor(room)
                              : test::Sent{commands_.at_the_table(room), commands_.next(room)};
        sent.actor.device = mark(device_kind(sent.actor.role), ++last_);
        const auto given = marked(sent.command);
        bool accepted = false;
        world_.xx.writer.submit(sent.actor, CommandId{"command-" + std::to_string(++last_)},
                                sent.command, [&](const rooms::Answer& answer) {
                                    accepted = std::holds_alternative<rooms::Accepted>(answer);
                                });
        if (accepted) note(sent.command, given);
        for (Watcher& watcher : watchers_)
            for (const std::string& frame : watcher.client->received()) search(watcher.role, frame);
    }

    /// Reads everything that HTTP offers.
    void read_all() {
        for (const Role role : every_role)
            for (const std::string path : {"", "/fit", "/floor-link", "/programme", "/figures"})
                search(role, get(role, "/api/v1/rooms/xx" + path));
        search_names(get(Role::secretariat, "/api/v1/rooms/xx/record"));
        search(Role::display, get(Role::display, "/api/v1/rooms"));
        search(Role::display, get(Role::display, "/metrics"));
        for (const Role role : every_role) {
            Watcher late{role, std::make_unique<Client>(context_, "xx")};
            late.client->send_text(hello(role));
            for (const std::string& frame : late.client->received()) search(role, frame);
        }
    }

    std::size_t names_seen = 0;
    std::size_t names_withheld = 0;
    std::size_t signals_seen = 0;

private:
    using Given = std::vector<std::pair<PlateOfMeeting, std::uint64_t>>;

    static std::string token_of(Role role) { return "TOKEN-" + std::string{wire::role_name(role)}; }
    static std::string hello(Role role) {
        return R"({"hello":{"token":")" + token_of(role) + R"("}})";
    }
    /// A protobuf message with this field 1.
    static std::string field_1(const std::string& bytes) {
        return std::string{'\x0A', static_cast<char>(bytes.size())} + bytes;
    }
    static std::string device_kind(Role role) {
        const bool at_the_podium = role == Role::chair || role == Role::secretariat;
        return at_the_podium || role == Role::speaker ? "PODIUM" : "PHONE";
    }
    static bool is_podium(Role role) { return role == Role::chair || role == Role::secretariat; }

    static void greet(Watcher& watcher, wire::Encoding encoding) {
        if (encoding == wire::Encoding::json) {
            watcher.client->send_text(hello(watcher.role));
        } else {
            // Field 1 of ClientMessage is Hello, and field 1 of Hello the token.
            const std::string token = field_1(token_of(watcher.role));
            watcher.client->connection->receive(field_1(token), false);
        }
        REQUIRE(watcher.client->received().size() == 1);
    }

    std::string get(Role role, const std::string& path) {
        std::optional<http::Response> given;
        http::answer(context_,
                     {.method = "GET", .path = path, .authorization = "Bearer " + token_of(role)},
                     [&](http::Response response) { given = std::move(response); });
        REQUIRE(given.has_value());
        return given->body ? *given->body : "";
    }

    /// Marks the secrets in a command; returns its names.
    Given marked(Command& command) {
        Given given;
        if (auto* named = std::get_if<NameSpeaker>(&command)) {
            named->name = mark("NAME", ++last_);
            given.push_back({{named->meeting, named->delegation}, last_});
        } else if (auto* planned = std::get_if<PlanMeetings>(&command)) {
            for (PlannedMeeting& meeting : planned->meetings)
                for (PlannedDelegation& panellist : meeting.panel) {
                    if (commands_.one_in(2)) continue;
                    panellist.speaker_name = mark("NAME", ++last_);
                    given.push_back({{meeting.id, panellist.id}, last_});
                }
        } else if (auto* signal = std::get_if<SendSignal>(&command)) {
            if (!signal->text.empty()) signal->text = mark("SIGNAL", ++last_);
        }
        return given;
    }

    void note(const Command& command, const Given& given) {
        for (const auto& [plate, number] : given) names_[plate].insert(number);
        if (const auto* withheld = std::get_if<WithholdName>(&command))
            forbid({withheld->meeting, withheld->delegation});
        if (const auto* erased = std::get_if<EraseName>(&command))
            forbid({erased->meeting, erased->delegation});
    }
    void forbid(const PlateOfMeeting& plate) {
        names_withheld += names_[plate].size();
        forbidden_.merge(names_[plate]);
        names_.erase(plate);
    }

    static std::string without_phones(std::string text) {
        constexpr std::string_view list = R"("phones":[)";
        if (const auto start = text.find(list); start != std::string::npos)
            text.erase(start, text.find(']', start) - start);
        return text;
    }
    void search_names(const std::string& text) {
        const auto names = marks_in(text, "NAME");
        names_seen += names.size();
        for (const std::uint64_t name : names) REQUIRE_FALSE(forbidden_.contains(name));
    }
    void search(Role role, const std::string& text) {
        INFO(text);
        search_names(text);
        const auto signals = marks_in(text, "SIGNAL");
        signals_seen += signals.size();
        if (view_of(role) == View::everybody) REQUIRE(signals.empty());
        // The devices of the podium reach only the podium. Those of phones are in the list of
        // phones, and for the podium in their requests, but never the actor of an act. JSON shows
        // where.
        if (!is_podium(role) && text.starts_with('{'))
            REQUIRE(marks_in(without_phones(text), "PHONE").empty());
        for (const char* anonymous : {"ROLE_DELEGATION", "ROLE_INTERPRETER"})
            REQUIRE(text.find('"' + std::string(anonymous) + R"(","device":"P)") ==
                    std::string::npos);
        if (!is_podium(role)) REQUIRE(marks_in(text, "PODIUM").empty());
        REQUIRE(text.find("TOKEN-") == std::string::npos);
        REQUIRE(text.find("-of-xx") == std::string::npos);
    }

    World world_{[](const std::function<void()>& task) { task(); }};
    Context context_ = world_.context();
    test::RandomCommands commands_;
    std::vector<Watcher> watchers_;
    std::uint64_t last_ = 0;
    std::map<PlateOfMeeting, std::set<std::uint64_t>> names_;
    std::set<std::uint64_t> forbidden_;
};

TEST_CASE("no withheld name, device, signal or token reaches an unauthorised role", "[.secrets]") {
    std::size_t names_seen = 0;
    std::size_t names_withheld = 0;
    std::size_t signals_seen = 0;
    for (int seed = 1; seed <= seeds(); ++seed) {
        CAPTURE(seed);
        Meetings meetings(static_cast<std::uint64_t>(seed));
        for (int i = 0; i < 200; ++i) {
            meetings.step();
            if (i % 20 == 19) meetings.read_all();
        }
        names_seen += meetings.names_seen;
        names_withheld += meetings.names_withheld;
        signals_seen += meetings.signals_seen;
    }
    // The marks were there to be found.
    CHECK(names_seen > 1000);
    CHECK(names_withheld > 10);
    CHECK(signals_seen > 10);
}

}  // namespace
}  // namespace rostrum::net::secrets_test
