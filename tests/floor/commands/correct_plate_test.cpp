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
    return {cuba,
            plate.id,
            plate.kind,
            plate.title,
            plate.subject,
            plate.standing,
            plate.absence_reason,
            plate.represented_by,
            plate.short_title};
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
    command.short_title = " Ombudsman ";
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
    CHECK(plate.short_title == "Ombudsman");
    CorrectPlate without = as_it_is(stage, "media");
    without.short_title.clear();
    stage.does(without, secretariat);
    CHECK(stage.plate("media").short_title.empty());
    CHECK(stage.plate("media").absence_reason == "Not let in.");
}

TEST_CASE("correct_plate: another read the statement, and it was noted later who did") {
    Stage stage = closed();
    CorrectPlate command = as_it_is(stage, "association");
    command.standing = Standing::read_by;
    command.absence_reason.clear();
    CHECK(stage.refusal(command, secretariat) ==
          Refusal{RefusalCode::malformed,
                  {"plate_reader", "Say which delegation read the statement."}});
    command.reader = DelegationId{"association"};
    CHECK(stage.refusal(command, secretariat).code == RefusalCode::malformed);
    command.reader = DelegationId{"nobody"};
    CHECK(stage.refusal(command, secretariat).code == RefusalCode::unknown_delegation);
    command.reader = DelegationId{"media"};
    stage.does(command, secretariat);
    CHECK(stage.plate("association").standing == Standing::read_by);
    CHECK(stage.plate("association").reader == DelegationId{"media"});
    command.reader = DelegationId{"moderator"};
    stage.does(command, secretariat);
    CHECK(stage.plate("association").reader == DelegationId{"moderator"});
    command.reader.reset();
    command.title = "The association";
    stage.does(command, secretariat);
    CHECK(stage.plate("association").reader == DelegationId{"moderator"});
    command.reader = DelegationId{"media"};
    command.standing = Standing::present;
    CHECK(stage.refusal(command, secretariat).code == RefusalCode::malformed);
    command.reader.reset();
    stage.does(command, secretariat);
    CHECK(stage.plate("association").reader == std::nullopt);
}

TEST_CASE("correct_plate: a plate that has the floor again after an undo stays present") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(CloseMeeting{cuba});
    CorrectPlate command = as_it_is(stage, "media");
    command.subject = "Prisons";
    command.standing = Standing::absent;
    stage.does(command, secretariat);
    CHECK(stage.plate("media").standing == Standing::absent);
    stage.undoes();
    CHECK(stage.speaker() == "media");
    CHECK(stage.plate("media").standing == Standing::present);
    CHECK(stage.plate("media").subject == "Prisons");
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
    CHECK(refused([](auto& it) { it.delegation = DelegationId{"moderator"}; }) ==
          RefusalCode::unknown_delegation);
    CHECK(refused([](auto& it) { it.absence_reason = "Ill."; }) == RefusalCode::malformed);
}
