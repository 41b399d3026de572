#include "floor/programme.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("a planned meeting follows its plan, the State under Review first") {
    const Meeting meeting = planned_meeting(cuba_plan(), SpeakingOrder::as_planned);

    CHECK(meeting.id == cuba);
    CHECK(meeting.state == State{"CU", "Cuba"});
    CHECK(meeting.starts_at == nine);
    CHECK(meeting.ends_at == nine + 1h);
    CHECK(meeting.course == Course::planned);
    CHECK_FALSE(meeting.opened_at);
    CHECK_FALSE(meeting.statement);
    CHECK(meeting.turns.empty());

    REQUIRE(meeting.delegations.size() == 6);
    CHECK(meeting.delegations[0].id == DelegationId{"sur"});
    CHECK(meeting.delegations[0].kind == DelegationKind::state_under_review);
    CHECK(meeting.delegations[0].title == "Cuba");
    CHECK(meeting.delegations[0].state_code == "CU");
    CHECK(meeting.delegations[0].standing == Standing::present);
    CHECK(meeting.delegations[1] ==
          Delegation{DelegationId{"expression"}, DelegationKind::national_cso,
                     "National CSO: expression", "Freedom of expression", Standing::present, ""});
    CHECK(meeting.delegations[2] == Delegation{DelegationId{"association"},
                                               DelegationKind::national_cso,
                                               "National CSO: association", "", Standing::absent,
                                               "Prevented from travelling."});

    REQUIRE(meeting.list.size() == 6);
    CHECK(meeting.list[0].id == InscriptionId{"sur"});
    CHECK(meeting.list[0].kind == InscriptionKind::sur_statement);
    CHECK(meeting.list[0].allotted == 2min);
    CHECK(meeting.list[3].id == InscriptionId{"media"});
    CHECK(meeting.list[3].delegation == DelegationId{"media"});
    CHECK(meeting.list[3].kind == InscriptionKind::panel_statement);
    CHECK(meeting.list[3].status == InscriptionStatus::waiting);
    CHECK(meeting.list[3].allotted == 7min);
    CHECK(meeting.list[3].added == 0ms);
    CHECK(meeting.list[3].spoken == 0ms);
}
