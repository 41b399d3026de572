#include "floor/figures.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

void speaks(Stage& stage, const std::string& id, Duration time) {
    stage.gives_floor(id);
    stage.later(time);
    stage.ends_statement();
}

/// Cuba's meeting, with a silence and a statement that another read, then Germany's.
Stage held() {
    PlannedRoom plan = room_plan();
    plan.meetings[0].panel[0].represented_by = RepresentedBy::woman;
    plan.meetings[0].panel[4].represented_by = RepresentedBy::man;
    plan.meetings[1].panel[0].represented_by = RepresentedBy::woman;
    Stage stage;
    stage.does(FoundRoom{plan}, secretariat);
    stage.does(EnterRoll{{"FR", "CH"}});
    stage.does(OpenMeeting{cuba});
    speaks(stage, "sur", 90s);
    stage.gives_floor("expression");
    stage.does(AddTime{stage.statement(), 1min});
    stage.later(2min);
    stage.ends_statement();
    speaks(stage, "expression", 3min);
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"media"}});
    speaks(stage, "association", 4min);
    stage.does(HonourEmptyChair{InscriptionId{"disappearances"}, {}, 30s});
    stage.later(30s);
    stage.ends_statement();
    speaks(stage, "defenders", 6min);
    stage.does(CloseMeeting{cuba});
    stage.does(AnnounceMeeting{germany});
    stage.does(EnterRoll{{"CH"}});
    stage.does(MarkAbsent{DelegationId{"sur"}, ""});
    stage.does(OpenMeeting{germany});
    speaks(stage, "nhri", 7min);
    return stage;
}

Figures figures(const Stage& stage, const FigureDefinitions& definitions = {}) {
    std::vector<const Meeting*> meetings;
    for (const Shared<Meeting>& one : stage.room.proceedings.meetings) meetings.push_back(&*one);
    return figures_of(meetings, definitions);
}

}  // namespace

TEST_CASE("figures: count who took the floor and who did not") {
    const Figures counted = figures(held());
    CHECK(counted.meetings == 2);
    // Expression, association (read), defenders and the NHRI.
    CHECK(counted.csos_took_floor == 4);
    CHECK(counted.represented_by_women == 2);
    CHECK(counted.national_csos == 3);
    CHECK(counted.nhris == 1);
    CHECK(counted.surs_attended == 1);
    CHECK(counted.plates_absent == 2);
}

TEST_CASE("figures: follow the chosen definitions, and state them") {
    const Figures counted = figures(held(), {false, false});
    CHECK(counted.definitions == FigureDefinitions{false, false});
    CHECK(counted.csos_took_floor == 2);
    CHECK(counted.represented_by_women == 1);
    CHECK(counted.national_csos == 1);
    CHECK(counted.nhris == 1);
}

TEST_CASE("figures: of a statement that another read, who spoke is the reader") {
    PlannedRoom plan = room_plan();
    plan.meetings[0].panel[0].represented_by = RepresentedBy::woman;
    plan.meetings[0].panel[4].represented_by = RepresentedBy::man;
    const DelegationId hers = plan.meetings[0].panel[0].id;
    const DelegationId his = plan.meetings[0].panel[4].id;
    const auto women_after = [&](const DelegationId& whose, const DelegationId& reader) {
        Stage stage;
        stage.does(FoundRoom{plan}, secretariat);
        stage.does(OpenMeeting{cuba});
        stage.does(HaveStatementRead{whose, reader});
        speaks(stage, whose.value, 1min);
        // Whatever becomes of the plate afterwards.
        stage.does(MarkPresent{whose});
        CHECK(figures(stage).csos_took_floor == 1);
        CHECK(figures(stage, {true, false}).represented_by_women == 0);
        return figures(stage).represented_by_women;
    };
    CHECK(women_after(hers, his) == 0);
    CHECK(women_after(his, hers) == 1);
    CHECK(women_after(hers, DelegationId{"moderator"}) == 0);
}

TEST_CASE("figures: who read a statement counts, whatever becomes of the plates afterwards") {
    Stage stage = opened();
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"media"}});
    speaks(stage, "association", 4min);
    stage.does(MarkPresent{DelegationId{"association"}});
    CHECK(figures(stage, {true, false}).csos_took_floor == 0);
    CHECK(figures(stage, {true, true}).csos_took_floor == 1);
}

TEST_CASE(
    "figures: a panellist that spoke and left was there, one whose statement was read was not") {
    Stage stage = opened();
    const std::size_t before = figures(stage).plates_absent;
    speaks(stage, "expression", 4min);
    stage.does(MarkAbsent{DelegationId{"expression"}, ""});
    CHECK(figures(stage).plates_absent == before);
    stage.does(HaveStatementRead{DelegationId{"defenders"}, DelegationId{"media"}});
    speaks(stage, "defenders", 4min);
    CHECK(figures(stage).plates_absent == before + 1);
}

TEST_CASE("figures: time that was passed on is allotted once") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(1min);
    stage.does(Yield{stage.statement(), InscriptionId{"expression"}});
    stage.later(11min);
    stage.ends_statement();
    // Seven and five minutes.
    CHECK(figures(stage).kinds ==
          std::vector<KindFigures>{{InscriptionKind::panel_statement, 2, 12min, 12min}});
}

TEST_CASE("figures: count different Missions, and their average share at a meeting") {
    const Figures counted = figures(held());
    CHECK(counted.missions == 2);
    CHECK(counted.missions_average == 1.5);
    CHECK(counted.missions_share_percent == 75.0);
    CHECK(counted.attendance ==
          std::vector<MissionFigures>{{{"FR", "France"}, 1}, {{"CH", "Switzerland"}, 2}});
}

TEST_CASE("figures: count a Mission that left, and none that was entered by mistake") {
    Stage stage = held();
    stage.does(EnterRoll{{"DE", "KE", "PE"}});
    stage.does(Inscribe{DelegationId{"mission-ke"}, InscriptionKind::question, {}});
    stage.does(LeaveRoll{{"DE"}});
    stage.does(LeaveRoll{{"KE", "PE"}, {}, true});
    const Figures counted = figures(stage);
    CHECK(counted.missions == 3);
    CHECK(counted.missions_average == 2.0);
    CHECK(counted.attendance == std::vector<MissionFigures>{{{"FR", "France"}, 1, 0},
                                                            {{"DE", "Germany"}, 1, 1},
                                                            {{"CH", "Switzerland"}, 2, 0}});
}

TEST_CASE("figures: list the guests that were there, and count none as a Mission") {
    Stage stage = held();
    stage.does(EnterRoll{{}, std::nullopt, "UNICEF"});
    stage.does(EnterRoll{{}, std::nullopt, "City of Geneva"});
    stage.does(EnterRoll{{}, std::nullopt, "Entered by mistake"});
    stage.does(LeaveRoll{{}, {}, false, "City of Geneva"});
    stage.does(LeaveRoll{{}, {}, true, "Entered by mistake"});
    stage.does(EnterRoll{{}, cuba, "UNICEF"}, secretariat);
    const Figures counted = figures(stage);
    CHECK(counted.guests == std::vector<GuestFigures>{{"City of Geneva", 1, 1}, {"UNICEF", 2, 0}});
    CHECK(counted.missions == 2);
}

TEST_CASE("figures: who read a statement is corrected after the meeting") {
    Stage stage = opened();
    speaks(stage, "media", 5min);
    stage.does(CloseMeeting{cuba});
    const FigureDefinitions without_read{true, false};
    CHECK(figures(stage, without_read).csos_took_floor == 1);
    CorrectPlate command{cuba,
                         DelegationId{"media"},
                         DelegationKind::national_cso,
                         "Media",
                         "",
                         Standing::read_by,
                         "",
                         RepresentedBy::undeclared,
                         "",
                         DelegationId{"defenders"}};
    stage.does(command, secretariat);
    CHECK(figures(stage).csos_took_floor == 1);
    CHECK(figures(stage, without_read).csos_took_floor == 0);
    CHECK(stage.meeting().turns.front().reader == DelegationId{"defenders"});
    command.standing = Standing::present;
    command.reader.reset();
    stage.does(command, secretariat);
    CHECK(figures(stage, without_read).csos_took_floor == 1);
}

TEST_CASE("figures: a round of answers is allotted its budget once, and no answer any") {
    Stage stage = opened();
    stage.does(BeginAnswers{{DelegationId{"media"}, DelegationId{"defenders"}}, 4min});
    const std::string round = std::to_string(stage.room.revision.value);
    speaks(stage, "answer-" + round + "-1", 1s);
    speaks(stage, "answer-" + round + "-2", 2min);
    const Figures counted = figures(stage);
    CHECK(counted.kinds.back() ==
          KindFigures{InscriptionKind::answer, 2, 4min, std::chrono::seconds{121}});
    CHECK(counted.speakers.back().allotted == std::nullopt);
}

TEST_CASE("figures: sum the times allotted and used, with added time and without silences") {
    const Figures counted = figures(held());
    CHECK(counted.kinds ==
          std::vector<KindFigures>{{InscriptionKind::sur_statement, 1, 2min, 90s},
                                   {InscriptionKind::panel_statement, 4, 24min, 22min}});
    REQUIRE(counted.speakers.size() == 5);
    CHECK(counted.speakers[1] == SpeakerFigures{cuba,
                                                {"CU", "Cuba"},
                                                "National CSO: expression",
                                                InscriptionKind::panel_statement,
                                                6min,
                                                5min,
                                                2});
    CHECK(counted.speakers[4].meeting == germany);
}

TEST_CASE("figures: ignore a meeting that was not held") {
    CHECK(figures(founded()) == Figures{});
    CHECK(figures(opened()).meetings == 1);
    CHECK(figures(opened()).missions_share_percent == 0.0);
}
