#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const DelegationId named_plate{"media"};

NameSpeaker name(const std::string& text) {
    return {cuba, named_plate, text};
}

}  // namespace

TEST_CASE("name_speaker: the trimmed name is shown, and undo keeps it") {
    Stage stage = opened();
    stage.does(name(" Speaker C "), secretariat);
    CHECK(stage.room.names->at({cuba, named_plate}) == "Speaker C");
    stage.undoes();
    CHECK(stage.room.names->at({cuba, named_plate}) == "Speaker C");
    stage.does(name("Speaker D"), secretariat);
    CHECK(stage.room.names->at({cuba, named_plate}) == "Speaker D");
}

TEST_CASE("name_speaker: a withheld name can be shown again") {
    Stage stage = opened();
    stage.does(name("Speaker C"), secretariat);
    stage.does(WithholdName{cuba, named_plate}, secretariat);
    stage.does(name("Speaker C"), secretariat);
    CHECK(stage.room.withheld.empty());
    CHECK(stage.room.names->at({cuba, named_plate}) == "Speaker C");
}

TEST_CASE("name_speaker: refused if empty, too long, unchanged or erased") {
    Stage stage = opened();
    CHECK(stage.refusal(name(" "), secretariat) ==
          Refusal{RefusalCode::malformed, "The name is empty: to hide a name, withhold it."});
    CHECK(stage.refusal(name(std::string(401, 'a')), secretariat) ==
          Refusal{RefusalCode::malformed, "The name is too long (at most 400 bytes)."});
    stage.does(name("Speaker C"), secretariat);
    CHECK(stage.refusal(name("Speaker C"), secretariat) ==
          Refusal{RefusalCode::already_so, "This is already the name."});
    stage.does(WithholdName{cuba, named_plate}, secretariat);
    stage.does(EraseName{cuba, named_plate}, secretariat);
    CHECK(stage.refusal(name("Speaker C"), secretariat) ==
          Refusal{RefusalCode::name_erased,
                  "The name of National CSO: media's speaker was erased for good."});
}

TEST_CASE("name_speaker: refused for unknown plates and meetings, for Missions, and to the chair") {
    Stage stage = opened();
    CHECK(stage.refusal(NameSpeaker{cuba, DelegationId{"nhri"}, "A"}, secretariat) ==
          Refusal{RefusalCode::unknown_delegation, "The meeting on Cuba has no such name plate."});
    stage.does(EnterRoll{{"FR"}});
    CHECK(stage.refusal(NameSpeaker{cuba, DelegationId{"mission-fr"}, "A"}, secretariat) ==
          Refusal{RefusalCode::unknown_delegation,
                  "The meeting on Cuba has no such name plate on its podium."});
    CHECK(stage.refusal(NameSpeaker{MeetingId{"canada"}, named_plate, "A"}, secretariat).code ==
          RefusalCode::unknown_meeting);
    CHECK(stage.refusal(name("A"), chair).code == RefusalCode::not_permitted);
}
