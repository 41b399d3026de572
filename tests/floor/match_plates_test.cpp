#include "floor/match_plates.hpp"

#include "floor/fixture.hpp"
#include "floor/room_programme.hpp"

namespace rostrum::match_plates_test {
namespace {

using namespace rostrum::test;

const DelegationId expression{"expression"};

/// Cuba's programme as a sheet without ids holds it.
PlannedMeeting sheet() {
    PlannedMeeting plan = cuba_plan();
    for (std::size_t i = 0; i < plan.panel.size(); ++i)
        plan.panel[i].id.value = "new-" + std::to_string(i + 1);
    return plan;
}

PlannedDelegation labour() {
    return panellist("new-1", DelegationKind::national_cso, "National CSO: labour", 5min);
}

std::vector<std::string> ids(const PlannedMeeting& plan) {
    std::vector<std::string> found;
    for (const PlannedDelegation& row : plan.panel) found.push_back(row.id.value);
    return found;
}

/// "added National CSO: labour", in the order of the changes.
std::vector<std::string> words(const std::vector<PlateChange>& changes) {
    static constexpr std::array fates{"stays", "renamed", "added", "removed", "heard", "hidden"};
    static constexpr std::array names{
        "", "", ", stays withheld", ", stays erased", ", withheld too", ", not taken"};
    std::vector<std::string> found;
    for (const PlateChange& change : changes)
        found.push_back(fates.at(static_cast<std::size_t>(change.fate)) + std::string{" "} +
                        change.title + names.at(static_cast<std::size_t>(change.name)));
    return found;
}

using Words = std::vector<std::string>;
const Words all{"expression", "association", "media", "disappearances", "defenders"};

}  // namespace

TEST_CASE("a sheet without ids means the same plates, in any order") {
    const Stage stage = opened();
    PlannedMeeting plan = sheet();
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(ids(plan) == all);
    plan = sheet();
    std::reverse(plan.panel.begin(), plan.panel.end());
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(ids(plan) == Words{all.rbegin(), all.rend()});
}

TEST_CASE("capitals, accents and blanks of a title distinguish no plates") {
    PlannedMeeting plan = sheet();
    plan.panel[2].title = "NATIONAL  CSO \u2013 Me\u0301dia";
    CHECK(words(match_plates(opened().room, plan)) ==
          Words{"renamed NATIONAL  CSO \u2013 Me\u0301dia"});
    CHECK(ids(plan) == all);
}

TEST_CASE("a row in between is new, and a row that is gone takes its absence with it") {
    PlannedMeeting plan = sheet();
    plan.panel.erase(plan.panel.begin() + 1);
    plan.panel.insert(plan.panel.begin(), labour());
    const auto changes = match_plates(opened().room, plan);
    CHECK(words(changes) ==
          Words{"added National CSO: labour", "removed National CSO: association"});
    CHECK(changes[1].standing == Standing::absent);
    CHECK(changes[1].absence_reason == "Prevented from travelling.");
    CHECK(ids(plan) == Words{"new-1", "expression", "media", "disappearances", "defenders"});
}

TEST_CASE("a title that changes without an id is another plate; with its id it is the same") {
    PlannedMeeting plan = sheet();
    plan.panel[2].title = "National CSO: press";
    CHECK(words(match_plates(opened().room, plan)) ==
          Words{"added National CSO: press", "removed National CSO: media"});
    plan = cuba_plan();
    plan.panel[2].title = "National CSO: press";
    const auto changes = match_plates(opened().room, plan);
    CHECK(words(changes) == Words{"renamed National CSO: press"});
    CHECK(changes[0].former_title == "National CSO: media");
}

TEST_CASE("a title of its own is the plate, with another speaker, subject or kind, not with all") {
    PlannedMeeting plan = sheet();
    plan.panel[0].speaker_name = "Somebody else";
    plan.panel[0].kind = DelegationKind::nhri;
    CHECK(match_plates(opened().room, plan).empty());
    CHECK(ids(plan) == all);
    plan = sheet();
    plan.panel[0].speaker_name = "Somebody else";
    plan.panel[0].subject = "Something else";
    CHECK(words(match_plates(opened().room, plan)) ==
          Words{"added National CSO: expression", "removed National CSO: expression"});
}

TEST_CASE("what a row leaves empty stays as the plate has it, and makes it no other plate") {
    PlannedMeeting full = cuba_plan();
    full.panel[0].subject = "Censorship";
    full.panel[0].speaker_name = "Somebody";
    full.panel[0].short_title = "Expression";
    full.panel[0].represented_by = RepresentedBy::woman;
    full.panel[0].allotted = 6min + 30s;
    Stage stage;
    stage.does(FoundRoom{{RoomId{"xx"}, "Room XX", "Europe/Zurich", {full}}}, secretariat);
    PlannedMeeting plan = sheet();
    plan.panel[0].speaker_name.clear();
    plan.panel[0].subject.clear();
    CHECK(match_plates(stage.room, plan, false).empty());
    CHECK(ids(plan) == all);
    CHECK(plan.panel[0].subject == "Censorship");
    CHECK(plan.panel[0].short_title == "Expression");
    CHECK(plan.panel[0].represented_by == RepresentedBy::woman);
    CHECK(plan.panel[0].allotted == 6min + 30s);
    plan.panel[0].allotted = 5min;
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(plan.panel[0].allotted == 5min);
}

namespace {

/// Three plates with one title: two with a speaker, two with a subject.
PlannedMeeting alike() {
    PlannedMeeting plan = cuba_plan();
    plan.panel.resize(3, labour());
    for (PlannedDelegation& row : plan.panel) row = labour();
    plan.panel[0].id.value = "a";
    plan.panel[0].speaker_name = "Alice";
    plan.panel[1].id.value = "b";
    plan.panel[1].speaker_name = "Bob";
    plan.panel[1].subject = "Wages";
    plan.panel[2].id.value = "c";
    plan.panel[2].subject = "Strikes";
    return plan;
}

Stage with(const PlannedMeeting& plan) {
    Stage stage;
    stage.does(FoundRoom{{RoomId{"xx"}, "Room XX", "Europe/Zurich", {plan}}}, secretariat);
    return stage;
}

PlannedMeeting without_ids(PlannedMeeting plan) {
    int number = 0;
    for (PlannedDelegation& row : plan.panel) row.id.value = "new-" + std::to_string(++number);
    return plan;
}

}  // namespace

TEST_CASE("plates with one title are known by their subject and their speaker") {
    const Stage stage = with(alike());
    PlannedMeeting plan = without_ids(alike());
    std::swap(plan.panel[0], plan.panel[2]);
    plan.panel[1].speaker_name = "Zoe";
    plan.panel[2].subject = "Pensions";
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(ids(plan) == Words{"c", "b", "a"});
}

TEST_CASE("one of several plates with one title is not taken for another because it is left over") {
    const Stage stage = with(alike());
    PlannedMeeting plan = without_ids(alike());
    plan.panel[0].speaker_name = "Zoe";
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: labour", "removed National CSO: labour"});
    CHECK(ids(plan) == Words{"new-1", "b", "c"});
}

TEST_CASE("plates that say the same in everything keep their order, if none came or went") {
    PlannedMeeting same = cuba_plan();
    same.panel = {labour(), labour(), labour()};
    same.panel[0].id.value = "a";
    same.panel[1].id.value = "b";
    same.panel[2] = panellist("c", DelegationKind::nhri, "NHRI", 5min);
    const Stage stage = with(same);
    PlannedMeeting plan = without_ids(same);
    std::rotate(plan.panel.begin(), plan.panel.begin() + 2, plan.panel.end());
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(ids(plan) == Words{"c", "a", "b"});
    plan = without_ids(same);
    plan.panel.erase(plan.panel.begin());
    CHECK(words(match_plates(stage.room, plan)) == Words{"added National CSO: labour",
                                                         "removed National CSO: labour",
                                                         "removed National CSO: labour"});
}

TEST_CASE("ids that go by the place of the row are no ids") {
    const Stage stage = opened();
    PlannedMeeting plan = cuba_plan();
    plan.panel.insert(plan.panel.begin(), labour());
    for (std::size_t i = 0; i < all.size(); ++i) plan.panel[i].id.value = all[i];
    plan.panel.back().id.value = "one-more";
    CHECK(words(match_plates(stage.room, plan)) == Words{"added National CSO: labour"});
    CHECK(ids(plan) ==
          Words{"new-1", "expression", "association", "media", "disappearances", "defenders"});
    // Titles alone do not show it here; the speakers do.
    const Stage others = with(alike());
    plan = alike();
    plan.panel[1].subject.clear();
    plan.panel[1].speaker_name = "Alice";
    plan.panel[0].speaker_name = "Bob";
    plan.panel[0].subject = "Wages";
    CHECK(match_plates(others.room, plan).empty());
    CHECK(ids(plan) == Words{"b", "a", "c"});
}

TEST_CASE("an exported programme means the same plates, with hidden names too") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, expression}, secretariat);
    PlannedMeeting plan = plan_of(stage.room).meetings[0];
    std::swap(plan.panel[0], plan.panel[4]);
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(ids(plan) == Words{"defenders", "association", "media", "disappearances", "expression"});
}

TEST_CASE(
    "a plate that had its turn stays without a row, and so does a hidden name in an open meeting") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(DeclineStatement{InscriptionId{"defenders"}});
    stage.does(WithholdName{cuba, expression}, secretariat);
    PlannedMeeting plan = sheet();
    plan.panel = {labour()};
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: labour", "hidden National CSO: expression",
                "removed National CSO: association", "heard National CSO: media",
                "removed International CSO: disappearances", "heard International CSO: defenders"});
    CHECK(ids(plan) == Words{"new-1", "expression", "media", "defenders"});
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.speaker() == "media");

    Stage planned = founded();
    planned.does(WithholdName{cuba, expression}, secretariat);
    plan = sheet();
    plan.panel.erase(plan.panel.begin());
    CHECK(words(match_plates(planned.room, plan)) == Words{"removed National CSO: expression"});
}

TEST_CASE("a withheld name stays withheld, and is known where it comes again") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, expression}, secretariat);
    PlannedMeeting plan = sheet();
    plan.panel.insert(plan.panel.begin(), labour());
    plan.panel[0].speaker_name = "SPEAKER A";
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: labour, withheld too",
                "stays National CSO: expression, stays withheld"});
    CHECK(plan.panel[0].speaker_name == "SPEAKER A");
    CHECK(plan.panel[1].speaker_name.empty());
    // In another meeting of the room too, also in one that is new.
    PlannedMeeting kenya = germany_plan();
    kenya.id.value = "kenya";
    kenya.panel[0].speaker_name = "Speaker  A";
    CHECK(words(match_plates(stage.room, kenya)) == Words{"added NHRI, withheld too"});
}

TEST_CASE("after an erasure, names are taken only from a sheet with the id of that plate") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, expression}, secretariat);
    stage.does(EraseName{cuba, expression}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel.insert(plan.panel.begin(), labour());
    plan.panel[0].speaker_name = "Speaker D";
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: labour", "stays National CSO: expression, stays erased"});
    CHECK(plan.panel[0].speaker_name == "Speaker D");
    CHECK(plan.panel[1].speaker_name.empty());
    plan = sheet();
    plan.panel.insert(plan.panel.begin(), labour());
    plan.panel[0].speaker_name = "Speaker D";
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: labour, not taken",
                "stays National CSO: expression, stays erased"});
    CHECK(plan.panel[0].speaker_name.empty());

    plan = sheet();
    plan.panel[0].title = "National CSO: opinion";
    plan.panel[2].speaker_name = "Speaker C";
    CHECK(words(match_plates(stage.room, plan)) == Words{"added National CSO: opinion, not taken",
                                                         "stays National CSO: media, not taken",
                                                         "hidden National CSO: expression"});
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(*stage.room.names == SpeakerNames{{{germany, DelegationId{"nhri"}}, "Speaker B"}});
}

TEST_CASE("after an erasure, no other plate with the same title takes a name") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, expression}, secretariat);
    stage.does(EraseName{cuba, expression}, secretariat);
    PlannedMeeting plan = cuba_plan();
    plan.panel[0].speaker_name.clear();
    plan.panel.push_back(sheet().panel[0]);
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: expression, not taken"});
    stage.does(PlanMeetings{{plan}}, secretariat);
    CHECK(stage.room.names->size() == 1);
}

TEST_CASE("after an erasure, a row with another subject and a speaker is another plate") {
    Stage stage = opened();
    stage.does(WithholdName{cuba, expression}, secretariat);
    stage.does(EraseName{cuba, expression}, secretariat);
    PlannedMeeting plan = sheet();
    plan.panel[0].speaker_name = "Somebody else";
    plan.panel[0].subject = "Something else";
    CHECK(words(match_plates(stage.room, plan)) ==
          Words{"added National CSO: expression, not taken", "hidden National CSO: expression"});
}

TEST_CASE("a closed meeting and a new one are not matched") {
    Stage stage = opened();
    stage.does(CloseMeeting{cuba});
    PlannedMeeting plan = sheet();
    CHECK(match_plates(stage.room, plan).empty());
    CHECK(ids(plan)[0] == "new-1");
    plan.id.value = "cuba-2";
    CHECK(match_plates(stage.room, plan).empty());
}

}  // namespace rostrum::match_plates_test
