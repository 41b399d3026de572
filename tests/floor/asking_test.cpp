// Who asks is who it says, and one phone cannot spoil a meeting.
#include <algorithm>

#include "floor/fixture.hpp"
#include "floor/states.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

constexpr auto a_question = InscriptionKind::question;
constexpr auto a_reply = InscriptionKind::right_of_reply;
constexpr auto an_order = InscriptionKind::point_of_order;

RequestFloor to_ask(const std::string& who, InscriptionKind kind = a_question) {
    return {DelegationId{who}, kind, {}};
}

Stage list_opened(const Asking& how = {}) {
    Stage stage = opened();
    stage.does(OpenQuestions{});
    if (how != Asking{}) stage.does(SetAsking{how}, secretariat);
    return stage;
}

const Phone& the_phone(const Stage& stage, const Actor& actor = phone) {
    return *find_phone(stage.meeting(), actor.device);
}

Actor crowded(int number) {
    return {Role::delegation, "phone-" + std::to_string(number), std::nullopt, true};
}

const Actor european_union{Role::delegation, "card-eu", CardHolder{"", "European Union", {}}};

}  // namespace

TEST_CASE("asking: a phone asks for one delegation, and its requests for another are withdrawn") {
    Stage stage = list_opened({AskingBy::code, false, 0});
    stage.does(to_ask("mission-fr"), phone);
    const Act act = stage.does(to_ask("mission-ch"), phone);
    CHECK(act.events == Events{Withdrawn{cuba, InscriptionId{"ask-5"}},
                               RollLeft{cuba, {"FR"}, true}, RollEntered{cuba, {"CH"}},
                               FloorRequested{cuba, DelegationId{"mission-ch"}, a_question, {}}});
    CHECK(stage.meeting().requests.size() == 1);
    CHECK(find(stage.meeting(), DelegationId{"mission-fr"}) == nullptr);
    CHECK(the_phone(stage) == Phone{"phone-1", DelegationId{"mission-ch"}, PhoneStanding::admitted,
                                    1, true, nine + 30s});
}

TEST_CASE("asking: a phone changes its delegation twice a meeting") {
    Stage stage = list_opened();
    for (const char* code : {"FR", "CH", "JP"}) stage.does(EnterRoll{{code}}, phone);
    CHECK(stage.meeting().roll.size() == 2);
    const Refusal refusal{RefusalCode::speaks_for_another,
                          "This phone asks for Japan, and has changed twice in this meeting "
                          "already."};
    CHECK(stage.refusal(EnterRoll{{"FR"}}, phone) == refusal);
    CHECK(stage.refusal(to_ask("mission-fr"), phone) == refusal);
    stage.does(to_ask("mission-jp"), phone);
}

TEST_CASE("asking: a Mission that the podium put on the roll stays when a phone leaves it") {
    Stage stage = list_opened();
    stage.does(EnterRoll{{"FR"}}, secretariat);
    stage.does(EnterRoll{{"FR"}}, phone);
    stage.does(EnterRoll{{"CH"}}, phone);
    CHECK(stage.plate("mission-fr").standing == Standing::present);
}

TEST_CASE("asking: a phone with the floor keeps its delegation") {
    Stage stage = list_opened({AskingBy::code, false, 0});
    stage.does(to_ask("mission-fr"), phone);
    stage.does(AcceptRequest{InscriptionId{"ask-5"}, {}});
    stage.gives_floor("ask-5");
    CHECK(stage.refusal(to_ask("mission-ch"), phone).code == RefusalCode::has_the_floor);
}

TEST_CASE("asking: a phone asks six times at once, then once in 15 seconds") {
    Stage stage = list_opened();
    for (int i = 0; i < 6; ++i) {
        stage.does(to_ask("mission-fr"), phone);
        stage.does(Withdraw{stage.meeting().requests[0].id}, phone);
    }
    stage.later(5s);
    CHECK(stage.refusal(to_ask("mission-fr"), phone) ==
          Refusal{RefusalCode::too_soon, "This phone asks too often: it may ask again in 10 s.",
                  nine + 15s});
    stage.later(10s);
    stage.does(to_ask("mission-fr"), phone);
    CHECK(stage.refusal(to_ask("mission-fr", a_reply), phone).again_at == nine + 30s);
    stage.does(to_ask("mission-ch"), other_phone);
}

TEST_CASE("asking: one phone puts one Mission on the roll") {
    Stage stage = list_opened();
    for (const State& state : states_of_the_roll()) {
        const Decision decision = decide(stage.room, phone, EnterRoll{{state.code}}, stage.now);
        if (std::holds_alternative<Events>(decision)) stage.does(EnterRoll{{state.code}}, phone);
        stage.later(15s);
    }
    CHECK(stage.meeting().roll.size() == 2);
}

TEST_CASE("asking: a second phone for a delegation waits until the podium lets it ask") {
    Stage stage = list_opened();
    stage.does(to_ask("mission-fr"), phone);
    const Act act = stage.does(to_ask("mission-fr", a_reply), other_phone);
    CHECK(act.events == Events{PhoneHeld{cuba, "phone-2", DelegationId{"mission-fr"}}});
    CHECK(stage.refusal(to_ask("mission-fr", a_reply), other_phone) ==
          Refusal{RefusalCode::awaits_approval,
                  "The chair or the secretariat has not yet let this phone ask."});
    stage.does(AdmitPhone{"phone-2"});
    stage.does(to_ask("mission-fr", a_reply), other_phone);
    CHECK(stage.meeting().requests.size() == 2);
}

TEST_CASE("asking: a phone that waits may ask once the other one has left the delegation") {
    Stage stage = list_opened();
    stage.does(EnterRoll{{"FR"}}, phone);
    stage.does(EnterRoll{{"FR"}}, other_phone);
    stage.does(EnterRoll{{"CH"}}, phone);
    stage.does(to_ask("mission-fr"), other_phone);
    CHECK(the_phone(stage, other_phone).standing == PhoneStanding::admitted);
}

TEST_CASE("asking: a phone of a crowded address waits; one that asks already does not") {
    Stage stage = list_opened();
    stage.does(to_ask("mission-fr"), crowded(7));
    CHECK(the_phone(stage, crowded(7)).standing == PhoneStanding::waiting);
    CHECK(stage.meeting().requests.empty());
    CHECK(stage.meeting().roll.size() == 1);
    stage.does(AdmitPhone{"phone-7"});
    CHECK(stage.plate("mission-fr").standing == Standing::present);
    stage.does(to_ask("mission-fr"), crowded(7));
    CHECK(stage.meeting().requests.size() == 1);
}

TEST_CASE("asking: at most 100 phones wait") {
    Stage stage = list_opened();
    for (int i = 0; i < 100; ++i) stage.does(to_ask("mission-fr"), crowded(i));
    CHECK(stage.refusal(to_ask("mission-fr"), crowded(100)) ==
          Refusal{RefusalCode::too_many_phones,
                  "Too many phones ask in this meeting: ask through the podium."});
    stage.does(to_ask("mission-ch"), {Role::delegation, "phone-of-another-address"});
}

TEST_CASE("asking: the State under Review asks by its own card or through the podium") {
    Stage stage = list_opened();
    const Refusal refusal{RefusalCode::card_needed,
                          "The State under Review asks by its own card, or through the podium."};
    for (const char* who : {"sur", "mission-cu"})
        for (const InscriptionKind kind : {a_question, a_reply, an_order})
            CHECK(stage.refusal(to_ask(who, kind), phone) == refusal);
    CHECK(stage.refusal(EnterRoll{{"CU"}}, phone) == refusal);
    CHECK(stage.refusal(to_ask("sur", a_reply), card_of("FR")).code == RefusalCode::not_permitted);
    stage.does(to_ask("sur", a_reply), card_of("CU"));
    stage.does(to_ask("sur", an_order), secretariat);
    CHECK(stage.meeting().requests.size() == 2);
}

TEST_CASE("asking: replies and points of order can be switched off for phones without a card") {
    Stage stage = list_opened({AskingBy::code, true, 3});
    for (const InscriptionKind kind : {a_reply, an_order})
        CHECK(stage.refusal(to_ask("mission-fr", kind), phone) ==
              Refusal{RefusalCode::card_needed,
                      "In this room a right of reply and a point of order take the delegation's "
                      "card."});
    stage.does(to_ask("mission-fr"), phone);
    stage.does(to_ask("mission-ch", a_reply), card_of("CH"));
}

TEST_CASE("asking: by cards, each delegation asks with its own, in its own name only") {
    Stage stage = list_opened({AskingBy::card, false, 3});
    const Refusal no_card{RefusalCode::card_needed,
                          "In this room each delegation asks by its card."};
    CHECK(stage.refusal(to_ask("mission-fr"), phone) == no_card);
    CHECK(stage.refusal(EnterRoll{{"FR"}}, phone) == no_card);
    const Refusal another{RefusalCode::not_permitted,
                          "A card asks in the name of its holder only."};
    CHECK(stage.refusal(to_ask("mission-ch"), card_of("FR")) == another);
    CHECK(stage.refusal(EnterRoll{{"CH"}}, card_of("FR")) == another);
    stage.does(EnterRoll{{"FR"}}, card_of("FR"));
    stage.does(to_ask("mission-fr"), card_of("FR"));
    CHECK(stage.meeting().requests[0].asked_by == "card-FR");
}

TEST_CASE("asking: a card is let in though a phone asks for its delegation, and withdraws for it") {
    Stage stage = list_opened();
    stage.does(to_ask("mission-fr"), phone);
    stage.does(to_ask("mission-fr", a_reply), card_of("FR"));
    stage.does(Withdraw{InscriptionId{"ask-4"}}, card_of("FR"));
    CHECK(stage.refusal(Withdraw{InscriptionId{"ask-5"}}, card_of("CH")).code ==
          RefusalCode::not_yours);
    CHECK(stage.meeting().requests.size() == 1);
}

TEST_CASE("asking: an organisation with a card asks under its name, and stays through an undo") {
    Stage stage = list_opened({AskingBy::card, false, 3});
    const DelegationId id = organisation_id("European Union");
    stage.does(ShowNotice{"Welcome."});
    stage.does(RequestFloor{id, a_question, {}}, european_union);
    stage.undoes();
    CHECK(stage.plate(id.value).title == "European Union");
    CHECK(stage.plate(id.value).kind == DelegationKind::organisation);
    CHECK(stage.plate(id.value).state_code.empty());
    CHECK(stage.meeting().requests.size() == 1);
    CHECK(stage.refusal(EnterRoll{}, european_union) ==
          Refusal{RefusalCode::already_so, "Already on the roll."});
    CHECK(stage.refusal(EnterRoll{{"FR"}}, european_union).code == RefusalCode::not_permitted);
}

TEST_CASE("asking: the roll takes 200 organisations") {
    Stage stage = list_opened({AskingBy::card, false, 3});
    const auto organisation = [](int number) {
        const std::string name = "Agency " + std::to_string(number);
        return Actor{Role::delegation, "card-" + name, CardHolder{"", name, {}}};
    };
    for (int number = 1; number <= 200; ++number) stage.does(EnterRoll{}, organisation(number));
    const Refusal full{RefusalCode::list_full,
                       "The roll holds 200 organisations, and takes no "
                       "more."};
    CHECK(stage.refusal(EnterRoll{}, organisation(201)) == full);
    CHECK(stage.refusal(RequestFloor{organisation_id("Agency 201"), a_question, {}},
                        organisation(201)) == full);
}

TEST_CASE("asking: the card of a panellist asks for its plate, in its own meeting only") {
    Stage stage = list_opened({AskingBy::card, false, 3});
    const Actor media{Role::delegation, "card-media",
                      CardHolder{"", "National CSO: media", DelegationId{"media"}, cuba}};
    const Actor nhri{Role::delegation, "card-nhri",
                     CardHolder{"", "NHRI", DelegationId{"nhri"}, cuba}};
    const Actor stranger{Role::delegation, "card-media",
                         CardHolder{"", "National CSO: press", DelegationId{"media"}, cuba}};
    stage.does(to_ask("media", a_reply), media);
    CHECK(stage.refusal(to_ask("nhri", a_reply), nhri) ==
          Refusal{RefusalCode::unknown_delegation,
                  "The meeting on Cuba has no name plate of this card's holder."});
    CHECK(stage.refusal(to_ask("media"), stranger).code == RefusalCode::unknown_delegation);
    // A plate of another meeting, with the same id and title.
    const Actor elsewhere{
        Role::delegation, "card-media",
        CardHolder{"", "National CSO: media", DelegationId{"media"}, MeetingId{"chad"}}};
    CHECK(stage.refusal(to_ask("media"), elsewhere).code == RefusalCode::unknown_delegation);
}

TEST_CASE("asking: the id of a Mission has no capital letters, for a phone and for the podium") {
    Stage stage = list_opened();
    for (const char* id : {"mission-FR", "mission-Fr", "mission-CU"})
        for (const Actor& actor : {phone, chair})
            CHECK(stage.refusal(to_ask(id), actor).code == RefusalCode::unknown_state);
}

TEST_CASE("asking: what was asked again is there once when an undo restores the former request") {
    Stage stage = list_opened();
    stage.does(to_ask("mission-fr"), phone);
    const InscriptionId first = stage.meeting().requests.front().id;
    const Act declined = stage.does(DeclineRequests{{first}});
    stage.later(1min);
    stage.does(to_ask("mission-fr"), phone);
    const InscriptionId second = stage.meeting().requests.front().id;
    stage.does(Undo{declined.revision});
    REQUIRE(stage.meeting().requests.size() == 1);
    CHECK(stage.meeting().requests.front().id == second);
}
