#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// Kenya's hour, after Germany's.
PlannedMeeting kenya_plan() {
    PlannedMeeting plan = germany_plan();
    plan.id = MeetingId{"kenya"};
    plan.state = {"KE", "Kenya"};
    plan.starts_at = nine + 2h;
    plan.ends_at = nine + 3h;
    return plan;
}

PlannedDelegation late() {
    return panellist("late", DelegationKind::nhri, "NHRI: late", 5min);
}

}  // namespace

TEST_CASE("plan_meetings: adds a meeting in the order of the hours, with separate names") {
    Stage stage = opened();
    PlannedMeeting early = kenya_plan();
    early.starts_at = nine - 1h;
    early.ends_at = nine;
    const Act act = stage.does(PlanMeetings{{early}}, secretariat);
    CHECK(act.events.size() == 2);
    CHECK(std::get<MeetingPlanned>(act.events[0]).plan.panel[0].speaker_name.empty());
    CHECK(stage.room.proceedings.meetings[0]->id.value == "kenya");
    CHECK(stage.room.proceedings.current == cuba);
    CHECK(stage.room.names->at({MeetingId{"kenya"}, DelegationId{"nhri"}}) == "Speaker B");
    CHECK(stage.room.programme_revision == Revision{3});
}

TEST_CASE("plan_meetings: the plan stays when acts of the floor are undone") {
    Stage stage = opened();
    stage.does_for_good(PlanMeetings{{kenya_plan()}}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel.push_back(late());
    stage.does_for_good(PlanMeetings{{plan}}, secretariat);
}

TEST_CASE("plan_meetings: an open meeting can be edited, and keeps what has happened") {
    Stage stage = opened();
    stage.gives_floor("media");
    PlannedMeeting plan = cuba_plan();
    plan.state.name = "Republic of Cuba";
    plan.ends_at = nine + 55min;
    plan.hard_stop = nine + 50min;
    plan.sur_allotted = 90s;
    plan.panel[0].title = "Expression";
    plan.panel[2].allotted = 6min;
    plan.panel.erase(plan.panel.begin() + 4);
    plan.panel.insert(plan.panel.begin(), late());
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.meeting().state.name == "Republic of Cuba");
    CHECK(stage.plate("sur").title == "Republic of Cuba");
    CHECK(stage.meeting().ends_at == nine + 55min);
    CHECK(stage.meeting().hard_stop == nine + 50min);
    CHECK(stage.inscription("sur").allotted == 90s);
    CHECK(stage.plate("expression").title == "Expression");
    CHECK(stage.plate("association").standing == Standing::absent);
    CHECK(stage.inscription("media").allotted == 7min);
    CHECK(stage.speaker() == "media");
    CHECK(stage.meeting().delegations[1].id.value == "late");
    CHECK(stage.list() == std::vector<std::string>{"sur", "expression", "association", "media",
                                                   "disappearances", "late"});
}

TEST_CASE("plan_meetings: the panel of a planned meeting is called in the order of the rules") {
    PlannedRoom room = room_plan();
    room.rules.order = SpeakingOrder::nhri_first;
    Stage stage;
    stage.does(FoundRoom{room}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel.push_back(late());
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.list()[1] == "late");
    stage.does(MoveInscription{InscriptionId{"media"}, InscriptionId{"late"}});
    plan.panel[0].title = "Expression";
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.list()[1] == "media");
}

TEST_CASE("plan_meetings: a removed plate loses its name and its requests") {
    Stage stage = opened();
    stage.does(HaveStatementRead{DelegationId{"association"}, DelegationId{"expression"}});
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {DelegationId{"expression"}}});
    PlannedMeeting plan = cuba_plan();
    plan.panel.erase(plan.panel.begin());
    stage.does(PlanMeetings{{plan}}, secretariat);
    const PlateOfMeeting plate{cuba, DelegationId{"expression"}};
    CHECK_FALSE(stage.room.names->contains(plate));
    CHECK(stage.room.withheld.at(plate) == NameStanding::removed);
    CHECK(stage.room.hidden_names->at(plate) == "Speaker A");
    CHECK(stage.plate("association").standing == Standing::absent);
    CHECK(stage.inscription("entry-4").addressed_to.empty());
}

TEST_CASE("plan_meetings: undo keeps the name of a plate that was removed and added again") {
    Stage stage = opened();
    stage.does(ShowNotice{"Welcome."});
    PlannedMeeting without = cuba_plan();
    without.panel.erase(without.panel.begin());
    stage.does(PlanMeetings{{without}}, secretariat);
    stage.does(PlanMeetings{{cuba_plan()}}, secretariat);
    const SpeakerNames names = *stage.room.names;
    CHECK(names.at({cuba, DelegationId{"expression"}}) == "Speaker A");
    stage.undoes();
    CHECK(*stage.room.names == names);
    CHECK(stage.room.withheld.empty());
}

TEST_CASE("plan_meetings: a withheld name stays withheld when it is imported again") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel[0].title = "Expression";
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK_FALSE(stage.room.names->contains({cuba, DelegationId{"expression"}}));
}

TEST_CASE(
    "plan_meetings: a name that is withheld at one plate is withheld at another, and on record") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel[0].speaker_name.clear();
    plan.panel[2].speaker_name = "SPEAKER  A";
    plan.panel[4].speaker_name = "Speaker C";
    PlannedMeeting later = germany_plan();
    later.panel[0].speaker_name = "speaker a";
    const Act act = stage.does(PlanMeetings{{plan, later}}, secretariat);
    CHECK(*stage.room.names == SpeakerNames{{{cuba, DelegationId{"defenders"}}, "Speaker C"}});
    const PlateOfMeeting their_plate{cuba, DelegationId{"media"}};
    CHECK(stage.room.withheld.at(their_plate) == NameStanding::withheld);
    CHECK(act.events[0] == Event{SpeakerNamed{cuba, DelegationId{"media"}, "SPEAKER  A"}});
    CHECK(act.events[1] == Event{NameWithheld{cuba, DelegationId{"media"}}});
    // By name, at one plate, a person decides otherwise.
    stage.does(NameSpeaker{germany, DelegationId{"nhri"}, "Speaker A"}, secretariat);
    CHECK(stage.room.names->at({germany, DelegationId{"nhri"}}) == "Speaker A");
}

TEST_CASE("plan_meetings: a withheld plate that is removed and planned again stays withheld") {
    Stage stage = founded();
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    PlannedMeeting without = cuba_plan();
    without.panel.erase(without.panel.begin());
    stage.does(PlanMeetings{{without}}, secretariat);
    stage.does(PlanMeetings{{cuba_plan()}}, secretariat);
    CHECK_FALSE(stage.room.names->contains({cuba, DelegationId{"expression"}}));
}

TEST_CASE("plan_meetings: without the plate of an erased name, no name of the meeting is taken") {
    Stage stage = founded();
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    stage.does(EraseName{cuba, DelegationId{"expression"}}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel[0] = late();
    plan.panel[0].speaker_name = "Speaker A";
    plan.panel[2].speaker_name = "Speaker A";
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(*stage.room.names == SpeakerNames{{{germany, DelegationId{"nhri"}}, "Speaker B"}});
    stage.does(NameSpeaker{cuba, DelegationId{"media"}, "Speaker C"}, secretariat);
}

TEST_CASE("plan_meetings: new plates get ids that no act before gave") {
    Stage stage = opened();
    PlannedMeeting plan = cuba_plan();
    plan.panel.push_back(late());
    plan.panel.back().id = DelegationId{"new-7"};
    plan.panel.back().speaker_name = "Speaker C";
    plan.panel.push_back(plan.panel.back());
    plan.panel.back().id = DelegationId{"new-8"};
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.list().back() == "plate-3-2");
    CHECK(stage.room.names->at({cuba, DelegationId{"plate-3-1"}}) == "Speaker C");
    stage.does(PlanMeetings{{cuba_plan()}}, secretariat);
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.list().back() == "plate-5-2");
}

TEST_CASE("plan_meetings: refused to remove a plate with a hidden name while the meeting is open") {
    Stage stage = founded();
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel.erase(plan.panel.begin());
    stage.does(OpenMeeting{cuba});
    CHECK(stage.refusal(PlanMeetings{{plan}}, secretariat) ==
          Refusal{RefusalCode::meeting_under_way,
                  "The name at National CSO: expression is withheld or erased: its plate stays up "
                  "while the meeting is open."});
}

TEST_CASE("plan_meetings: refused with the first fault") {
    const Stage stage = opened();
    const auto refusal = [&](const auto& change) {
        PlannedMeeting plan = kenya_plan();
        change(plan);
        return stage.refusal(PlanMeetings{{plan}}, secretariat);
    };
    CHECK(refusal([](PlannedMeeting& it) { it.panel.clear(); }) ==
          Refusal{RefusalCode::malformed, "Meeting kenya, panel: A panel has 1 to 59 panellists."});
    CHECK(refusal([](PlannedMeeting& it) { it.panel[0].allotted = 8min; }) ==
          Refusal{RefusalCode::malformed,
                  "Meeting kenya, panel[0].allotted_s: The time allotted "
                  "here is 5:00 to 7:00 minutes."});
    CHECK(refusal([](PlannedMeeting& it) { it.starts_at -= 1min; }) ==
          Refusal{RefusalCode::malformed,
                  "Meeting kenya, starts_at: The meeting before it in this "
                  "room, Germany, is not over by then."});
    CHECK(stage.refusal(PlanMeetings{{kenya_plan(), kenya_plan()}}, secretariat).code ==
          RefusalCode::malformed);
    CHECK(stage.refusal(PlanMeetings{}, secretariat) ==
          Refusal{RefusalCode::malformed, "No meeting is given."});
}

TEST_CASE("plan_meetings: of two that overlap, it is the given one that needs another time") {
    Stage stage = opened();
    PlannedMeeting longer = cuba_plan();
    longer.ends_at += 10min;
    CHECK(stage.refusal(PlanMeetings{{longer}}, secretariat) ==
          Refusal{RefusalCode::malformed,
                  "Meeting cuba, ends_at: The next meeting in this room, Germany, begins before "
                  "this one ends."});
    stage.does(CloseMeeting{cuba});
    PlannedMeeting plan = kenya_plan();
    plan.starts_at = nine - 30min;
    plan.ends_at = nine + 30min;
    const Refusal before = stage.refusal(PlanMeetings{{plan}}, secretariat);
    CHECK(before.text ==
          "Meeting kenya, ends_at: Cuba is closed and keeps its time in this room: give this one "
          "another.");
    CHECK(before.text.particulars.back().value == "KE");
    plan.starts_at = nine + 30min;
    plan.ends_at = nine + 50min;
    CHECK(stage.refusal(PlanMeetings{{plan}}, secretariat).text ==
          "Meeting kenya, starts_at: Cuba is closed and keeps its time in this room: give this one "
          "another.");
}

TEST_CASE("plan_meetings: refused beyond the meetings of a room") {
    PlanMeetings many;
    for (int i = 0; i < 199; ++i) {
        many.meetings.push_back(kenya_plan());
        many.meetings.back().id = MeetingId{"kenya-" + std::to_string(i)};
        many.meetings.back().starts_at += i * 1h;
        many.meetings.back().ends_at += i * 1h;
    }
    CHECK(opened().refusal(many, secretariat) ==
          Refusal{RefusalCode::malformed, "A room has at most 200 meetings."});
}

TEST_CASE("plan_meetings: refused to remove a plate that was heard, and for a closed meeting") {
    Stage stage = opened();
    stage.does(DeclineStatement{InscriptionId{"expression"}});
    PlannedMeeting plan = cuba_plan();
    plan.panel.erase(plan.panel.begin());
    CHECK(stage.refusal(PlanMeetings{{plan}}, secretariat) ==
          Refusal{RefusalCode::meeting_under_way,
                  "National CSO: expression has had its turn: its plate stays up."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(PlanMeetings{{cuba_plan()}}, secretariat) ==
          Refusal{RefusalCode::meeting_closed,
                  "The meeting on Cuba is closed: its record stays as it is."});
}

TEST_CASE("plan_meetings: refused without a change, with an erased name, and before the founding") {
    Stage stage = opened();
    CHECK(stage.refusal(PlanMeetings{{cuba_plan()}}, secretariat) ==
          Refusal{RefusalCode::already_so, "This would change nothing."});
    stage.does(WithholdName{cuba, DelegationId{"expression"}}, secretariat);
    stage.does(EraseName{cuba, DelegationId{"expression"}}, secretariat);
    CHECK(stage.refusal(PlanMeetings{{cuba_plan()}}, secretariat) ==
          Refusal{RefusalCode::name_erased,
                  "The name of National CSO: expression's speaker was erased for good."});
    CHECK(Stage{}.refusal(PlanMeetings{{cuba_plan()}}, secretariat) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."});
}

TEST_CASE(
    "plan_meetings: two plates that wait are swapped in an open meeting, and so is their order") {
    Stage stage = opened();
    stage.gives_floor("expression");
    stage.ends_statement();
    PlannedMeeting plan = plan_of(stage.meeting());
    std::swap(plan.panel[0], plan.panel[1]);
    std::swap(plan.panel[2], plan.panel[4]);
    stage.does_for_good(PlanMeetings{{plan}}, secretariat);
    std::vector<std::string> order;
    for (const Inscription& one : stage.meeting().list) order.push_back(one.id.value);
    CHECK(order == std::vector<std::string>{"sur", "expression", "association", "defenders",
                                            "disappearances", "media"});
}

TEST_CASE("plan_meetings: a corrected title leaves the chair's order of an open meeting as it is") {
    Stage stage = opened();
    stage.does(MoveInscription{InscriptionId{"defenders"}, InscriptionId{"media"}});
    PlannedMeeting plan = plan_of(stage.meeting());
    plan.panel[2].title = "Another title";
    stage.does(PlanMeetings{{plan}}, secretariat);
    std::vector<std::string> order;
    for (const Inscription& one : stage.meeting().list) order.push_back(one.id.value);
    CHECK(order == std::vector<std::string>{"sur", "expression", "association", "defenders",
                                            "media", "disappearances"});
}
