#include "floor/act_subject.hpp"

#include <array>

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

ActSubject last_of(const Stage& stage) {
    return {stage.room.memory.back().meeting, stage.room.memory.back().delegation};
}

ActSubject about(const std::string& delegation) {
    return {cuba, DelegationId{delegation}};
}

}  // namespace

TEST_CASE("a remembered act has its actor and its time") {
    Stage stage = founded();
    stage.later(5s);
    stage.does(OpenMeeting{cuba}, secretariat);
    const RememberedAct& last = stage.room.memory.back();
    CHECK(last.revision == Revision{2});
    CHECK(last.kind == kind_of<OpenMeeting>());
    CHECK(last.at == nine + 5s);
    CHECK(last.actor == secretariat);
}

TEST_CASE("the subject of an act on a meeting is the meeting") {
    Stage stage = founded();
    stage.does(AnnounceMeeting{germany});
    CHECK(last_of(stage) == ActSubject{germany, {}});
    stage.does(OpenMeeting{cuba});
    CHECK(last_of(stage) == ActSubject{cuba, {}});
    stage.does(SuspendMeeting{cuba});
    CHECK(last_of(stage) == ActSubject{cuba, {}});
    stage.does(ResumeMeeting{cuba});
    CHECK(last_of(stage) == ActSubject{cuba, {}});
    stage.gives_floor("sur");
    stage.does(CloseMeeting{cuba});
    CHECK(last_of(stage) == ActSubject{cuba, {}});
}

TEST_CASE("the subject of giving the floor is the new speaker, not the previous one") {
    Stage stage = opened();
    stage.gives_floor("sur");
    CHECK(last_of(stage) == about("sur"));
    stage.does(Next{stage.ending(), std::nullopt});
    CHECK(last_of(stage) == about("expression"));
}

TEST_CASE("the subject of an act on a statement is its delegation") {
    Stage stage = opened();
    stage.gives_floor("media");
    stage.does(PauseStatement{stage.statement()});
    CHECK(last_of(stage) == about("media"));
    stage.does(ResumeStatement{stage.statement()});
    CHECK(last_of(stage) == about("media"));
    stage.does(AddTime{stage.statement(), 1min});
    CHECK(last_of(stage) == about("media"));
    stage.ends_statement();
    CHECK(last_of(stage) == about("media"));
}

TEST_CASE("the subject of an act on the list or on a plate is the delegation") {
    Stage stage = opened();
    stage.does(DeclineStatement{InscriptionId{"sur"}});
    CHECK(last_of(stage) == about("sur"));
    stage.does(SetAllotment{InscriptionId{"media"}, 6min});
    CHECK(last_of(stage) == about("media"));
    stage.does(MoveInscription{InscriptionId{"defenders"}, InscriptionId{"media"}});
    CHECK(last_of(stage) == about("defenders"));
    stage.does(MarkAbsent{DelegationId{"expression"}, ""});
    CHECK(last_of(stage) == about("expression"));
    stage.does(MarkPresent{DelegationId{"association"}});
    CHECK(last_of(stage) == about("association"));
}

TEST_CASE("an act on several meetings or delegations names none of them") {
    const auto plan = [](const MeetingId& id) {
        MeetingPlanned planned;
        planned.plan.id = id;
        return planned;
    };
    CHECK(act_subject_of({}, std::array<Event, 1>{plan(cuba)}) == ActSubject{cuba, {}});
    CHECK(act_subject_of({}, std::array<Event, 2>{plan(cuba), plan(germany)}) == ActSubject{});

    Stage stage = opened();
    constexpr auto order = InscriptionKind::point_of_order;
    stage.does(RequestFloor{DelegationId{"mission-fr"}, order, {}}, phone);
    stage.does(RequestFloor{DelegationId{"mission-ch"}, order, {}}, other_phone);
    stage.does(DeclineRequests{{InscriptionId{"ask-3"}}});
    CHECK(last_of(stage) == about("mission-fr"));
    stage.undoes();
    stage.does(DeclineRequests{{InscriptionId{"ask-3"}, InscriptionId{"ask-4"}}});
    CHECK(last_of(stage) == ActSubject{cuba, {}});
}

TEST_CASE("a notice has no subject") {
    Stage stage = opened();
    stage.does(ShowNotice{"Welcome."});
    CHECK(last_of(stage) == ActSubject{});
    stage.does(ClearNotice{NoticeId{3}});
    CHECK(last_of(stage) == ActSubject{});
}
