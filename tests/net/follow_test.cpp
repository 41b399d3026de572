// A screen that follows a room holds what a screen that joins now receives: random meetings with
// two screens of each view in each encoding. One follows, the other joins after every act.
#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "client.hpp"
#include "fakes.hpp"
#include "floor/random_commands.hpp"
#include "rostrum/v1/live.pb.h"
#include "wire/http.hpp"

namespace rostrum::net::follow_test {
namespace {

using namespace std::chrono_literals;

constexpr std::array one_role_of_each_view{Role::display, Role::speaker, Role::chair};
constexpr std::array every_encoding{wire::Encoding::json, wire::Encoding::protobuf};

/// The bytes of each section by its name.
using Held = std::map<std::string, std::string>;

/// The part of a room in one message.
struct Update {
    std::uint64_t previous = 0;
    std::uint64_t revision = 0;
    Held sections;
};

Update read_protobuf(const std::string& bytes) {
    v1::ServerMessage message;
    REQUIRE(message.ParseFromString(bytes));
    const bool is_welcome = message.has_welcome();
    const v1::Room& room = is_welcome ? message.welcome().room() : message.changed().sections();
    Update update{message.changed().previous_revision(),
                  is_welcome ? message.welcome().revision() : message.changed().revision(),
                  {}};
    std::vector<const google::protobuf::FieldDescriptor*> sections;
    room.GetReflection()->ListFields(room, &sections);
    for (const auto* section : sections)
        update.sections[section->json_name()] =
            room.GetReflection()->GetMessage(room, section).SerializeAsString();
    return update;
}

Update read_json(const std::string& text) {
    const auto message = boost::json::parse(text).as_object();
    const auto number = [](const auto& inner, const char* name) {
        return inner.contains(name) ? std::stoull(std::string{inner.at(name).as_string()}) : 0;
    };
    const bool is_welcome = message.contains("welcome");
    const auto& inner = message.at(is_welcome ? "welcome" : "changed").as_object();
    Update update{number(inner, "previousRevision"), number(inner, "revision"), {}};
    for (const auto& [name, section] : inner.at(is_welcome ? "room" : "sections").as_object())
        update.sections[std::string{name}] = boost::json::serialize(section);
    return update;
}

class Follower {
public:
    Follower(Context& context, Role role, wire::Encoding encoding)
        : encoding_(encoding), client_(context, "xx", encoding) {
        const std::string token = token_of(role);
        // In protobuf, field 1 of ClientMessage is Hello, and field 1 of Hello the token.
        const auto field_1 = [](const std::string& bytes) {
            return std::string{'\x0A', static_cast<char>(bytes.size())} + bytes;
        };
        client_.connection->receive(encoding == wire::Encoding::json
                                        ? R"({"hello":{"token":")" + token + R"("}})"
                                        : field_1(field_1(token)),
                                    encoding == wire::Encoding::json);
        read();
    }

    void read() {
        for (const std::string& message : client_.received()) {
            Update update =
                encoding_ == wire::Encoding::json ? read_json(message) : read_protobuf(message);
            if (!held_.empty()) REQUIRE(update.previous == revision_);
            revision_ = update.revision;
            for (auto& [name, section] : update.sections) held_[name] = std::move(section);
        }
    }

    static std::string token_of(Role role) { return "token-" + std::string{wire::role_name(role)}; }
    [[nodiscard]] const Held& held() const { return held_; }
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

private:
    wire::Encoding encoding_;
    Client client_;
    std::uint64_t revision_ = 0;
    Held held_;
};

struct Meeting {
    Meeting() {
        for (const Role role : one_role_of_each_view) {
            world.credentials.grants[Follower::token_of(role)] = {RoomId{"xx"}, role};
            for (const auto encoding : every_encoding)
                followers.push_back(
                    {role, encoding, std::make_unique<Follower>(context, role, encoding)});
        }
    }

    /// Returns whether the command was accepted.
    bool execute(const Actor& actor, const Command& command) {
        const Revision before = room.revision;
        world.xx.writer.submit(actor, CommandId{"command-" + std::to_string(++commands)}, command,
                               [](const rooms::Answer&) {});
        return room.revision != before;
    }
    void compare() {
        for (const auto& [role, encoding, follower] : followers) {
            follower->read();
            const Follower joined(context, role, encoding);
            REQUIRE(follower->revision() == joined.revision());
            for (const auto& [section, bytes] : joined.held()) {
                CAPTURE(wire::role_name(role), section);
                REQUIRE(follower->held().at(section) == bytes);
            }
            REQUIRE(follower->held().size() == joined.held().size());
        }
    }
    void done(const Command& command) {
        REQUIRE(execute({Role::secretariat, "Laptop"}, command));
        compare();
    }
    [[nodiscard]] const rostrum::Meeting& meeting() const { return *current_meeting(room); }

    struct Following {
        Role role{};
        wire::Encoding encoding{};
        std::unique_ptr<Follower> follower;
    };
    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
    const Room& room = world.xx.writer.room();
    std::vector<Following> followers;
    int commands = 0;
};

TEST_CASE("after every act, a screen that followed holds what one that joins receives") {
    int acts = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        test::RandomCommands commands(seed);
        Meeting meeting;
        for (int i = 0; i < 150; ++i) {
            meeting.world.clock.time += commands.pause();
            const auto [actor, command] =
                commands.one_in(3)
                    ? commands.outside_the_floor(meeting.room)
                    : test::Sent{commands.at_the_table(meeting.room), commands.next(meeting.room)};
            CAPTURE(command.index());
            if (!meeting.execute(actor, command)) continue;
            ++acts;
            meeting.compare();
        }
    }
    CHECK(acts > 500);
}

TEST_CASE("a warning that is set during a statement reaches the screens that follow") {
    Meeting meeting;
    meeting.done(Next{std::nullopt, std::nullopt});
    Rules rules = meeting.room.rules;
    rules.warning = 15s;
    meeting.done(SetRules{rules});
}

TEST_CASE("time that is set for an interrupted statement reaches the screens that follow") {
    Meeting meeting;
    meeting.done(Next{std::nullopt, std::nullopt});
    const InscriptionId inscription = meeting.meeting().statement->inscription;
    const StatementId statement = meeting.meeting().statement->id;
    meeting.done(RaisePointOfOrder{meeting.meeting().delegations.back().id, statement});
    meeting.done(SetAllotment{inscription, 1min});
}

}  // namespace
}  // namespace rostrum::net::follow_test
