// The demonstration's round, replayed in virtual time, has the figures that UPR Info published.
#include "round.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "demonstration.hpp"
#include "floor/figures.hpp"
#include "floor/record.hpp"
#include "store/log_check.hpp"
#include "store/log_reader.hpp"
#include "temporary_folder.hpp"

namespace rostrum::replay {
namespace {

std::vector<const Meeting*> meetings_of(const Room& room) {
    std::vector<const Meeting*> meetings;
    for (const Shared<Meeting>& one : room.proceedings.meetings) meetings.push_back(&*one);
    return meetings;
}

TEST_CASE("the replayed round has the published figures, and so does its log") {
    const store::TemporaryFolder folder;
    const PlannedRoom plan = demonstration();
    Replay replay{plan, folder.path};
    hold(replay, plan);

    const std::vector<const Meeting*> meetings = meetings_of(replay.room());
    const Figures figures = figures_of(meetings, {});
    CHECK(figures.meetings == 12);
    CHECK(figures.csos_took_floor == 58);
    CHECK(figures.represented_by_women == 30);
    CHECK(figures.national_csos == 39);
    CHECK(figures.nhris == 3);
    CHECK(figures.missions == 68);
    CHECK(std::round(figures.missions_share_percent) == 35);
    CHECK(figures.surs_attended == 7);
    CHECK(figures.plates_absent == 2);

    // Cuba's meeting has two empty chairs, each honoured with silence.
    CHECK(figures_of({meetings.front()}, {}).plates_absent == 2);
    const auto silences = [](const Meeting& meeting) {
        return std::count_if(meeting.turns.begin(), meeting.turns.end(),
                             [](const Turn& turn) { return turn.silence; });
    };
    for (const Meeting* meeting : meetings) {
        INFO(meeting->id.value);
        CHECK(silences(*meeting) == (meeting->id == MeetingId{"cuba"} ? 2 : 0));
        CHECK(meeting->course == Course::closed);
        CHECK(*meeting->opened_at == meeting->starts_at);
        CHECK(*meeting->closed_at <= meeting->ends_at);
    }

    CHECK(store::check_log(folder.path).is_sound());
    const std::vector<Act> acts = store::open_for_reading(folder.path).acts(plan.id, Revision{});
    const Record record = record_of(plan.id, acts, MeetingId{"cuba"});
    // The State, four panellists, two silences, a follow-up, three questions and two answers,
    // between the opening and the closing.
    CHECK(record.lines.size() == 15);
}

}  // namespace
}  // namespace rostrum::replay
