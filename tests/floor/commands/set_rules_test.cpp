#include <functional>

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

Rules changed(const std::function<void(Rules&)>& change) {
    Rules rules;
    change(rules);
    return rules;
}

}  // namespace

TEST_CASE("set_rules: new rules do not change times that were allotted before") {
    Stage stage = opened();
    stage.does(SetRules{changed([](Rules& it) {
                   it.panel_longest = 6min;
                   it.question = 90s;
               })},
               secretariat);
    CHECK(stage.inscription("media").allotted == 7min);
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {}});
    CHECK(stage.inscription("entry-4").allotted == 90s);
    CHECK(stage.refusal(SetAllotment{InscriptionId{"expression"}, 6min + 1ms}) ==
          Refusal{RefusalCode::outside_limits,
                  "National CSO: expression may be allotted 5:00 to 6:00 minutes."});
}

TEST_CASE("set_rules: a new order of speakers applies to planned meetings") {
    Stage stage = founded();
    PlannedMeeting plan = cuba_plan();
    plan.panel.push_back(panellist("late", DelegationKind::nhri, "NHRI: late", 5min));
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.list()[1] == "expression");
    const Rules nhri_first = changed([](Rules& it) { it.order = SpeakingOrder::nhri_first; });
    stage.does_for_good(SetRules{nhri_first}, secretariat);
    CHECK(stage.list()[1] == "late");
    stage.does(MoveInscription{InscriptionId{"media"}, InscriptionId{"late"}});
    Rules longer = nhri_first;
    longer.question = 3min;
    stage.does(SetRules{longer}, secretariat);
    CHECK(stage.list()[1] == "media");
    stage.undoes();
    CHECK(stage.list()[1] == "late");
    CHECK(stage.room.rules == longer);
}

TEST_CASE("set_rules: refused outside each of the bounds") {
    const Stage stage = founded();
    const auto reason = [&](const std::function<void(Rules&)>& change) {
        const Refusal refusal = stage.refusal(SetRules{changed(change)}, secretariat);
        CHECK(refusal.code == RefusalCode::outside_limits);
        return refusal.text.english;
    };
    const std::string sur =
        "The State under Review speaks for 0:10 to 60:00 minutes, the shortest time first.";
    CHECK(reason([](Rules& it) { it.sur_shortest = 9'999ms; }) == sur);
    CHECK(reason([](Rules& it) { it.sur_shortest = 3min; }) == sur);
    const std::string panel =
        "Panellists speak for 0:10 to 60:00 minutes, the shortest time first.";
    CHECK(reason([](Rules& it) { it.panel_longest = 60min + 1ms; }) == panel);
    CHECK(reason([](Rules& it) { it.panel_longest = 4min; }) == panel);
    const std::string others =
        "A question, a round of answers, a reply and a point of order take 0:10 to 60:00 minutes.";
    CHECK(reason([](Rules& it) { it.question = 0ms; }) == others);
    CHECK(reason([](Rules& it) { it.answers = 61min; }) == others);
    CHECK(reason([](Rules& it) { it.reply = 0ms; }) == others);
    CHECK(reason([](Rules& it) { it.point_of_order = 0ms; }) == others);
    CHECK(reason([](Rules& it) { it.warning = -1ms; }) ==
          "The digits turn amber 0:00 to 60:00 minutes before the end.");
    CHECK(reason([](Rules& it) { it.reserve = 6h + 1ms; }) ==
          "The reserve for questions is 0 to 6 hours.");
    CHECK(reason([](Rules& it) { it.replies_each = 11; }) ==
          "A delegation has at most 10 rights of reply.");
    const std::string whole = "The times of a round are whole seconds.";
    CHECK(reason([](Rules& it) { it.panel_longest = 7min - 1ms; }) == whole);
    CHECK(reason([](Rules& it) { it.reserve = 1500ms; }) == whole);
}

TEST_CASE("set_rules: a log with fractions of seconds is still readable") {
    Stage stage = founded();
    Rules rules;
    rules.question = 90s + 500ms;
    const Room room = apply(stage.room, Act{Revision{stage.room.revision.value + 1},
                                            stage.now,
                                            secretariat,
                                            CommandId{"command-0"},
                                            kind_of<SetRules>(),
                                            {RulesSet{rules}}});
    CHECK(room.rules.question == 90s + 500ms);
}

TEST_CASE("set_rules: refused without a change, to the chair, and before the founding") {
    const Stage stage = founded();
    CHECK(stage.refusal(SetRules{}, secretariat) ==
          Refusal{RefusalCode::already_so, "These are already the rules."});
    CHECK(stage.refusal(SetRules{}, chair).code == RefusalCode::not_permitted);
    CHECK(Stage{}.refusal(SetRules{}, secretariat) ==
          Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."});
}
