#include "floor/lost_time.hpp"

#include "fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Away from 09:00:30 on, for so long.
Outage away(Duration time) {
    return {nine + 30s, nine + 30s + time};
}

/// Expression has the floor, in the third act.
Stage speaking() {
    Stage stage = opened();
    stage.gives_floor("expression");
    return stage;
}

}  // namespace

TEST_CASE("lost time: a statement that ran through an outage has lost it") {
    Stage stage = speaking();
    stage.does(AddTime{stage.statement(), 30s});
    CHECK(lost_time(stage.room, away(134s)) == LostTime{{nine + 30s, nine + 164s},
                                                        134s,
                                                        InscriptionId{"expression"},
                                                        30s,
                                                        CommandId{"away-1523516564000-3"}});
}

TEST_CASE("lost time: a moment is not worth a word") {
    const Stage stage = speaking();
    CHECK_FALSE(lost_time(stage.room, away(4999ms)).has_value());
    CHECK(lost_time(stage.room, away(5s)).has_value());
}

TEST_CASE("lost time: where nobody's time ran, nobody lost any") {
    CHECK_FALSE(lost_time(empty_room(RoomId{"xx"}), away(134s)).has_value());
    Stage stage = opened();
    CHECK_FALSE(lost_time(stage.room, away(134s)).has_value());
    stage.gives_floor("expression");
    stage.does(PauseStatement{stage.statement()});
    CHECK_FALSE(lost_time(stage.room, away(134s)).has_value());
    stage.ends_statement();
    stage.does(HonourEmptyChair{InscriptionId{"association"}, std::nullopt, 60s});
    CHECK_FALSE(lost_time(stage.room, away(134s)).has_value());
}

TEST_CASE("lost time: two outages of a statement are one offer") {
    Stage stage = speaking();
    stage.does(AddTime{stage.statement(), 30s});
    const LostTime first = *lost_time(stage.room, away(134s));
    // The chair gave some of it by hand.
    stage.does(AddTime{stage.statement(), 60s});
    const LostTime second = *lost_time(stage.room, {nine + 200s, nine + 210s});
    CHECK(together(first, second) == LostTime{{nine + 30s, nine + 210s},
                                              144s,
                                              InscriptionId{"expression"},
                                              30s,
                                              CommandId{"away-1523516610000-3"}});
}

TEST_CASE("lost time: it can be given back as long as the statement is not over") {
    Stage stage = speaking();
    const LostTime lost = *lost_time(stage.room, away(134s));
    CHECK(is_to_give_back(lost, stage.room));
    stage.does(PauseStatement{stage.statement()});
    CHECK(is_to_give_back(lost, stage.room));
    stage.does(RaisePointOfOrder{DelegationId{"media"}, stage.statement()});
    CHECK(is_to_give_back(lost, stage.room));
    stage.does(RuleOnPointOfOrder{stage.statement(), Ruling::noted, ""});
    CHECK(is_to_give_back(lost, stage.room));
    stage.ends_statement();
    CHECK_FALSE(is_to_give_back(lost, stage.room));
}

TEST_CASE("lost time: of another meeting it is nobody's") {
    Stage stage = speaking();
    const LostTime lost = *lost_time(stage.room, away(134s));
    stage.does(CloseMeeting{cuba});
    CHECK_FALSE(is_to_give_back(lost, stage.room));
    stage.does(OpenMeeting{germany});
    CHECK_FALSE(is_to_give_back(lost, stage.room));
    CHECK_FALSE(is_to_give_back(lost, empty_room(RoomId{"xx"})));
}
