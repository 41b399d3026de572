#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

MarkAbsent mark(const std::string& who, const std::string& reason = "") {
    return {DelegationId{who}, reason};
}

}  // namespace

TEST_CASE("mark_absent: the plate stays up, with the public reason") {
    Stage stage = opened();
    stage.does(mark("media", "  Stopped at the airport. "));
    CHECK(stage.plate("media").standing == Standing::absent);
    CHECK(stage.plate("media").absence_reason == "Stopped at the airport.");
    CHECK(stage.meeting().delegations[3].id.value == "media");
}

TEST_CASE("mark_absent: the delegation keeps its place on the list, and Next skips it") {
    Stage stage = opened();
    const auto list = stage.list();
    stage.does(mark("sur"));
    CHECK(stage.list() == list);
    CHECK(stage.inscription("sur").status == InscriptionStatus::waiting);
    CHECK(next_inscription(stage.meeting())->id.value == "expression");
}

TEST_CASE("mark_absent: a second time replaces the reason") {
    Stage stage = opened();
    stage.does(mark("association", "Travel ban."));
    CHECK(stage.plate("association").absence_reason == "Travel ban.");
    stage.does(mark("association"));
    CHECK(stage.plate("association").absence_reason.empty());
}

TEST_CASE("mark_absent: allowed before the opening, and after the delegation has spoken") {
    Stage stage = founded();
    stage.does(mark("media"));
    stage.does(OpenMeeting{cuba});
    stage.gives_floor("sur");
    stage.ends_statement();
    stage.does(mark("sur"));
    CHECK(stage.inscription("sur").status == InscriptionStatus::spoken);
}

TEST_CASE("mark_absent: refused for the speaker") {
    Stage stage = opened();
    stage.gives_floor("media");
    CHECK(stage.refusal(mark("media")) ==
          Refusal{RefusalCode::has_the_floor,
                  "National CSO: media has the floor: end the statement first."});
}

TEST_CASE("mark_absent: refused when already absent for this reason") {
    const Stage stage = opened();
    CHECK(stage.refusal(mark("association", "Prevented from travelling.")) ==
          Refusal{RefusalCode::already_so, "National CSO: association is marked absent already."});
    CHECK(stage.refusal(mark("disappearances")) ==
          Refusal{RefusalCode::already_so,
                  "International CSO: disappearances is marked absent already."});
}

TEST_CASE("mark_absent: refused with an invalid reason") {
    const Stage stage = opened();
    CHECK(stage.refusal(mark("media", "two\nlines")) ==
          Refusal{RefusalCode::malformed, "The reason holds a line break or a control character."});
    CHECK(stage.refusal(mark("media", std::string(401, 'a'))) ==
          Refusal{RefusalCode::malformed, "The reason is too long (at most 400 bytes)."});
}

TEST_CASE("mark_absent: refused for an unknown plate, and once the meeting is closed") {
    Stage stage = opened();
    CHECK(stage.refusal(mark("nhri")) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(mark("media")) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
