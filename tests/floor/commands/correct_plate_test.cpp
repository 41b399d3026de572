#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

Stage closed() {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    return stage;
}

CorrectPlate as_it_is(const Stage& stage, const std::string& id) {
    const Delegation& plate = *find(*find(stage.room, cuba), DelegationId{id});
    return {cuba,          plate.id,       plate.kind,           plate.title,
            plate.subject, plate.standing, plate.absence_reason, plate.represented_by};
}

}  // namespace

TEST_CASE("correct_plate: the facts of a closed meeting are corrected, for good") {
    Stage stage = closed();
    CorrectPlate command = as_it_is(stage, "media");
    command.kind = DelegationKind::nhri;
    command.title = " The Ombudsman ";
    command.subject = "Prisons";
    command.standing = Standing::absent;
    command.absence_reason = "Not let in.";
    command.represented_by = RepresentedBy::woman;
    stage.does(command, secretariat);
    CHECK(stage.room.last_act->delegation == DelegationId{"media"});
    command.subject = "Cells";
    stage.does_for_good(command, secretariat);
    const Delegation& plate = stage.plate("media");
    CHECK(plate.kind == DelegationKind::nhri);
    CHECK(plate.title == "The Ombudsman");
    CHECK(plate.subject == "Cells");
    CHECK(plate.standing == Standing::absent);
    CHECK(plate.absence_reason == "Not let in.");
    CHECK(plate.represented_by == RepresentedBy::woman);
}

TEST_CASE("correct_plate: the State under Review was in the room after all") {
    Stage stage = opened();
    stage.does(MarkAbsent{DelegationId{"sur"}, ""});
    stage.does(CloseMeeting{cuba});
    CorrectPlate command = as_it_is(stage, "sur");
    command.standing = Standing::present;
    stage.does(command, secretariat);
    CHECK(stage.plate("sur").standing == Standing::present);
    command.title = "Another State";
    CHECK(stage.refusal(command, secretariat).code == RefusalCode::malformed);
}

TEST_CASE("correct_plate: refused while the meeting is open, by others, and for what cannot be") {
    Stage stage = opened();
    CorrectPlate command = as_it_is(stage, "media");
    command.title = "Another title";
    CHECK(stage.refusal(command, secretariat) ==
          Refusal{RefusalCode::meeting_under_way,
                  "The meeting on Cuba is not closed: change the plate in the programme."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(command, chair).code == RefusalCode::not_permitted);
    CHECK(stage.refusal(as_it_is(stage, "media"), secretariat) ==
          Refusal{RefusalCode::already_so, "The plate says that."});
    const auto refused = [&](auto change) {
        CorrectPlate wrong = command;
        change(wrong);
        return stage.refusal(wrong, secretariat).code;
    };
    CHECK(refused([](auto& it) { it.meeting = MeetingId{"chad"}; }) ==
          RefusalCode::unknown_meeting);
    CHECK(refused([](auto& it) { it.delegation = DelegationId{"nobody"}; }) ==
          RefusalCode::unknown_delegation);
    CHECK(refused([](auto& it) { it.title = " "; }) == RefusalCode::malformed);
    CHECK(refused([](auto& it) { it.kind = DelegationKind::mission; }) == RefusalCode::malformed);
    CHECK(refused([](auto& it) { it.standing = Standing::read_by; }) == RefusalCode::malformed);
    CHECK(refused([](auto& it) { it.absence_reason = "Ill."; }) == RefusalCode::malformed);
}
