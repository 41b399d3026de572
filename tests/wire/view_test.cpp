// Who sees what: no screen gets more than its view, whatever has changed.
#include <catch2/catch.hpp>

#include "rostrum/v1/live.pb.h"
#include "sample_room.hpp"
#include "section.hpp"

namespace rostrum::wire {
namespace {

/// Everything that is sent to a view, in both encodings.
std::string everything_for(const Room& room, View view) {
    return write_whole(Encoding::json, view, room) + write_whole(Encoding::protobuf, view, room);
}

bool contains(const std::string& text, const std::string& word) {
    return text.find(word) != std::string::npos;
}

v1::Room sections_for(const Room& room, View view) {
    v1::ServerMessage message;
    REQUIRE(message.ParseFromString(write_whole(Encoding::protobuf, view, room)));
    return message.changed().sections();
}

std::vector<v1::SignalKind> signals_for(View view) {
    std::vector<v1::SignalKind> kinds;
    const v1::Room room = sections_for(sample_room(), view);
    for (const v1::Signal& signal : room.signals().signals()) kinds.push_back(signal.kind());
    return kinds;
}

TEST_CASE("everybody sees all but the signals and the memory") {
    const std::string all = everything_for(sample_room(), View::everybody);
    CHECK(!contains(all, "signals"));
    CHECK(!contains(all, "Closer to the microphone"));
    CHECK(!contains(all, "memory"));
    CHECK(!contains(all, "Chair's tablet"));
    CHECK(!contains(all, "Laptop"));
    CHECK(!contains(all, "lostTime"));
    const v1::Room room = sections_for(sample_room(), View::everybody);
    CHECK(!room.has_signals());
    CHECK(!room.has_memory());
    CHECK(room.has_questions());
    CHECK(room.has_roll());
    CHECK(room.has_hour());
    CHECK(room.has_settings());
}

TEST_CASE("the lectern sees the signals for the current speaker, and no memory") {
    CHECK(signals_for(View::lectern) ==
          std::vector{v1::SIGNAL_KIND_CONCLUDE, v1::SIGNAL_KIND_SLOW_DOWN, v1::SIGNAL_KIND_TEXT});
    CHECK(!sections_for(sample_room(), View::lectern).has_memory());
    CHECK(!sections_for(sample_room(), View::lectern).floor().has_lost_time());
    CHECK(!contains(everything_for(sample_room(), View::lectern), "Chair's tablet"));
    CHECK(section(sample_room(), "signals", View::lectern)
              .starts_with(R"("signals":{"signals":[{"id":"5","kind":"SIGNAL_KIND_CONCLUDE",)"
                           R"("from":"ROLE_CHAIR","delegationId":"","text":"",)"
                           R"("sentAtUnixMs":"1523430360000","untilUnixMs":"1523430420000"})"));
}

TEST_CASE("the podium sees every signal and the last act by anybody") {
    CHECK(signals_for(View::podium) == std::vector{v1::SIGNAL_KIND_CONCLUDE,
                                                   v1::SIGNAL_KIND_SLOW_DOWN, v1::SIGNAL_KIND_TEXT,
                                                   v1::SIGNAL_KIND_HERE});
    const v1::Room room = sections_for(sample_room(), View::podium);
    CHECK(room.memory().latest().kind() == v1::ACT_KIND_SEND_SIGNAL);
    CHECK(room.memory().latest().actor().device() == "Laptop");
    CHECK(room.memory().last().kind() == v1::ACT_KIND_GIVE_FLOOR);
}

TEST_CASE("notes about speakers and the private line are for the podium only") {
    Room room = sample_room();
    room.proceedings.meetings[0].edit().delegations[1].note = "Speaks Spanish";
    Signal line = room.signals.front();
    line.kind = SignalKind::private_line;
    line.text = "Two more, please";
    room.signals.push_back(line);
    for (const View view : {View::everybody, View::lectern}) {
        CHECK(!contains(everything_for(room, view), "Speaks Spanish"));
        CHECK(!contains(everything_for(room, view), "Two more, please"));
    }
    CHECK(contains(everything_for(room, View::podium), "Speaks Spanish"));
    CHECK(contains(everything_for(room, View::podium), "Two more, please"));
}

TEST_CASE("the podium sees the time lost while no server ran, as long as it is offered") {
    Room room = sample_room();
    const v1::Room before = sections_for(room, View::podium);
    CHECK(before.floor().lost_time().away_ms() == 60'000);
    // 15 of the 60 seconds were added since then.
    CHECK(before.floor().lost_time().offered_ms() == 45'000);
    room.proceedings.meetings[0].edit().list[1].lost.reset();
    CHECK(!sections_for(room, View::podium).floor().has_lost_time());
}

TEST_CASE("only the podium sees which phone asked, and nobody who represents a delegation") {
    for (const View view : {View::everybody, View::lectern, View::podium}) {
        const std::string all = everything_for(sample_room(), view);
        CHECK(contains(all, "phone-0123456789abcdef") == (view == View::podium));
        CHECK(!contains(all, "REPRESENTED_BY"));
        CHECK(!contains(all, "representedBy"));
    }
}

TEST_CASE("only the podium sees which phones ask, wait or are shut out") {
    Room room = sample_room();
    const std::vector<Phone> phones{
        {"phone-admitted", DelegationId{"mission-fr"}},
        {"phone-waiting", DelegationId{"mission-nl"}, PhoneStanding::waiting},
        {"phone-shut-out", DelegationId{"mission-ch"}, PhoneStanding::shut_out}};
    room.proceedings.meetings[0].edit().phones.edit() = phones;
    for (const Phone& phone : phones) {
        INFO(phone.device);
        for (const View view : {View::everybody, View::lectern})
            CHECK(!contains(everything_for(room, view), phone.device));
        CHECK(contains(everything_for(room, View::podium), phone.device));
    }
    CHECK(sections_for(room, View::everybody).questions().phones().empty());
    CHECK(sections_for(room, View::podium).questions().phones_size() == 3);
}

TEST_CASE(
    "what the chair writes of a ruling is for the podium only, and everybody sees how it went") {
    Room room = sample_room();
    Inscription& ruled = room.proceedings.meetings[0].edit().list.front();
    ruled.ruling = Ruling::upheld;
    ruled.ruling_text = "As Ms Example said, the list is closed.";
    for (const View view : {View::everybody, View::lectern, View::podium}) {
        CHECK(contains(everything_for(room, view), "Ms Example") == (view == View::podium));
        CHECK(sections_for(room, view).list().inscriptions(0).ruling() == v1::RULING_UPHELD);
    }
}

TEST_CASE("nobody sees a withheld name, even if the room still had it") {
    Room room = sample_room();
    room.names.edit()[{MeetingId{"cuba"}, DelegationId{"cso-2"}}] = "The withheld name";
    for (const View view : {View::everybody, View::lectern, View::podium}) {
        CHECK(!contains(everything_for(room, view), "The withheld name"));
        const v1::Room sections = sections_for(room, view);
        CHECK(sections.plates().delegations(1).speaker_name() == "The speaker");
        CHECK(!sections.plates().delegations(1).name_withheld());
        CHECK(sections.plates().delegations(2).speaker_name().empty());
        CHECK(sections.plates().delegations(2).name_withheld());
    }
}

}  // namespace
}  // namespace rostrum::wire
