#include <catch2/catch.hpp>

#include "room_writer_fixture.hpp"

namespace rostrum::rooms {
namespace {

using namespace std::chrono_literals;

const Next first_next{};

TEST_CASE_METHOD(RoomWriterFixture, "a command is answered and published when it is durable") {
    submit("command1", first_next);
    CHECK_FALSE(answer().has_value());
    CHECK(audience.published.empty());
    CHECK(writer->room().revision == Revision{2});

    port.write();
    CHECK(answer() == accepted(3));
    CHECK(audience.published == std::vector{Revision{3}});
    CHECK(current_meeting(writer->room())->statement->id == StatementId{3});
}

TEST_CASE_METHOD(RoomWriterFixture, "screens receive a change before its sender gets the answer") {
    std::size_t published_before_the_answer = 0;
    writer->submit({Role::chair, "Tablet"}, CommandId{"command1"}, first_next,
                   [&](const Answer&) { published_before_the_answer = audience.published.size(); });
    port.write();
    CHECK(published_before_the_answer == 1);
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "commands that arrive while the log writes share the next append") {
    submit("command1", first_next);
    submit("command2", AddTime{StatementId{3}, Duration{30'000}});
    submit("command3", PauseStatement{StatementId{3}});
    submit("command4", ShowNotice{"Please be brief."});
    CHECK(port.writing().size() == 1);
    port.write();
    REQUIRE(port.writing().size() == 3);
    CHECK(port.writing()[0].revision == Revision{4});
    CHECK(port.writing()[2].revision == Revision{6});
    CHECK(port.writing()[2].kind == kind_of<ShowNotice>());

    port.write();
    CHECK(answer(2) == accepted(4));
    CHECK(answer(1) == accepted(5));
    CHECK(answer(0) == accepted(6));
    CHECK(audience.published.size() == 2);
    CHECK(audience.published.back() == Revision{6});
    CHECK_FALSE(port.is_writing());
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a refusal based on acts that are not durable yet waits for them") {
    submit("command1", first_next);
    submit("command2", PauseStatement{StatementId{3}});
    submit("command3", PauseStatement{StatementId{3}});
    port.write();
    REQUIRE(port.writing().size() == 1);
    CHECK_FALSE(answer().has_value());
    port.write();
    CHECK(answer(1) == accepted(4));
    CHECK(refusal() == RefusalCode::already_so);
}

TEST_CASE_METHOD(RoomWriterFixture, "a refusal changes nothing") {
    submit("command1", first_next, Role::observer);
    CHECK(refusal() == RefusalCode::not_permitted);
    CHECK_FALSE(port.is_writing());
    CHECK(audience.published.empty());
    CHECK(writer->room().revision == Revision{2});
}

TEST_CASE_METHOD(RoomWriterFixture, "a command that is sent again is answered again") {
    submit("command1", first_next);
    port.write();
    submit("command1", first_next);
    CHECK(answer() == accepted(3));
    CHECK_FALSE(port.is_writing());

    SECTION("after a restart too") {
        restart();
        submit("command1", first_next);
        CHECK(answer() == accepted(3));
        CHECK_FALSE(port.is_writing());
        CHECK(writer->room().revision == Revision{3});
    }
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a command that is sent again by a role that may not send it is refused") {
    submit("command1", first_next);
    submit("command1", first_next, Role::display);
    CHECK(refusal() == RefusalCode::not_permitted);
    port.write();
    CHECK(answer(1) == accepted(3));
    submit("command1", first_next, Role::observer);
    CHECK(refusal() == RefusalCode::not_permitted);
    submit("command1", first_next, Role::chair);
    CHECK(refusal() == RefusalCode::id_used);
}

TEST_CASE_METHOD(RoomWriterFixture, "an id that was used for something else is refused") {
    writer.reset();
    writer.emplace(RoomId{"xx"}, clock, port, audience, note, [](const Command& command) {
        const auto* notice = std::get_if<ShowNotice>(&command);
        return notice == nullptr ? 0 : notice->text.size();
    });
    const auto uses = [&](const std::string& device, const Command& command) {
        std::optional<Answer> given;
        writer->submit({Role::secretariat, device}, CommandId{"command1"}, command,
                       [&](Answer answer) { given = std::move(answer); });
        return given;
    };
    const auto is_refused = [&](const std::optional<Answer>& given) {
        const auto* refusal = given ? std::get_if<Refusal>(&*given) : nullptr;
        return refusal != nullptr && refusal->code == RefusalCode::id_used;
    };
    submit("holdup01", ShowNotice{"One moment."});
    submit("command1", ShowNotice{"Welcome."});
    // In the same batch.
    submit("command1", ShowNotice{"Welcome to all."});
    port.write();
    port.write();
    CHECK(refusal() == RefusalCode::id_used);
    CHECK(answer(1) == accepted(4));

    CHECK(uses("Laptop", ShowNotice{"Welcome."}) == accepted(4));
    CHECK(is_refused(uses("Laptop", ShowNotice{"Welcome to all."})));
    CHECK(is_refused(uses("Phone", ShowNotice{"Welcome."})));
    CHECK(is_refused(uses("Laptop", ClearNotice{})));

    // The log keeps no fields.
    restart();
    CHECK(uses("Laptop", ShowNotice{"Welcome."}) == accepted(4));
    CHECK(is_refused(uses("Phone", ShowNotice{"Welcome."})));
    CHECK(is_refused(uses("Laptop", ClearNotice{})));
    CHECK_FALSE(port.is_writing());
}

TEST_CASE_METHOD(RoomWriterFixture, "a command that is sent twice at once is done once") {
    submit("holdup01", ShowNotice{"One moment."});
    submit("command1", first_next);
    submit("command1", first_next);
    port.write();
    REQUIRE(port.writing().size() == 1);
    CHECK_FALSE(answer().has_value());
    port.write();
    CHECK(answer(1) == accepted(4));
    CHECK(answer(0) == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture, "a command that is sent twice at once is refused twice") {
    submit("holdup01", ShowNotice{"One moment."});
    submit("command1", PauseStatement{StatementId{4}});
    submit("command2", first_next);
    submit("command1", PauseStatement{StatementId{4}});
    port.write();
    port.write();
    CHECK(refusal(2) == RefusalCode::stale);
    CHECK(answer(1) == accepted(4));
    CHECK(refusal(0) == RefusalCode::stale);
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "beyond a thousand waiting commands the next is refused at once") {
    submit("holdup01", ShowNotice{"One moment."});
    for (int i = 0; i < 1024; ++i)
        submit("waiting-" + std::to_string(i), ShowNotice{"Number " + std::to_string(i)});
    CHECK_FALSE(answer().has_value());
    submit("too-many", ShowNotice{"Too many"});
    CHECK(refusal() == RefusalCode::busy);
    port.write();
    for (int turns = 0; turns < 4; ++turns) port.write();
    CHECK(answer(1) == accepted(3 + 1024));
    CHECK(log.acts().back().command == CommandId{"waiting-1023"});
}

TEST_CASE_METHOD(RoomWriterFixture, "a crowd cannot keep out chair and secretariat") {
    const SendSignal slow_down{SignalKind::slow_down, {}, {}};
    submit("holdup01", ShowNotice{"One moment."});
    for (int i = 0; i < 768; ++i)
        submit("crowd-" + std::to_string(100 + i), slow_down, Role::interpreter);
    CHECK_FALSE(answer().has_value());
    submit("too-many", slow_down, Role::interpreter);
    CHECK(refusal() == RefusalCode::busy);
    submit("by-chair", ShowNotice{"Order, please."}, Role::chair);
    CHECK_FALSE(answer().has_value());
    port.write();
    for (int turns = 0; turns < 4; ++turns) port.write();
    CHECK(answer() == accepted(3 + 768 + 1));
}

TEST_CASE_METHOD(RoomWriterFixture, "at most 256 waiting commands are decided in one turn") {
    submit("holdup01", ShowNotice{"One moment."});
    for (int i = 0; i < 600; ++i)
        submit("waiting-" + std::to_string(i), ShowNotice{"Number " + std::to_string(i)});
    port.write();
    // Only what was decided in the turn of the answer is being written.
    port.write();
    CHECK(log.acts().size() == 3 + 256);
    CHECK(log.acts().back().command == CommandId{"waiting-255"});
    port.write();
    CHECK(log.acts().size() == 3 + 512);
    port.write();
    CHECK(log.acts().size() == 3 + 600);
}

TEST_CASE_METHOD(RoomWriterFixture, "the record names a chair's device, but not an interpreter's") {
    submit("command1", SendSignal{SignalKind::slow_down, std::nullopt, {}}, Role::interpreter);
    REQUIRE(port.writing().size() == 1);
    CHECK(port.writing()[0].actor == Actor{Role::interpreter, ""});
    port.write();

    submit("command2", SendSignal{SignalKind::conclude, std::nullopt, {}}, Role::chair);
    REQUIRE(port.writing().size() == 1);
    CHECK(port.writing()[0].actor == Actor{Role::chair, "Laptop"});
}

TEST_CASE_METHOD(RoomWriterFixture, "an act is never dated before the one before it") {
    clock.time = nine_o_clock + Duration{5000};
    submit("command1", first_next);
    port.write();
    clock.time = nine_o_clock - Duration{60'000};
    submit("command2", PauseStatement{StatementId{3}});
    port.write();
    CHECK(log.acts().back().at == nine_o_clock + Duration{5000});
    clock.time = nine_o_clock + Duration{9000};
    submit("command3", ResumeStatement{StatementId{3}});
    port.write();
    CHECK(log.acts().back().at == nine_o_clock + Duration{9000});
}

TEST_CASE_METHOD(RoomWriterFixture,
                 "a command that would break the room is refused, and the room continues") {
    submit("holdup01", ShowNotice{"One moment."});
    clock.time = nine_o_clock + std::chrono::hours{24 * 365 * 8000};
    submit("command1", first_next);
    port.write();
    CHECK(refusal() == RefusalCode::malformed);
    CHECK_FALSE(port.is_writing());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].find("room xx") != std::string::npos);

    clock.time = nine_o_clock;
    submit("command2", first_next);
    port.write();
    CHECK(answer() == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture, "a command sent from within an answer waits for its turn") {
    std::optional<Answer> second;
    writer->submit({Role::chair, "Tablet"}, CommandId{"command1"}, first_next, [&](const Answer&) {
        writer->submit({Role::chair, "Tablet"}, CommandId{"command2"},
                       PauseStatement{StatementId{3}},
                       [&](Answer answer) { second = std::move(answer); });
    });
    port.write();
    CHECK_FALSE(second.has_value());
    port.write();
    CHECK(second == accepted(4));
}

TEST_CASE_METHOD(RoomWriterFixture, "a restart leads to the same room") {
    submit("command1", first_next);
    port.write();
    clock.time += Duration{1234};
    submit("command2", AddTime{StatementId{3}, Duration{30'000}});
    port.write();
    const Room before = writer->room();
    restart();
    CHECK(writer->room() == before);
}

}  // namespace
}  // namespace rostrum::rooms
