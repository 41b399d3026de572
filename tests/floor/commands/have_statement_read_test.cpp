#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

HaveStatementRead read(const std::string& whose, const std::string& by) {
    return {DelegationId{whose}, DelegationId{by}};
}

}  // namespace

TEST_CASE("have_statement_read: the plate shows its reader, and Next calls it") {
    Stage stage = opened();
    stage.does(read("association", "moderator"));
    CHECK(stage.plate("association").standing == Standing::read_by);
    CHECK(stage.plate("association").reader == DelegationId{"moderator"});
    CHECK(stage.plate("association").absence_reason.empty());
    stage.gives_floor("expression");
    stage.does(Next{stage.ending(), {}});
    CHECK(stage.speaker() == "sur");
    stage.does(Next{stage.ending(), {}});
    CHECK(stage.speaker() == "association");
}

TEST_CASE("have_statement_read: the reader can be replaced; undo restores the previous one") {
    Stage stage = opened();
    stage.does_and_undoes(read("association", "media"));
    stage.does(read("association", "media"));
    stage.does_and_undoes(read("association", "expression"));
    stage.does_and_undoes(MarkPresent{DelegationId{"association"}});
}

TEST_CASE("have_statement_read: the reader cannot leave, nor can its plate be removed") {
    Stage stage = opened();
    stage.does(read("association", "media"));
    stage.gives_floor("association");
    CHECK(stage.refusal(MarkAbsent{DelegationId{"media"}, ""}) ==
          Refusal{RefusalCode::has_the_floor,
                  "National CSO: media has the floor: end the statement first."});
    PlannedMeeting plan = cuba_plan();
    plan.panel.erase(plan.panel.begin() + 2);
    CHECK(stage.refusal(PlanMeetings{{plan}}, secretariat).code == RefusalCode::meeting_under_way);
    stage.ends_statement();
    stage.does(MarkAbsent{DelegationId{"media"}, ""});
    CHECK(stage.plate("association").standing == Standing::absent);
}

TEST_CASE("have_statement_read: refused for itself, an absent reader, and without a change") {
    Stage stage = opened();
    CHECK(stage.refusal(read("association", "association")) ==
          Refusal{RefusalCode::malformed,
                  "National CSO: association cannot read its own statement while it is away."});
    CHECK(stage.refusal(read("association", "disappearances")) ==
          Refusal{RefusalCode::delegation_absent,
                  "International CSO: disappearances is not here, and cannot read for another."});
    stage.does(read("association", "media"));
    CHECK(stage.refusal(read("association", "media")) ==
          Refusal{RefusalCode::already_so, "National CSO: media reads that statement already."});
}

TEST_CASE("have_statement_read: refused for an unknown plate, the moderator, and the speaker") {
    Stage stage = opened();
    const Refusal no_plate{RefusalCode::unknown_delegation,
                           "The meeting on Cuba has no such name plate."};
    CHECK(stage.refusal(read("nhri", "media")) == no_plate);
    CHECK(stage.refusal(read("association", "nhri")) == no_plate);
    CHECK(stage.refusal(read("moderator", "media")) ==
          Refusal{RefusalCode::malformed, "The moderator has no name plate that could be empty."});
    stage.gives_floor("sur");
    CHECK(stage.refusal(read("sur", "media")) ==
          Refusal{RefusalCode::has_the_floor, "Cuba has the floor: end the statement first."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(read("association", "media")).code == RefusalCode::meeting_closed);
}
