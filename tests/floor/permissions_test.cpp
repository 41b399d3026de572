#include "floor/permissions.hpp"

#include <array>

#include "floor/command_table.hpp"
#include "floor/fixture.hpp"

using namespace rostrum;

namespace {

constexpr std::array acts_of_the_floor{
    kind_of<AnnounceMeeting>(),
    kind_of<OpenMeeting>(),
    kind_of<SuspendMeeting>(),
    kind_of<ResumeMeeting>(),
    kind_of<CloseMeeting>(),
    kind_of<GiveFloor>(),
    kind_of<Next>(),
    kind_of<PauseStatement>(),
    kind_of<ResumeStatement>(),
    kind_of<EndStatement>(),
    kind_of<DeclineStatement>(),
    kind_of<AddTime>(),
    kind_of<SetAllotment>(),
    kind_of<MoveInscription>(),
    kind_of<MarkPresent>(),
    kind_of<MarkAbsent>(),
    kind_of<ShowNotice>(),
    kind_of<ClearNotice>(),
    kind_of<Undo>(),
    kind_of<SettleLostTime>(),
};

}  // namespace

TEST_CASE("only the chair and the secretariat may do acts of the floor") {
    for (const CommandKind act : acts_of_the_floor) {
        CAPTURE(static_cast<int>(act));
        CHECK(may(Role::chair, act));
        CHECK(may(Role::secretariat, act));
        CHECK_FALSE(may(Role::display, act));
        CHECK_FALSE(may(Role::speaker, act));
        CHECK_FALSE(may(Role::observer, act));
    }
}

TEST_CASE("only the secretariat may import a programme") {
    CHECK(may(Role::secretariat, kind_of<FoundRoom>()));
    CHECK_FALSE(may(Role::chair, kind_of<FoundRoom>()));
    CHECK_FALSE(may(Role::display, kind_of<FoundRoom>()));
    CHECK_FALSE(may(Role::speaker, kind_of<FoundRoom>()));
    CHECK_FALSE(may(Role::observer, kind_of<FoundRoom>()));
}

TEST_CASE("Undo undoes acts of the floor, but neither itself nor acts outside the floor") {
    for (const CommandKind act : acts_of_the_floor) {
        CAPTURE(static_cast<int>(act));
        CHECK(is_of_the_floor(act));
        CHECK(is_undoable(act) == (act != kind_of<Undo>()));
    }
    for (const CommandKind act :
         {kind_of<FoundRoom>(), kind_of<RequestFloor>(), kind_of<SendSignal>(), kind_of<SetRules>(),
          kind_of<EraseName>()}) {
        CHECK_FALSE(is_of_the_floor(act));
        CHECK_FALSE(is_undoable(act));
    }
}

TEST_CASE("only the podium sees what Undo would take back; the lectern also sees signals") {
    CHECK(view_of(Role::chair) == View::podium);
    CHECK(view_of(Role::secretariat) == View::podium);
    CHECK(view_of(Role::speaker) == View::lectern);
    CHECK(view_of(Role::interpreter) == View::lectern);
    CHECK(view_of(Role::display) == View::everybody);
    CHECK(view_of(Role::observer) == View::everybody);
    CHECK(view_of(Role::delegation) == View::everybody);
}
