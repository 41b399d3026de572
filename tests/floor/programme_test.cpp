#include "floor/programme.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("a planned meeting stands as on paper, the State under Review first") {
    const Meeting meeting = planned_meeting(cuba_plan());

    CHECK(meeting.id == cuba);
    CHECK(meeting.state == State{"CU", "Cuba"});
    CHECK(meeting.starts_at == nine);
    CHECK(meeting.ends_at == nine + 1h);
    CHECK(meeting.course == Course::planned);
    CHECK_FALSE(meeting.opened_at);
    CHECK_FALSE(meeting.statement);
    CHECK(meeting.turns.empty());

    REQUIRE(meeting.delegations.size() == 6);
    CHECK(meeting.delegations[0] == Delegation{DelegationId{"sur"},
                                               DelegationKind::state_under_review, "Cuba", "",
                                               Standing::present, ""});
    CHECK(meeting.delegations[1] ==
          Delegation{DelegationId{"expression"}, DelegationKind::national_cso,
                     "National CSO: expression", "Freedom of expression", Standing::present, ""});
    CHECK(meeting.delegations[2] == Delegation{DelegationId{"association"},
                                               DelegationKind::national_cso,
                                               "National CSO: association", "", Standing::absent,
                                               "Prevented from travelling."});

    REQUIRE(meeting.list.size() == 6);
    CHECK(meeting.list[0] == Inscription{InscriptionId{"sur"}, DelegationId{"sur"},
                                         InscriptionKind::sur_statement, InscriptionStatus::waiting,
                                         2min, 0ms, 0ms});
    CHECK(meeting.list[3] == Inscription{InscriptionId{"media"}, DelegationId{"media"},
                                         InscriptionKind::panel_statement,
                                         InscriptionStatus::waiting, 7min, 0ms, 0ms});
}
