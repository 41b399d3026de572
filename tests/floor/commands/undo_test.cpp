#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("undo: a statement ended by mistake runs on as if never interrupted") {
    Stage stage = opened();
    stage.gives_floor("expression");
    stage.later(61'001ms);
    const Proceedings before = stage.room.proceedings;
    stage.does(Next{stage.ending(), std::nullopt});
    stage.later(2'500ms);
    stage.does(Undo{Revision{4}});
    CHECK(stage.room.proceedings == before);
    CHECK(stage.statement() == StatementId{3});
    CHECK(stage.timer() == Timer{5min, 0ms, nine});
    CHECK(remaining(stage.timer(), stage.now) == 236'499ms);
    CHECK(stage.meeting().turns.empty());
    CHECK(stage.inscription("sur").status == InscriptionStatus::waiting);
}

TEST_CASE("undo: acts can be undone one after another, back to the founding") {
    Stage stage = founded();
    const Proceedings before = stage.room.proceedings;
    stage.does(ShowNotice{"Welcome."});
    stage.does(OpenMeeting{cuba});
    stage.gives_floor("sur");
    stage.does(CloseMeeting{cuba});
    stage.does(OpenMeeting{germany});
    for (int i = 0; i < 5; ++i) stage.undoes();
    CHECK(stage.room.proceedings == before);
    CHECK(stage.refusal(Undo{Revision{6}}) ==
          Refusal{RefusalCode::nothing_to_undo, "There is nothing to undo."});
}

TEST_CASE("undo: revisions and numbers only increase") {
    Stage stage = opened();
    stage.gives_floor("sur");
    CHECK(stage.statement() == StatementId{3});
    stage.undoes();
    CHECK(stage.room.revision == Revision{4});
    stage.gives_floor("sur");
    CHECK(stage.statement() == StatementId{5});
}

TEST_CASE("undo: a second undo undoes the act before, not the first undo") {
    Stage stage = opened();
    stage.does(ShowNotice{"Welcome."});
    stage.undoes();
    REQUIRE(stage.room.memory.size() == 1);
    CHECK(stage.room.memory.back().kind == kind_of<OpenMeeting>());
    stage.undoes();
    CHECK(stage.meeting().course == Course::planned);
}

TEST_CASE("undo: does not restore a name that was changed meanwhile") {
    Stage stage = opened();
    stage.room.names.edit().clear();
    stage.undoes();
    CHECK(stage.room.names->empty());
}

TEST_CASE("undo: a meeting does not go on at an instant before it was closed") {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(1h);
    stage.does(CloseMeeting{cuba});
    stage.does(ShowNotice{"The bus leaves at six."});
    stage.later(-30min);
    stage.undoes();
    const Refusal too_early{RefusalCode::nothing_to_undo,
                            "The clock was set back since then, so the meeting cannot go on."};
    CHECK(stage.refusal(Undo{Revision{4}}) == too_early);
    stage.later(30min);
    stage.does(Undo{Revision{4}});
    CHECK(stage.meeting().course == Course::open);
}

TEST_CASE("undo: refused when another act came in between") {
    Stage stage = opened();
    stage.does(ShowNotice{"Welcome."});
    CHECK(stage.refusal(Undo{Revision{2}}) ==
          Refusal{RefusalCode::stale,
                  "Somebody else acted first: check what Undo would take back now."});
}
