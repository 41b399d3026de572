#include "floor/meeting.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("a meeting finds its plates and inscriptions by id") {
    const Meeting meeting = planned_meeting(cuba_plan(), SpeakingOrder::as_planned);
    CHECK(find(meeting, DelegationId{"media"})->title == "National CSO: media");
    CHECK(find(meeting, DelegationId{"nhri"}) == nullptr);
    CHECK(find(meeting, InscriptionId{"media"})->allotted == 7min);
    CHECK(find(meeting, InscriptionId{"nhri"}) == nullptr);
    CHECK(delegation_of(meeting, meeting.list[0]).title == "Cuba");
}

TEST_CASE("next is the first waiting inscription whose chair is not empty") {
    Meeting meeting = planned_meeting(cuba_plan(), SpeakingOrder::as_planned);
    CHECK(next_inscription(meeting)->id.value == "sur");
    find(meeting, InscriptionId{"sur"})->status = InscriptionStatus::declined;
    CHECK(next_inscription(meeting)->id.value == "expression");
    find(meeting, InscriptionId{"expression"})->status = InscriptionStatus::spoken;
    CHECK(next_inscription(meeting)->id.value == "media");
    find(meeting, DelegationId{"association"})->standing = Standing::present;
    CHECK(next_inscription(meeting)->id.value == "association");
    for (Inscription& inscription : meeting.list) inscription.status = InscriptionStatus::spoken;
    CHECK(next_inscription(meeting) == nullptr);
}

TEST_CASE("the State under Review has two minutes, the panel five to seven") {
    CHECK(allotment_limits(InscriptionKind::sur_statement, Rules{}).shortest == 30s);
    CHECK(allotment_limits(InscriptionKind::sur_statement, Rules{}).longest == 2min);
    CHECK(allotment_limits(InscriptionKind::panel_statement, Rules{}).shortest == 5min);
    CHECK(allotment_limits(InscriptionKind::panel_statement, Rules{}).longest == 7min);
}

TEST_CASE("the hour ends as planned, or one planned length after an opening far from the plan") {
    Meeting meeting = planned_meeting(cuba_plan(), SpeakingOrder::as_planned);
    const auto due_when_opened = [&](Instant opened) {
        meeting.opened_at = opened;
        return due_at(meeting);
    };
    CHECK(due_at(meeting) == nine + 1h);
    CHECK(due_when_opened(nine + 59min) == nine + 1h);
    CHECK(due_when_opened(nine - 30min) == nine + 1h);
    CHECK(due_when_opened(nine - 30min - 1ms) == nine + 30min - 1ms);
    CHECK(due_when_opened(nine + 1h) == nine + 2h);
}
