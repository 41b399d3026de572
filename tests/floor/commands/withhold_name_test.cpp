#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const WithholdName withhold{cuba, DelegationId{"expression"}};

}  // namespace

TEST_CASE("withhold_name: the name is no longer shown, and undo does not restore it") {
    Stage stage = opened();
    stage.does(withhold, secretariat);
    CHECK_FALSE(stage.room.names->contains({cuba, DelegationId{"expression"}}));
    CHECK(stage.room.withheld.at({cuba, DelegationId{"expression"}}) == NameStanding::withheld);
    stage.undoes();
    CHECK_FALSE(stage.room.names->contains({cuba, DelegationId{"expression"}}));
    CHECK(stage.plate("expression").title == "National CSO: expression");
}

TEST_CASE(
    "withhold_name: refused without a name, a second time, for an unknown plate, to the chair") {
    Stage stage = opened();
    CHECK(stage.refusal(WithholdName{cuba, DelegationId{"media"}}, secretariat) ==
          Refusal{RefusalCode::no_name, "National CSO: media has no name that could be withheld."});
    CHECK(stage.refusal(WithholdName{cuba, DelegationId{"nhri"}}, secretariat).code ==
          RefusalCode::unknown_delegation);
    CHECK(
        stage.refusal(WithholdName{MeetingId{"canada"}, DelegationId{"nhri"}}, secretariat).code ==
        RefusalCode::unknown_meeting);
    CHECK(stage.refusal(withhold, chair).code == RefusalCode::not_permitted);
    stage.does(withhold, secretariat);
    CHECK(stage.refusal(withhold, secretariat) ==
          Refusal{RefusalCode::already_so, "This name is already withheld."});
}
