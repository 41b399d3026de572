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
