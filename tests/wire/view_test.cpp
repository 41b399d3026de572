// Who is told what: no screen gets more than its view, whatever has changed.
#include <catch2/catch.hpp>

#include "rostrum/v1/live.pb.h"
#include "sample_room.hpp"
#include "section.hpp"

namespace rostrum::wire {
namespace {

/// Everything that a view is told, in both encodings.
std::string all_that_is_told(const Room& room, View view) {
    return write_whole(Encoding::json, view, room) + write_whole(Encoding::protobuf, view, room);
}

bool says(const std::string& told, const std::string& word) {
    return told.find(word) != std::string::npos;
}

v1::Room told(const Room& room, View view) {
    v1::ServerMessage message;
    REQUIRE(message.ParseFromString(write_whole(Encoding::protobuf, view, room)));
    return message.changed().sections();
}

std::vector<v1::SignalKind> signals_told(View view) {
    std::vector<v1::SignalKind> kinds;
    const v1::Room room = told(sample_room(), view);
    for (const v1::Signal& signal : room.signals().signals()) kinds.push_back(signal.kind());
    return kinds;
}

TEST_CASE("everybody is told all but the signals and the memory") {
    const std::string all = all_that_is_told(sample_room(), View::everybody);
    CHECK(!says(all, "signals"));
    CHECK(!says(all, "Closer to the microphone"));
    CHECK(!says(all, "memory"));
    CHECK(!says(all, "Chair's tablet"));
    CHECK(!says(all, "Laptop"));
    CHECK(!says(all, "lostTime"));
    const v1::Room room = told(sample_room(), View::everybody);
    CHECK(!room.has_signals());
    CHECK(!room.has_memory());
    CHECK(room.has_questions());
    CHECK(room.has_roll());
    CHECK(room.has_hour());
    CHECK(room.has_settings());
}

TEST_CASE("the lectern is told the signals for whoever speaks, and no memory") {
    CHECK(signals_told(View::lectern) ==
          std::vector{v1::SIGNAL_KIND_CONCLUDE, v1::SIGNAL_KIND_SLOW_DOWN, v1::SIGNAL_KIND_TEXT});
    CHECK(!told(sample_room(), View::lectern).has_memory());
    CHECK(!told(sample_room(), View::lectern).floor().has_lost_time());
    CHECK(!says(all_that_is_told(sample_room(), View::lectern), "Chair's tablet"));
    CHECK(section(sample_room(), "signals", View::lectern)
              .starts_with(R"("signals":{"signals":[{"id":"5","kind":"SIGNAL_KIND_CONCLUDE",)"
                           R"("from":"ROLE_CHAIR","delegationId":"","text":"",)"
                           R"("sentAtUnixMs":"1523430360000","untilUnixMs":"1523430420000"})"));
}

TEST_CASE("the podium is told every signal and what was done last by anybody") {
    CHECK(signals_told(View::podium) == std::vector{v1::SIGNAL_KIND_CONCLUDE,
                                                    v1::SIGNAL_KIND_SLOW_DOWN, v1::SIGNAL_KIND_TEXT,
                                                    v1::SIGNAL_KIND_HERE});
    const v1::Room room = told(sample_room(), View::podium);
    CHECK(room.memory().latest().kind() == v1::ACT_KIND_SEND_SIGNAL);
    CHECK(room.memory().latest().actor().device() == "Laptop");
    CHECK(room.memory().last().kind() == v1::ACT_KIND_GIVE_FLOOR);
}

TEST_CASE(
    "the podium is told what the statement lost while no server ran, as long as it is offered") {
    Room room = sample_room();
    const v1::Room before = told(room, View::podium);
    CHECK(before.floor().lost_time().away_ms() == 60'000);
    // 15 of its 60 seconds were added since.
    CHECK(before.floor().lost_time().offered_ms() == 45'000);
    room.proceedings.meetings[0].edit().list[1].lost.reset();
    CHECK(!told(room, View::podium).floor().has_lost_time());
}

TEST_CASE("nobody is told which device asked, or who represents a delegation") {
    for (const View view : {View::everybody, View::lectern, View::podium}) {
        const std::string all = all_that_is_told(sample_room(), view);
        CHECK(!says(all, "phone-0123456789abcdef"));
        CHECK(!says(all, "REPRESENTED_BY"));
        CHECK(!says(all, "representedBy"));
    }
}

TEST_CASE("a name that is withheld is told to nobody, even if it were still there") {
    Room room = sample_room();
    room.names.edit()[{MeetingId{"cuba"}, DelegationId{"cso-2"}}] = "The withheld name";
    for (const View view : {View::everybody, View::lectern, View::podium}) {
        CHECK(!says(all_that_is_told(room, view), "The withheld name"));
        const v1::Room sections = told(room, view);
        CHECK(sections.plates().delegations(1).speaker_name() == "The speaker");
        CHECK(!sections.plates().delegations(1).name_withheld());
        CHECK(sections.plates().delegations(2).speaker_name().empty());
        CHECK(sections.plates().delegations(2).name_withheld());
    }
}

}  // namespace
}  // namespace rostrum::wire
