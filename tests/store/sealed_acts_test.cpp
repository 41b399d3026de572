#include <catch2/catch.hpp>

#include "bytes.hpp"
#include "log_fixture.hpp"
#include "store/log_check.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store::sealed_acts_test {
namespace {

const MeetingId cuba{"cuba"};
const DelegationId plate{"b"};

Act naming(std::uint64_t revision, const std::string& name) {
    Act act = notice(revision, "command" + std::to_string(revision));
    act.events.emplace_back(SpeakerNamed{cuba, plate, name});
    return act;
}

/// A log, and another server's.
struct SealedFixture : LogFixture {
    std::vector<ActRow> rows_of(std::uint64_t after, std::size_t most = 100) {
        std::optional<std::vector<ActRow>> rows;
        other.fetch_rows(RoomId{"xx"}, Revision{after}, most, [&](const auto& outcome) {
            rows = std::get<std::vector<ActRow>>(outcome);
        });
        thread.run_until([&] { return rows.has_value(); });
        return *rows;
    }
    rooms::Appended take(const std::vector<ActRow>& rows) {
        rooms::RoomActs acts{
            RoomId{"xx"}, Revision{static_cast<std::uint64_t>(rows.front().revision) - 1}, {}};
        for (const ActRow& row : rows) acts.acts.push_back(read_act(row));
        std::optional<rooms::Appended> answer;
        log->append_sealed({{std::move(acts), rows}}, [&](const auto& done) { answer = done; });
        thread.run_until([&] { return answer.has_value(); });
        return *answer;
    }
    void write_to_other(std::uint64_t expected, std::vector<Act> acts) {
        std::optional<rooms::Appended> answer;
        other.append(RoomId{"xx"}, Revision{expected}, std::move(acts),
                     [&](const auto& done) { answer = done; });
        thread.run_until([&] { return answer.has_value(); });
        REQUIRE(std::holds_alternative<rooms::Durable>(*answer));
    }
    rooms::Appended hold(const std::vector<HeldName>& names) {
        std::optional<rooms::Appended> answer;
        log->hold(names, [&](const auto& done) { answer = done; });
        thread.run_until([&] { return answer.has_value(); });
        return *answer;
    }

    TemporaryFolder elsewhere;
    SqliteLog other{elsewhere.path, thread.executor(), system_random_bytes()};
};

TEST_CASE_METHOD(SealedFixture, "acts that another server sealed make the same chain here") {
    write_to_other(0, {notice(1, "command1"), naming(2, "A person"), notice(3, "command3")});
    CHECK(std::holds_alternative<rooms::Durable>(take(rows_of(0, 2))));
    CHECK(std::holds_alternative<rooms::Durable>(take(rows_of(2))));
    CHECK(log->heads().heads == other.heads().heads);
    CHECK(log->read(RoomId{"xx"}, Revision{}) == other.read(RoomId{"xx"}, Revision{}));
    close();
    CHECK(check_log(folder.path).is_sound());
}

TEST_CASE_METHOD(SealedFixture, "sealed acts that the log has already are a conflict") {
    write_to_other(0, {notice(1, "command1"), notice(2, "command2")});
    REQUIRE(std::holds_alternative<rooms::Durable>(take(rows_of(0))));
    const rooms::Appended again = take(rows_of(0));
    REQUIRE(std::holds_alternative<rooms::Conflict>(again));
    CHECK(std::get<rooms::Conflict>(again).actual == Revision{2});
}

TEST_CASE_METHOD(SealedFixture, "a follower receives sealed acts too") {
    std::vector<Act> followed;
    log->follow(RoomId{"xx"}, [&](const auto& acts) { followed = acts; });
    write_to_other(0, {notice(1, "command1")});
    static_cast<void>(take(rows_of(0)));
    CHECK(followed == std::vector{notice(1, "command1")});
}

TEST_CASE_METHOD(SealedFixture,
                 "an act that erases a name spares the name that a later one gives") {
    Act erasing = notice(2, "command2");
    erasing.events = {NameErased{cuba, plate}};
    write_to_other(0, {naming(1, "Zibbermoor"), erasing, naming(3, "A new name")});
    REQUIRE(std::holds_alternative<rooms::Durable>(take(rows_of(0))));
    const auto acts = log->read(RoomId{"xx"}, Revision{});
    CHECK(std::get<SpeakerNamed>(acts[0].events[1]).name.empty());
    CHECK(std::get<SpeakerNamed>(acts[2].events[1]).name == "A new name");
}

TEST_CASE_METHOD(SealedFixture, "a held name stays until its act comes, also over a restart") {
    write_to_other(0, {naming(1, "Zibbermoor")});
    const ActRow row = rows_of(0).front();
    const HeldName name{row.events[1].payload, row.events[1].salt};
    CHECK(std::holds_alternative<rooms::Durable>(hold({name})));
    CHECK(std::holds_alternative<rooms::Durable>(hold({name})));
    close();
    open();
    CHECK(log->held() == std::vector{name});
    REQUIRE(std::holds_alternative<rooms::Durable>(take({row})));
    CHECK(log->held().empty());
}

TEST_CASE_METHOD(SealedFixture, "erasing a name erases it where it is held, and every trace") {
    Act erasing = notice(1, "command1");
    erasing.events = {NameErased{cuba, plate}};
    write_to_other(0, {erasing});
    const Event named = SpeakerNamed{cuba, plate, "Zibbermoor Quillfeather"};
    const HeldName held{wire::write_event(named), std::string(16, 's')};
    static_cast<void>(hold(
        {held,
         {wire::write_event(SpeakerNamed{cuba, DelegationId{"c"}, "X"}), std::string(16, 't')}}));
    CHECK(files_with(folder.path, "Quillfeather") == "log.db-wal ");
    REQUIRE(std::holds_alternative<rooms::Durable>(take(rows_of(0))));
    CHECK(log->held().size() == 1);
    close();
    open();
    CHECK(files_with(folder.path, "Quillfeather").empty());
}

}  // namespace
}  // namespace rostrum::store::sealed_acts_test
