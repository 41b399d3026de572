#include "random_command.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "floor/lost_time.hpp"
#include "small_programme.hpp"

namespace rostrum::simulation {
namespace {

/// Twelve meetings, each with a speaker's name.
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

class RandomCommand {
public:
    RandomCommand(RandomSource& random, const Screen& screen) : random_(random), screen_(screen) {}

    Command of(Role role) {
        if (meeting() == nullptr || random_.one_in(300)) return FoundRoom{programme()};
        if (role == Role::delegation) return of_a_phone();
        if (role == Role::interpreter) return SendSignal{SignalKind::slow_down, {}, ""};
        if (role == Role::secretariat && random_.per_cent(25)) return of_the_secretariat();
        return random_.per_cent(25) ? of_the_whole_floor() : of_the_table();
    }

private:
    Command of_the_table() {
        if (meeting()->course == Course::planned && random_.per_cent(40)) return open();
        if (meeting()->course == Course::suspended && random_.per_cent(70)) return resume();
        if (meeting()->course == Course::closed && random_.per_cent(80)) return open();
        if (next_inscription(*meeting()) == nullptr && random_.per_cent(4))
            return CloseMeeting{meeting()->id};
        if (!meeting()->statement && random_.per_cent(40)) return GiveFloor{inscription(), floor()};
        const std::uint64_t share = random_.up_to(99);
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
        if (share < 99 && random_.one_in(5)) return CloseMeeting{meeting()->id};
        return open();
    }

    Command of_the_whole_floor() {
        if (point_of_order(*meeting()) != nullptr && random_.per_cent(40))
            return RuleOnPointOfOrder{statement(), Ruling::noted, text()};
        switch (random_.up_to(16)) {
            case 0:
                return MarkExpected{delegation()};
            case 1:
                return HaveStatementRead{delegation(), delegation()};
            case 2:
                return HonourEmptyChair{inscription(), floor(), Duration{30'000 * some(4)}};
            case 3:
                return OpenQuestions{static_cast<std::uint32_t>(some(9)),
                                     Duration{60'000 * some(9)}, random_.one_in(2)};
            case 4:
                return CloseQuestions{};
            case 5:
            case 6:
                return AcceptRequest{request(), maybe(inscription())};
            case 7:
                return DeclineRequest{request()};
            case 8:
                return Inscribe{delegation(), InscriptionKind::question, {}};
            case 9:
                return Inscribe{{}, InscriptionKind::follow_up, {delegation()}};
            case 10:
                return BeginAnswers{{delegation(), delegation()}, Duration{0}};
            case 11:
                return RaisePointOfOrder{delegation(), floor()};
            case 12:
                return Yield{statement(), inscription()};
            case 13:
                return Reallocate{{{inscription(), Duration{300'000 + 1'000 * some(120)}}},
                                  Duration{1'000 * some(900)}};
            case 14:
                return SetHardStop{meeting()->ends_at + Duration{60'000 * some(9)}};
            case 15:
                return SettleLostTime{statement(), offered_time(*meeting()), random_.one_in(2)};
            default:
                return SendSignal{SignalKind::conclude, delegation(), ""};
        }
    }

    Command of_a_phone() {
        if (random_.one_in(4)) return Withdraw{request()};
        if (random_.one_in(4)) return EnterRoll{{state()}};
        constexpr std::array kinds{InscriptionKind::question, InscriptionKind::right_of_reply,
                                   InscriptionKind::point_of_order};
        return RequestFloor{mission_id(state()), random_.one_of(kinds), {}};
    }

    Command of_the_secretariat() {
        switch (random_.up_to(12)) {
            case 0:
            case 1:
                return PlanMeetings{{plan()}};
            case 2:
                return SetRules{rules()};
            case 3:
                return NameSpeaker{some_meeting(), delegation(), "Speaker"};
            case 4:
                return WithholdName{some_meeting(), delegation()};
            case 5:
                return EraseName{some_meeting(), delegation()};
            case 6:
                return TakeControls{};
            case 7:
            case 8:
                return HandBackControls{};
            case 9:
                return SetDisplay{{static_cast<DisplayMode>(random_.up_to(3)), random_.one_in(2)}};
            case 10:
                return EnterRoll{{state(), state()}};
            case 11:
                if (screen_.shows().archived || random_.one_in(6))
                    return ArchiveRoom{!screen_.shows().archived};
                return RenameRoom{text()};
            default:
                return LeaveRoll{{state()}};
        }
    }

    PlannedMeeting plan() {
        PlannedMeeting plan = plan_of(*random_.one_of(meetings()));
        if (random_.one_in(2)) plan.panel[0].title = "National CSO " + std::to_string(some(99));
        if (random_.one_in(2) && plan.panel.size() > 2) plan.panel.pop_back();
        if (random_.one_in(3)) plan.panel.push_back(panellist("late-" + std::to_string(some(4))));
        return plan;
    }
    Rules rules() {
        Rules rules;
        rules.order = random_.one_in(2) ? SpeakingOrder::nhri_first : SpeakingOrder::as_planned;
        rules.warning = Duration{15'000 * some(4)};
        rules.reserve = Duration{60'000 * some(20)};
        rules.panel_longest += Duration{60'000 * some(3)};
        return rules;
    }
    std::string state() {
        constexpr std::array codes{"FR", "CH", "BR", "JP", "XX"};
        return random_.one_of(codes);
    }
    std::int64_t some(std::uint64_t most) { return static_cast<std::int64_t>(random_.up_to(most)); }
    InscriptionId request() {
        const Meeting* meeting = current_meeting(screen_.shows());
        if (meeting == nullptr || meeting->requests.empty()) return inscription();
        return random_.one_of(meeting->requests).id;
    }

    [[nodiscard]] const std::vector<Shared<Meeting>>& meetings() const {
        return screen_.shows().proceedings.meetings;
    }
    [[nodiscard]] const Meeting* meeting() const { return current_meeting(screen_.shows()); }

    OpenMeeting open() { return {some_meeting()}; }
    [[nodiscard]] ResumeMeeting resume() const { return {meeting()->id}; }
    MeetingId some_meeting() {
        if (random_.one_in(40)) return MeetingId{"none"};
        const auto& meetings = this->meetings();
        const auto planned = std::find_if(
            meetings.begin(), meetings.end(),
            [](const Shared<Meeting>& meeting) { return meeting->course == Course::planned; });
        const bool next = planned != meetings.end() && !random_.one_in(4);
        return (next ? *planned : random_.one_of(meetings))->id;
    }
    /// According to the sender's screen.
    std::optional<StatementId> floor() {
        if (random_.one_in(30)) return std::nullopt;
        return meeting()->statement ? std::optional(meeting()->statement->id) : std::nullopt;
    }
    StatementId statement() {
        const StatementId now = floor().value_or(StatementId{random_.up_to(20)});
        return random_.one_in(30) ? StatementId{now.value + 1} : now;
    }
    std::optional<InscriptionId> calling() {
        const Inscription* next = next_inscription(*meeting());
        return next == nullptr || random_.one_in(4) ? std::nullopt : std::optional(next->id);
    }
    InscriptionId inscription() {
        return random_.one_in(40) ? InscriptionId{"nobody"} : random_.one_of(meeting()->list).id;
    }
    DelegationId delegation() {
        const bool on_the_roll = random_.one_in(3);
        const auto& delegations = on_the_roll ? meeting()->roll : meeting()->delegations;
        return random_.one_in(40) ? DelegationId{"nobody"} : random_.one_of(delegations).id;
    }
    template <class T>
    std::optional<T> maybe(T thing) {
        return random_.one_in(3) ? std::nullopt : std::optional(std::move(thing));
    }
    Duration duration() {
        const auto milliseconds = static_cast<std::int64_t>(random_.up_to(600'000));
        if (random_.one_in(40)) return Duration::max();
        return Duration{random_.one_in(3) ? -milliseconds / 4 : milliseconds};
    }
    std::string text() {
        static const std::array<std::string, 6> texts{
            "Visa refused", "Please be brief.",    "Пожалуйста, короче.", "",
            "two\nlines",   std::string(5000, 'a')};
        return random_.one_of(texts);
    }
    NoticeId notice() {
        const auto& notice = screen_.shows().proceedings.notice;
        return notice ? notice->id : NoticeId{random_.up_to(20)};
    }
    Revision last_act() {
        const auto& acts = screen_.shows().memory;
        return !acts.empty() && !random_.one_in(20) ? acts.back().revision
                                                    : Revision{random_.up_to(50)};
    }

    RandomSource& random_;
    const Screen& screen_;
};

}  // namespace

Command random_command(RandomSource& random, Role role, const Screen& screen) {
    return RandomCommand(random, screen).of(role);
}

}  // namespace rostrum::simulation
