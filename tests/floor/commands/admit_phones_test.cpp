#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const AdmitPhones both_phones{{"phone-3", "phone-2"}};

const Actor third_phone{Role::delegation, "phone-3"};

/// A phone asks for France, and two more that wait for approval; the Mission has left since.
Stage with_two_that_wait() {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}}, phone);
    stage.does(EnterRoll{{"FR"}}, other_phone);
    stage.does(EnterRoll{{"FR"}}, third_phone);
    stage.does(LeaveRoll{{"FR"}}, secretariat);
    return stage;
}

}  // namespace

TEST_CASE("admit_phones: lets in several phones in one act, and their Mission once") {
    Stage stage = with_two_that_wait();
    CHECK(stage.does(both_phones).events ==
          Events{PhoneAdmitted{cuba, "phone-2", DelegationId{"mission-fr"}},
                 RollEntered{cuba, {"FR"}},
                 PhoneAdmitted{cuba, "phone-3", DelegationId{"mission-fr"}}});
    CHECK(stage.plate("mission-fr").standing == Standing::present);
}

TEST_CASE("admit_phones: one undo takes all of them back") {
    Stage stage = with_two_that_wait();
    stage.does_and_undoes(both_phones);
}

TEST_CASE("admit_phones: those that were shut out or let in meanwhile are passed over") {
    Stage stage = with_two_that_wait();
    stage.does(ShutOutPhone{"phone-3"});
    CHECK(stage.does(both_phones).events ==
          Events{PhoneAdmitted{cuba, "phone-2", DelegationId{"mission-fr"}},
                 RollEntered{cuba, {"FR"}}});
    CHECK(stage.refusal(both_phones) ==
          Refusal{RefusalCode::already_so, "None of these phones waits any more."});
}

TEST_CASE("admit_phones: refused for none, and once the meeting is closed") {
    Stage stage = with_two_that_wait();
    CHECK(stage.refusal(AdmitPhones{}).code == RefusalCode::already_so);
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(both_phones).code == RefusalCode::meeting_closed);
}
