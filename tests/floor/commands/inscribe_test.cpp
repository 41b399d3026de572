#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("inscribe: follow-ups come before questions, questions before replies") {
    Stage stage = opened();
    stage.does(EnterRoll{{"FR"}});
    stage.does(Inscribe{DelegationId{"sur"}, InscriptionKind::right_of_reply, {}});
    stage.does(
        Inscribe{DelegationId{"mission-fr"}, InscriptionKind::question, {DelegationId{"media"}}});
    stage.does(Inscribe{{}, InscriptionKind::follow_up, {}});
    CHECK(stage.list() == std::vector<std::string>{"sur", "expression", "association", "media",
                                                   "disappearances", "defenders", "entry-6",
                                                   "entry-5", "entry-4"});
    CHECK(stage.inscription("entry-6").delegation == DelegationId{"moderator"});
    CHECK(stage.inscription("entry-5").addressed_to == std::vector{DelegationId{"media"}});
    CHECK(stage.inscription("entry-4").allotted == 2min);
    CHECK(stage.inscription("entry-4").asked_by.empty());
}

TEST_CASE("inscribe: undo restores everything") {
    Stage stage = opened();
    stage.does_and_undoes(Inscribe{{}, InscriptionKind::follow_up, {DelegationId{"media"}}});
}

TEST_CASE("inscribe: refused for other kinds, unknown plates, spent replies, once closed") {
    Stage stage = opened();
    const Refusal kinds{RefusalCode::malformed,
                        "Only a follow-up, a question or a right of reply can be put on the list."};
    CHECK(stage.refusal(Inscribe{DelegationId{"sur"}, InscriptionKind::sur_statement, {}}) ==
          kinds);
    CHECK(stage.refusal(Inscribe{DelegationId{"media"}, InscriptionKind::answer, {}}) == kinds);
    CHECK(stage.refusal(Inscribe{DelegationId{"media"}, InscriptionKind::point_of_order, {}}) ==
          kinds);
    CHECK(stage.refusal(Inscribe{{}, InscriptionKind::question, {}}) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    CHECK(stage.refusal(Inscribe{{}, InscriptionKind::follow_up, {DelegationId{"moderator"}}}) ==
          Refusal{RefusalCode::unknown_delegation,
                  "The meeting on Cuba has no such name plate on its podium."});
    const Inscribe reply{DelegationId{"sur"}, InscriptionKind::right_of_reply, {}};
    stage.does(reply);
    stage.does(reply);
    CHECK(stage.refusal(reply) == Refusal{RefusalCode::replies_spent,
                                          "Cuba has 2 rights of reply in a meeting, and no more."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(Inscribe{{}, InscriptionKind::follow_up, {}}).code ==
          RefusalCode::meeting_closed);
}

TEST_CASE("inscribe: refused when the speakers' list is full") {
    Stage stage = opened();
    auto& list = stage.room.proceedings.meetings.front().edit().list;
    list.resize(2000, list.back());
    CHECK(stage.refusal(Inscribe{{}, InscriptionKind::follow_up, {}}) ==
          Refusal{RefusalCode::list_full, "The speakers' list is full: it holds 2000 entries."});
}
