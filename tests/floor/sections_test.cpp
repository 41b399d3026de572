#include "floor/sections.hpp"

#include <array>

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

constexpr std::array every_section{Section::agenda,  Section::meeting,   Section::plates,
                                   Section::list,    Section::floor,     Section::notice_board,
                                   Section::memory,  Section::questions, Section::roll,
                                   Section::signals, Section::hour,      Section::settings};

/// What tells of the current meeting.
constexpr Sections of_a_meeting{Section::meeting, Section::plates,    Section::list, Section::floor,
                                Section::hour,    Section::questions, Section::roll};

/// What a command changes on the screens.
Sections changed_by(Stage& stage, const Command& command) {
    const Room before = stage.room;
    stage.does(command, secretariat);
    return changed_sections(before, stage.room);
}

}  // namespace

TEST_CASE("a set of sections holds what was put into it") {
    Sections sections{Section::list};
    CHECK(sections.has(Section::list));
    CHECK_FALSE(sections.has(Section::floor));
    CHECK(Sections{}.empty());
    CHECK((sections | Sections{Section::floor}) == Sections{Section::list, Section::floor});
    for (const Section section : every_section) CHECK(Sections::all().has(section));
}

TEST_CASE("nothing changed between a room and itself") {
    const Stage stage = opened();
    CHECK(changed_sections(stage.room, stage.room).empty());
    Stage again = opened();
    CHECK(changed_sections(stage.room, again.room).empty());
}

TEST_CASE("the founding brings the agenda and the first meeting") {
    Stage stage;
    CHECK(changed_by(stage, FoundRoom{room_plan()}) ==
          (Sections{Section::agenda, Section::memory} | of_a_meeting));
}

TEST_CASE("another meeting on the screens brings all that is its own") {
    Stage stage = founded();
    CHECK(changed_by(stage, AnnounceMeeting{germany}) ==
          (Sections{Section::agenda, Section::memory} | of_a_meeting));
}

TEST_CASE("the meeting's course stands in the agenda and in the meeting") {
    Stage stage = founded();
    const Sections course{Section::agenda, Section::meeting, Section::memory};
    const Sections hour{Section::hour};
    CHECK(changed_by(stage, OpenMeeting{cuba}) == (course | hour));
    CHECK(changed_by(stage, SuspendMeeting{cuba}) == course);
    CHECK(changed_by(stage, ResumeMeeting{cuba}) == course);
    stage.gives_floor("sur");
    const Sections statement{Section::list, Section::floor};
    CHECK(changed_by(stage, SuspendMeeting{cuba}) == (course | Sections{Section::floor}));
    CHECK(changed_by(stage, CloseMeeting{cuba}) == (course | statement | hour));
}

TEST_CASE("the floor and the list change with who speaks, the meeting with a turn that ends") {
    Stage stage = opened();
    const Sections given{Section::list, Section::floor, Section::memory};
    const Sections ended = given | Sections{Section::meeting};
    const Sections hour{Section::hour};
    CHECK(changed_by(stage, Next{}) == (given | hour));
    CHECK(changed_by(stage, GiveFloor{InscriptionId{"media"}, stage.ending()}) == (ended | hour));
    CHECK(changed_by(stage, EndStatement{stage.statement()}) == ended);
}

TEST_CASE("a pause changes the floor alone, added time the list as well") {
    Stage stage = opened();
    stage.gives_floor("media");
    CHECK(changed_by(stage, PauseStatement{stage.statement()}) ==
          Sections{Section::floor, Section::memory});
    CHECK(changed_by(stage, ResumeStatement{stage.statement()}) ==
          Sections{Section::floor, Section::memory});
    CHECK(changed_by(stage, AddTime{stage.statement(), 1min}) ==
          Sections{Section::floor, Section::list, Section::memory});
    CHECK(changed_by(stage, SetAllotment{InscriptionId{"media"}, 6min}) ==
          Sections{Section::floor, Section::list, Section::memory});
}

TEST_CASE("lost time that is offered, or offered no more, changes the floor") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.later(60s);
    const Sections floor{Section::floor, Section::list, Section::memory};
    CHECK(changed_by(stage, ReportOutage{nine, stage.now}) == floor);
    CHECK(changed_by(stage, SettleLostTime{stage.statement(), 60s, false}) == floor);
}

TEST_CASE("what is done to the list changes the list, and the hour with its times") {
    Stage stage = opened();
    const Sections list{Section::list, Section::memory};
    const Sections hour{Section::hour};
    CHECK(changed_by(stage, DeclineStatement{InscriptionId{"sur"}}) == (list | hour));
    CHECK(changed_by(stage, SetAllotment{InscriptionId{"media"}, 6min}) == (list | hour));
    CHECK(changed_by(stage, MoveInscription{InscriptionId{"media"}, std::nullopt}) == list);
}

TEST_CASE("a plate changes the hour, and the list only where it changes who is next") {
    Stage stage = opened();
    const Sections plates{Section::plates, Section::memory};
    const Sections hour{Section::hour};
    CHECK(changed_by(stage, MarkAbsent{DelegationId{"media"}, ""}) == (plates | hour));
    CHECK(changed_by(stage, MarkPresent{DelegationId{"media"}}) == (plates | hour));
    CHECK(changed_by(stage, MarkAbsent{DelegationId{"sur"}, ""}) ==
          (plates | hour | Sections{Section::list}));
    CHECK(changed_by(stage, MarkAbsent{DelegationId{"sur"}, "Not in the room."}) == plates);
    for (const char* id : {"expression", "defenders", "media"}) {
        stage.does(MarkAbsent{DelegationId{id}, ""});
    }
    CHECK(changed_by(stage, MarkPresent{DelegationId{"media"}}) ==
          (plates | hour | Sections{Section::list}));
}

TEST_CASE("a notice changes the notice board") {
    Stage stage = opened();
    const Sections board{Section::notice_board, Section::memory};
    CHECK(changed_by(stage, ShowNotice{"Welcome."}) == board);
    CHECK(changed_by(stage, ClearNotice{NoticeId{3}}) == board);
}

TEST_CASE("undo changes what the act had changed") {
    Stage stage = opened();
    const Sections given{Section::list, Section::floor, Section::hour, Section::memory};
    CHECK(changed_by(stage, Next{}) == given);
    CHECK(changed_by(stage, Undo{Revision{3}}) == given);
}

TEST_CASE("a name changes the plates of its own meeting only") {
    const Stage stage = opened();
    Room after = stage.room;
    after.names.edit().erase({cuba, DelegationId{"expression"}});
    CHECK(changed_sections(stage.room, after) == Sections{Section::plates});
    after = stage.room;
    after.names.edit().erase({germany, DelegationId{"nhri"}});
    CHECK(changed_sections(stage.room, after).empty());
}

TEST_CASE("a full memory that forgets one act for another has changed") {
    Stage stage = founded();
    for (int i = 0; i < 1000; ++i) stage.does(ShowNotice{"Notice " + std::to_string(i)});
    CHECK(changed_by(stage, ShowNotice{"Another."}) ==
          Sections{Section::notice_board, Section::memory});
}
