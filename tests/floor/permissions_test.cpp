#include "floor/permissions.hpp"

#include <array>

#include "floor/fixture.hpp"

using namespace rostrum;

namespace {

constexpr std::array acts_of_the_floor{
    ActKind::announce_meeting,
    ActKind::open_meeting,
    ActKind::suspend_meeting,
    ActKind::resume_meeting,
    ActKind::close_meeting,
    ActKind::give_floor,
    ActKind::next,
    ActKind::pause_statement,
    ActKind::resume_statement,
    ActKind::end_statement,
    ActKind::decline_statement,
    ActKind::add_time,
    ActKind::set_allotment,
    ActKind::move_inscription,
    ActKind::mark_present,
    ActKind::mark_absent,
    ActKind::show_notice,
    ActKind::clear_notice,
    ActKind::undo,
    ActKind::settle_lost_time,
};

}  // namespace

TEST_CASE("chair and secretariat may do every act of the floor, the others none") {
    for (const ActKind act : acts_of_the_floor) {
        CAPTURE(static_cast<int>(act));
        CHECK(may(Role::chair, act));
        CHECK(may(Role::secretariat, act));
        CHECK_FALSE(may(Role::display, act));
        CHECK_FALSE(may(Role::speaker, act));
        CHECK_FALSE(may(Role::observer, act));
    }
}

TEST_CASE("a programme is brought in by the secretariat alone") {
    CHECK(may(Role::secretariat, ActKind::found_room));
    CHECK_FALSE(may(Role::chair, ActKind::found_room));
    CHECK_FALSE(may(Role::display, ActKind::found_room));
    CHECK_FALSE(may(Role::speaker, ActKind::found_room));
    CHECK_FALSE(may(Role::observer, ActKind::found_room));
}

TEST_CASE("what Undo would take back is shown to the podium only, signals to the lectern too") {
    CHECK(view_of(Role::chair) == View::podium);
    CHECK(view_of(Role::secretariat) == View::podium);
    CHECK(view_of(Role::speaker) == View::lectern);
    CHECK(view_of(Role::interpreter) == View::lectern);
    CHECK(view_of(Role::display) == View::everybody);
    CHECK(view_of(Role::observer) == View::everybody);
    CHECK(view_of(Role::delegation) == View::everybody);
}
