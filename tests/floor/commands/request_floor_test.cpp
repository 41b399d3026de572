#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

RequestFloor asks(const std::string& who, InscriptionKind kind = InscriptionKind::question,
                  std::vector<DelegationId> whom = {}) {
    return {DelegationId{who}, kind, std::move(whom)};
}

/// Cuba's meeting and its list for questions are open.
Stage asking(const OpenQuestions& questions = {}) {
    Stage stage = opened();
    stage.does(questions);
    return stage;
}

}  // namespace

TEST_CASE("request_floor: a Mission enters the roll and waits for the chair to decide") {
    Stage stage = asking();
    stage.later(5s);
    stage.does(asks("mission-fr", InscriptionKind::question, {DelegationId{"media"}}), phone);
    CHECK(stage.meeting().requests == std::vector<Request>{{InscriptionId{"ask-4"},
                                                            DelegationId{"mission-fr"},
                                                            InscriptionKind::question,
                                                            {DelegationId{"media"}},
                                                            nine + 5s,
                                                            "phone-1"}});
    CHECK(stage.plate("mission-fr").title == "France");
    CHECK(stage.plate("mission-fr").standing == Standing::present);
    CHECK(stage.list().size() == 6);
}

TEST_CASE("request_floor: joins the list at once if allowed, after questions and before replies") {
    Stage stage = asking({0, 0ms, true});
    stage.does(Inscribe{DelegationId{"sur"}, InscriptionKind::right_of_reply, {}});
    stage.does(asks("mission-fr"), phone);
    stage.does(asks("mission-ch"), other_phone);
    CHECK(stage.list() == std::vector<std::string>{"sur", "expression", "association", "media",
                                                   "disappearances", "defenders", "ask-5", "ask-6",
                                                   "entry-4"});
    CHECK(stage.meeting().requests.empty());
    CHECK(stage.inscription("ask-5").allotted == 2min);
    CHECK(stage.inscription("ask-5").asked_by == "phone-1");
    stage.does(asks("mission-fr", InscriptionKind::right_of_reply), phone);
    CHECK(stage.meeting().requests.size() == 1);
}

TEST_CASE("request_floor: the podium may ask for any delegation, and does not own the request") {
    Stage stage = asking();
    stage.does(asks("media"));
    CHECK(stage.meeting().requests[0].asked_by.empty());
}

TEST_CASE("request_floor: stays when acts of the floor are undone, even the opening of the list") {
    Stage stage = asking();
    stage.does_for_good(asks("mission-fr"), phone);
    stage.undoes();
    CHECK_FALSE(stage.meeting().questions.open);
    CHECK(stage.meeting().requests.size() == 1);
    CHECK(stage.meeting().roll.size() == 2);
}

TEST_CASE("request_floor: refused while the list is closed, full, or its time is over") {
    Stage stage = opened();
    const Refusal closed{RefusalCode::questions_closed, "The list for questions is closed."};
    CHECK(stage.refusal(asks("mission-fr"), phone) == closed);
    stage.does(OpenQuestions{1, 1min, false});
    stage.does(asks("mission-fr"), phone);
    CHECK(stage.refusal(asks("mission-ch"), phone) ==
          Refusal{RefusalCode::list_full, "The list is full: 1 questions were asked for."});
    stage.does(OpenQuestions{0, 1min, false});
    stage.later(1min - 1ms);
    stage.does(asks("mission-ch"), phone);
    stage.later(1ms);
    CHECK(stage.refusal(asks("mission-jp"), phone) == closed);
    CHECK_NOTHROW(stage.does(asks("mission-jp", InscriptionKind::point_of_order), phone));
}

TEST_CASE("request_floor: a delegation may ask again only once it has spoken") {
    Stage stage = asking();
    const Refusal refusal{
        RefusalCode::already_asked,
        "This delegation has already asked for the floor: it may ask again once it has spoken."};
    stage.does(asks("mission-fr"), phone);
    CHECK(stage.refusal(asks("mission-fr"), other_phone) == refusal);
    stage.does(AcceptRequest{InscriptionId{"ask-4"}, {}});
    CHECK(stage.refusal(asks("mission-fr"), phone) == refusal);
    stage.gives_floor("ask-4");
    CHECK(stage.refusal(asks("mission-fr"), phone) == refusal);
    stage.ends_statement();
    stage.does(asks("mission-fr"), phone);
}

TEST_CASE("request_floor: rights of reply are limited") {
    Stage stage = opened();
    stage.does(Inscribe{DelegationId{"sur"}, InscriptionKind::right_of_reply, {}});
    stage.gives_floor("entry-3");
    stage.ends_statement();
    stage.does(asks("sur", InscriptionKind::right_of_reply), card_of("CU"));
    stage.does(AcceptRequest{InscriptionId{"ask-6"}, {}});
    stage.gives_floor("ask-6");
    stage.ends_statement();
    CHECK(stage.refusal(asks("sur", InscriptionKind::right_of_reply), card_of("CU")) ==
          Refusal{RefusalCode::replies_spent,
                  "Cuba has 2 rights of reply in a meeting, and no more."});
}

TEST_CASE(
    "request_floor: refused for unknown States, for panellists by phone, and for other kinds") {
    const Stage stage = asking();
    CHECK(stage.refusal(asks("mission-xx"), phone) ==
          Refusal{RefusalCode::unknown_state, "No State has that code."});
    CHECK(stage.refusal(asks("mission-"), phone).code == RefusalCode::unknown_state);
    CHECK(stage.refusal(asks("nobody"), phone).code == RefusalCode::unknown_state);
    const Refusal not_theirs{RefusalCode::not_permitted,
                             "A phone without a card can ask only for a Mission."};
    CHECK(stage.refusal(asks("media"), phone) == not_theirs);
    CHECK(stage.refusal(asks("moderator"), phone) == not_theirs);
    CHECK(stage.refusal(asks("mission-fr", InscriptionKind::answer), phone) ==
          Refusal{RefusalCode::malformed,
                  "Only a question, a right of reply or a point of order can be requested."});
    CHECK(stage.refusal(asks("mission-fr"), {Role::delegation, ""}) ==
          Refusal{RefusalCode::malformed,
                  "A phone names itself in its Hello: only the device that asks may withdraw."});
}

TEST_CASE("request_floor: refused for an unknown plate, and once the meeting is closed") {
    Stage stage = asking();
    CHECK(stage.refusal(asks("mission-fr", InscriptionKind::question, {DelegationId{"nhri"}}),
                        phone) ==
          Refusal{RefusalCode::unknown_delegation,
                  "The meeting on Cuba has no such name plate on its podium."});
    CHECK(stage.refusal(asks("mission-fr", InscriptionKind::question,
                             {DelegationId{"media"}, DelegationId{"media"}}),
                        phone) ==
          Refusal{RefusalCode::malformed, "National CSO: media is named twice."});
    stage.does(CloseMeeting{cuba});
    CHECK(stage.refusal(asks("mission-fr"), phone) ==
          Refusal{RefusalCode::meeting_closed, "The meeting on Cuba is closed."});
}

TEST_CASE("request_floor: a withdrawn request gives its place back") {
    Stage stage = asking();
    for (int i = 0; i < 1001; ++i) {
        stage.does(asks("mission-fr"), phone);
        stage.does(Withdraw{stage.meeting().requests[0].id}, phone);
        stage.later(15s);
    }
    stage.does(asks("mission-ch"), other_phone);
    CHECK(stage.meeting().requests.size() == 1);
}
