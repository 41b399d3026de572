#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("set_note: a note stays with its plate, also when the meeting is edited or undone") {
    Stage stage = opened();
    stage.does_for_good(SetNote{cuba, DelegationId{"media"}, " Speaks Spanish. "}, chair);
    CHECK(stage.plate("media").note == "Speaks Spanish.");
    PlannedMeeting plan = plan_of(stage.meeting());
    plan.panel[1].title = "Another title";
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.plate("media").note == "Speaks Spanish.");
    stage.does(SetNote{cuba, DelegationId{"media"}, ""});
    CHECK(stage.plate("media").note.empty());
}

TEST_CASE("set_note: refused for no plate, when nothing changes, when too long, for others") {
    Stage stage = opened();
    CHECK(stage.refusal(SetNote{MeetingId{"chad"}, DelegationId{"media"}, "a"}).code ==
          RefusalCode::unknown_meeting);
    CHECK(stage.refusal(SetNote{cuba, DelegationId{"nobody"}, "a"}).code ==
          RefusalCode::unknown_delegation);
    CHECK(stage.refusal(SetNote{cuba, DelegationId{"media"}, ""}) ==
          Refusal{RefusalCode::already_so, "The note says that."});
    CHECK(stage.refusal(SetNote{cuba, DelegationId{"media"}, std::string(401, 'a')}).code ==
          RefusalCode::malformed);
    CHECK(stage.refusal(SetNote{cuba, DelegationId{"media"}, "a"}, phone).code ==
          RefusalCode::not_permitted);
}
