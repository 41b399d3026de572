#include "impulse.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "small_programme.hpp"

namespace rostrum::simulation {
namespace {

/// Twelve hours, with a name in each.
PlannedRoom programme() {
    PlannedRoom room = small_programme();
    room.meetings.clear();
    for (int hour = 0; hour < 12; ++hour) {
        room.meetings.push_back(
            planned_hour("hour-" + std::to_string(hour), nine_o_clock + std::chrono::hours{hour}));
        room.meetings.back().panel[0].speaker_name = "Speaker " + std::to_string(hour);
    }
    return room;
}

class Impulse {
public:
    Impulse(Chance& chance, const Screen& screen) : chance_(chance), screen_(screen) {}

    Command operator()() {
        if (meeting() == nullptr || chance_.one_in(300)) return FoundRoom{programme()};
        if (meeting()->course == Course::planned && chance_.per_cent(40)) return open();
        if (meeting()->course == Course::suspended && chance_.per_cent(70)) return resume();
        if (meeting()->course == Course::closed && chance_.per_cent(80)) return open();
        if (next_inscription(*meeting()) == nullptr && chance_.per_cent(4))
            return CloseMeeting{meeting()->id};
        if (!meeting()->statement && chance_.per_cent(40)) return GiveFloor{inscription(), floor()};
        const std::uint64_t share = chance_.up_to(99);
        if (share < 12) return Next{floor(), calling()};
        if (share < 25) return GiveFloor{inscription(), floor()};
        if (share < 32) return PauseStatement{statement()};
        if (share < 40) return ResumeStatement{statement()};
        if (share < 45) return EndStatement{statement()};
        if (share < 53) return AddTime{statement(), duration()};
        if (share < 58) return SetAllotment{inscription(), duration()};
        if (share < 65) return MoveInscription{inscription(), maybe(inscription())};
        if (share < 70) return MarkAbsent{delegation(), text()};
        if (share < 75) return MarkPresent{delegation()};
        if (share < 77) return DeclineStatement{inscription()};
        if (share < 80) return ShowNotice{text()};
        if (share < 82) return ClearNotice{notice()};
        if (share < 94) return Undo{last_act()};
        if (share < 96) return SuspendMeeting{meeting()->id};
        if (share < 97) return resume();
        if (share < 98) return AnnounceMeeting{some_meeting()};
        if (share < 99 && chance_.one_in(5)) return CloseMeeting{meeting()->id};
        return open();
    }

private:
    [[nodiscard]] const Meeting* meeting() const {
        return current_meeting(*screen_.shows(Section::floor));
    }

    OpenMeeting open() { return {some_meeting()}; }
    [[nodiscard]] ResumeMeeting resume() const { return {meeting()->id}; }
    MeetingId some_meeting() {
        if (chance_.one_in(40)) return MeetingId{"none"};
        const auto& meetings = screen_.shows(Section::agenda)->proceedings.meetings;
        const auto planned = std::find_if(
            meetings.begin(), meetings.end(),
            [](const Shared<Meeting>& meeting) { return meeting->course == Course::planned; });
        const bool next = planned != meetings.end() && !chance_.one_in(4);
        return (next ? *planned : chance_.one_of(meetings))->id;
    }
    /// As the sender believes.
    std::optional<StatementId> floor() {
        if (chance_.one_in(30)) return std::nullopt;
        return meeting()->statement ? std::optional(meeting()->statement->id) : std::nullopt;
    }
    StatementId statement() {
        const StatementId now = floor().value_or(StatementId{chance_.up_to(20)});
        return chance_.one_in(30) ? StatementId{now.value + 1} : now;
    }
    std::optional<InscriptionId> calling() {
        const Inscription* next = next_inscription(*meeting());
        return next == nullptr || chance_.one_in(4) ? std::nullopt : std::optional(next->id);
    }
    InscriptionId inscription() {
        return chance_.one_in(40) ? InscriptionId{"nobody"} : chance_.one_of(meeting()->list).id;
    }
    DelegationId delegation() {
        const auto& delegations = meeting()->delegations;
        return chance_.one_in(40) ? DelegationId{"nobody"} : chance_.one_of(delegations).id;
    }
    template <class T>
    std::optional<T> maybe(T thing) {
        return chance_.one_in(3) ? std::nullopt : std::optional(std::move(thing));
    }
    Duration duration() {
        const auto milliseconds = static_cast<std::int64_t>(chance_.up_to(600'000));
        if (chance_.one_in(40)) return Duration::max();
        return Duration{chance_.one_in(3) ? -milliseconds / 4 : milliseconds};
    }
    std::string text() {
        static const std::array<std::string, 6> texts{
            "Visa refused", "Please be brief.",    "Пожалуйста, короче.", "",
            "two\nlines",   std::string(5000, 'a')};
        return chance_.one_of(texts);
    }
    NoticeId notice() {
        const auto& notice = screen_.shows(Section::notice_board)->proceedings.notice;
        return notice ? notice->id : NoticeId{chance_.up_to(20)};
    }
    Revision last_act() {
        const auto& act = screen_.shows(Section::memory)->last_act;
        return act && !chance_.one_in(20) ? (*act)->revision : Revision{chance_.up_to(50)};
    }

    Chance& chance_;
    const Screen& screen_;
};

}  // namespace

Command impulse(Chance& chance, const Screen& screen) {
    return Impulse(chance, screen)();
}

}  // namespace rostrum::simulation
