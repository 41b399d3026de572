#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const DelegationId expression{"expression"};
const EraseName erase{cuba, expression};

}  // namespace

TEST_CASE("erase_name: a log without the erased name results in the same room") {
    Stage stage;
    std::vector<Act> log{stage.does(FoundRoom{room_plan()}, secretariat)};
    log.push_back(stage.does(WithholdName{cuba, expression}, secretariat));
    log.push_back(stage.does(erase, secretariat));
    CHECK(stage.room.withheld.at({cuba, expression}) == NameStanding::erased);
    CHECK_FALSE(stage.room.names->contains({cuba, expression}));
    for (Event& event : log[0].events)
        if (auto* named = std::get_if<SpeakerNamed>(&event); named && named->meeting == cuba)
            named->name.clear();
    Room room = empty_room(RoomId{"xx"});
    for (const Act& act : log) room = apply(std::move(room), act);
    CHECK(room == stage.room);
}

TEST_CASE("erase_name: the same name goes at plates that were removed, and stays at others") {
    Stage stage = founded();
    PlannedMeeting plan = cuba_plan();
    plan.panel[2].speaker_name = "Speaker  a";
    plan.panel[4].speaker_name = "Speaker A";
    stage.does(PlanMeetings{{plan}}, secretariat);
    stage.does(WithholdName{cuba, expression}, secretariat);
    plan.panel.erase(plan.panel.begin() + 2);
    stage.does(PlanMeetings{{plan}}, secretariat);
    const Act act = stage.does(erase, secretariat);
    CHECK(act.events ==
          Events{NameErased{cuba, DelegationId{"media"}}, NameErased{cuba, expression}});
    CHECK(stage.room.hidden_names->empty());
    CHECK(*stage.room.names == SpeakerNames{{{cuba, DelegationId{"defenders"}}, "Speaker A"},
                                            {{germany, DelegationId{"nhri"}}, "Speaker B"}});
}

TEST_CASE("erase_name: refused unless the name is withheld, a second time, and to the chair") {
    Stage stage = opened();
    CHECK(
        stage.refusal(erase, secretariat) ==
        Refusal{RefusalCode::no_name, "Withhold the name first; then it can be erased for good."});
    CHECK(stage.refusal(erase, chair).code == RefusalCode::not_permitted);
    stage.does(WithholdName{cuba, expression}, secretariat);
    stage.does(erase, secretariat);
    CHECK(stage.refusal(erase, secretariat) ==
          Refusal{RefusalCode::name_erased, "This name is already erased."});
}
