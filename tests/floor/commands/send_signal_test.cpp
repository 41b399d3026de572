#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

SendSignal signal(SignalKind kind, const std::string& text = "") {
    return {kind, std::nullopt, text};
}
SendSignal of(const std::string& whose, SignalKind kind) {
    return {kind, DelegationId{whose}, ""};
}

}  // namespace

TEST_CASE("send_signal: a signal is shown for its time, a text for twice as long") {
    Stage stage = opened();
    stage.does(signal(SignalKind::conclude));
    stage.later(1s);
    stage.does(signal(SignalKind::text, " Closer to the microphone, please. "), secretariat);
    CHECK(stage.room.signals ==
          std::vector<Signal>{
              {SignalId{3}, SignalKind::conclude, Role::chair, {}, "", nine, nine + 15s},
              {SignalId{4},
               SignalKind::text,
               Role::secretariat,
               {},
               "Closer to the microphone, please.",
               nine + 1s,
               nine + 31s}});
}

TEST_CASE("send_signal: the next signal removes expired ones, and the oldest beyond the limit") {
    Stage stage = opened();
    stage.does(signal(SignalKind::conclude));
    stage.later(15s);
    for (int i = 0; i < 21; ++i) stage.does(signal(SignalKind::microphone));
    CHECK(stage.room.signals.size() == 20);
    CHECK(stage.room.signals.front().id == SignalId{5});
}

TEST_CASE("send_signal: a speaker's signal names its delegation, an interpreter's is anonymous") {
    Stage stage = opened();
    stage.does(of("media", SignalKind::here), lectern);
    stage.does(signal(SignalKind::slow_down), booth);
    CHECK(stage.room.signals[0].delegation == DelegationId{"media"});
    CHECK(stage.room.signals[1].from == Role::interpreter);
    CHECK(stage.room.signals[1].delegation == std::nullopt);
    CHECK(on_record(booth).device.empty());
}

TEST_CASE(
    "send_signal: a signal stays when acts of the floor are undone, and changes no proceedings") {
    Stage stage = opened();
    const Proceedings before = stage.room.proceedings;
    stage.does(signal(SignalKind::conclude));
    CHECK(stage.room.proceedings == before);
    stage.undoes();
    CHECK(stage.room.signals.size() == 1);
}

TEST_CASE("send_signal: each role has its own signals") {
    const Stage stage = opened();
    const Refusal refusal{RefusalCode::not_permitted, "This screen may not send this signal."};
    for (const SignalKind kind : {SignalKind::here, SignalKind::floor_back}) {
        CHECK(stage.refusal(of("media", kind), chair) == refusal);
        CHECK(stage.refusal(of("media", kind), secretariat) == refusal);
        CHECK(stage.refusal(of("media", kind), booth) == refusal);
    }
    for (const SignalKind kind : {SignalKind::conclude, SignalKind::microphone, SignalKind::text}) {
        CHECK(stage.refusal(signal(kind), lectern) == refusal);
        CHECK(stage.refusal(signal(kind), booth) == refusal);
    }
    CHECK(stage.refusal(signal(SignalKind::slow_down), lectern) == refusal);
    CHECK(stage.refusal(signal(SignalKind::slow_down), phone).code == RefusalCode::not_permitted);
}

TEST_CASE("send_signal: refused without a sender or a text, with an unexpected text, once closed") {
    Stage stage = opened();
    CHECK(stage.refusal(signal(SignalKind::here), lectern) ==
          Refusal{RefusalCode::unknown_delegation, "A speaker's signal names its delegation."});
    CHECK(stage.refusal(of("nhri", SignalKind::here), lectern) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    CHECK(stage.refusal(signal(SignalKind::text, " ")) ==
          Refusal{RefusalCode::malformed, "The signal has no text."});
    CHECK(stage.refusal(signal(SignalKind::conclude, "Now.")) ==
          Refusal{RefusalCode::malformed, "Only a text signal has a text."});
    CHECK(stage.refusal(signal(SignalKind::text, std::string(201, 'a'))) ==
          Refusal{RefusalCode::malformed, "The signal is too long (at most 200 bytes)."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(signal(SignalKind::conclude)).code == RefusalCode::meeting_closed);
}

TEST_CASE(
    "send_signal: the private line carries words between chair and secretariat, for 5 minutes") {
    Stage stage = opened();
    stage.does(signal(SignalKind::private_line, "Two more, please."), secretariat);
    CHECK(stage.room.signals.back().from == Role::secretariat);
    CHECK(stage.room.signals.back().until - stage.room.signals.back().sent_at == 5min);
    stage.does(signal(SignalKind::private_line, "Yes."), chair);
    CHECK(stage.refusal(signal(SignalKind::private_line, "Me too."), lectern).code ==
          RefusalCode::not_permitted);
    CHECK(stage.refusal(signal(SignalKind::private_line), chair) ==
          Refusal{RefusalCode::malformed, "The signal has no text."});
    CHECK(stage.refusal(SendSignal{SignalKind::private_line, DelegationId{"media"}, "For you."}) ==
          Refusal{RefusalCode::malformed, "The private line is for no delegation."});
}
