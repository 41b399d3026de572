#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

using List = std::vector<std::string>;

MoveInscription move(const std::string& who, const std::string& before) {
    return {InscriptionId{who}, InscriptionId{before}};
}

MoveInscription move_to_the_end(const std::string& who) {
    return {InscriptionId{who}, std::nullopt};
}

}  // namespace

TEST_CASE("move_inscription: moves before another inscription, or to the end") {
    Stage stage = opened();
    CHECK(stage.list() ==
          List{"sur", "expression", "association", "media", "disappearances", "defenders"});
    stage.does(move("defenders", "sur"));
    CHECK(stage.list() ==
          List{"defenders", "sur", "expression", "association", "media", "disappearances"});
    stage.does(move("sur", "media"));
    CHECK(stage.list() ==
          List{"defenders", "expression", "association", "sur", "media", "disappearances"});
    stage.does(move_to_the_end("expression"));
    CHECK(stage.list() ==
          List{"defenders", "association", "sur", "media", "disappearances", "expression"});
}

TEST_CASE("move_inscription: allowed before the opening, and while another speaks") {
    Stage stage = founded();
    stage.does(move("media", "sur"));
    stage.does(OpenMeeting{cuba});
    stage.gives_floor("sur");
    stage.does(move("defenders", "expression"));
    CHECK(stage.list() ==
          List{"media", "sur", "defenders", "expression", "association", "disappearances"});
    CHECK(stage.speaker() == "sur");
}

TEST_CASE("move_inscription: an empty chair can be moved, and keeps its plate") {
    Stage stage = opened();
    stage.does(move("association", "sur"));
    CHECK(stage.list()[0] == "association");
    CHECK(stage.meeting().delegations[2].id.value == "association");
    CHECK(next_inscription(stage.meeting())->id.value == "sur");
}

TEST_CASE("move_inscription: refused for an inscription that is not waiting") {
    Stage stage = opened();
    stage.gives_floor("media");
    CHECK(stage.refusal(move("media", "sur")) ==
          Refusal{RefusalCode::not_waiting,
                  "National CSO: media is not waiting: only who waits is moved."});
}

TEST_CASE("move_inscription: refused before an inscription that is no longer waiting") {
    Stage stage = opened();
    stage.gives_floor("sur");
    CHECK(stage.refusal(move("media", "sur")) ==
          Refusal{RefusalCode::stale, "The list has changed: Cuba is not waiting any more."});
}

TEST_CASE("move_inscription: refused without a change") {
    const Stage stage = opened();
    const Refusal in_place{RefusalCode::already_so, "National CSO: media has that place already."};
    CHECK(stage.refusal(move("media", "media")) == in_place);
    CHECK(stage.refusal(move("media", "disappearances")) == in_place);
    CHECK(stage.refusal(move_to_the_end("defenders")) ==
          Refusal{RefusalCode::already_so, "International CSO: defenders has that place already."});
}

TEST_CASE("move_inscription: refused for an unknown inscription, and once the meeting is closed") {
    Stage stage = opened();
    const Refusal unknown{RefusalCode::unknown_inscription,
                          "The meeting on Cuba has no such entry on its speakers' list."};
    CHECK(stage.refusal(move("nhri", "sur")) == unknown);
    CHECK(stage.refusal(move("sur", "nhri")) == unknown);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(move("media", "sur")) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}
