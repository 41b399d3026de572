#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/lost_time.hpp"
#include "floor/programme.hpp"
#include "floor/random_picks.hpp"

/// Random commands of a busy, careless room: those of the podium for the floor, and those of
/// phones, interpreters, speakers and the secretariat outside it.
namespace rostrum::test {

struct Sent {
    Actor actor;
    Command command;
};

class RandomCommands : public RandomPicks {
public:
    using RandomPicks::RandomPicks;

    /// The role that has the controls.
    [[nodiscard]] Actor at_the_table(const Room& room) {
        if (room.controls == Role::secretariat || one_in(3)) return {Role::secretariat, "Laptop"};
        return {Role::chair, "Chair's tablet"};
    }

    /// Any command of the floor, including Undo.
    [[nodiscard]] Command next(const Room& room) {
        return one_in(3) ? new_on_the_floor(room) : usual(room);
    }

    /// Any command outside the floor, with its sender.
    [[nodiscard]] Sent outside_the_floor(const Room& room) {
        const Actor laptop{Role::secretariat, "Laptop"};
        const Actor handset = one_in(4) ? card() : Actor{Role::delegation, phone(), {}, one_in(5)};
        switch (below(27)) {
            case 25:
                return {laptop,
                        SetNote{meeting(room), plate(room), one_in(2) ? "" : "Speaks late."}};
            case 26:
                return {laptop, correct_plate(room)};
            case 22:
                return {laptop, SetAsking{{static_cast<AskingBy>(below(2)), one_in(2),
                                           static_cast<std::uint32_t>(below(4))}}};
            case 23:
                if (one_in(6) || room.archived) return {laptop, ArchiveRoom{!room.archived}};
                return {laptop, RenameRoom{"Room " + std::to_string(below(4))}};
            case 24:
                if (one_in(2)) return {laptop, PlanMeetings{{plan(room)}}};
                return {laptop, MoveToRoom{meeting(room), RoomId{"other"}}};
            case 0:
            case 1:
            case 2:
                return {handset, request(room)};
            case 3:
                return {laptop, request(room)};
            case 4:
            case 5:
                return {one_in(2) ? handset : laptop, Withdraw{RandomPicks::request(room)}};
            case 6:
                return {handset, EnterRoll{{state_code()}}};
            case 7:
                return {laptop, EnterRoll{state_codes(), roll_of(room), guest()}};
            case 8:
                return {laptop, LeaveRoll{state_codes(), roll_of(room), one_in(2), guest()}};
            case 9:
            case 10:
                return {laptop, PlanMeetings{{plan(room)}}};
            case 11:
                return {laptop, CancelMeeting{meeting(room)}};
            case 12:
                return {laptop, move_meeting(room)};
            case 13:
                return {laptop, SetRules{rules(room)}};
            case 14:
                return {laptop, NameSpeaker{meeting(room), plate(room),
                                            "Speaker " + std::to_string(below(9))}};
            case 15:
                return {laptop, WithholdName{meeting(room), plate(room)}};
            case 16:
                return {laptop, EraseName{meeting(room), plate(room)}};
            case 17:
                return signal(room);
            case 18:
            case 19:
                return {laptop, ReportOutage{room.latest - Duration{below(40'000)}, room.latest}};
            case 20:
                return {laptop, one_in(2) ? Command{TakeControls{}} : Command{HandBackControls{}}};
            default:
                return {laptop, SetDisplay{{static_cast<DisplayMode>(below(4)), one_in(2)}}};
        }
    }

    /// The time between two commands.
    [[nodiscard]] Duration pause() { return one_in(4) ? Duration{0} : Duration{below(40'000)}; }

private:
    [[nodiscard]] Command usual(const Room& room) {
        switch (below(19)) {
            case 0:
                return AnnounceMeeting{meeting(room)};
            case 1:
                return OpenMeeting{meeting(room)};
            case 2:
                return one_in(3) ? Command{SuspendMeeting{
                                       meeting(room),
                                       one_in(2) ? std::nullopt
                                                 : std::optional{room.latest + duration()}}}
                                 : next(room);
            case 3:
                return ResumeMeeting{meeting(room)};
            case 4:
                return one_in(8) ? Command{CloseMeeting{meeting(room)}} : next(room);
            case 5:
                return GiveFloor{inscription(room), ending(room)};
            case 6:
                return Next{ending(room), calling(room)};
            case 7:
                return PauseStatement{statement(room)};
            case 8:
                return ResumeStatement{statement(room)};
            case 9:
                return EndStatement{statement(room)};
            case 10:
                return one_in(3) ? Command{DeclineStatement{inscription(room)}} : next(room);
            case 11:
                return AddTime{statement(room), duration()};
            case 12:
                return SetAllotment{inscription(room), duration()};
            case 13:
                return MoveInscription{inscription(room), before(room)};
            case 14:
                return MarkPresent{delegation(room)};
            case 15:
                return MarkAbsent{delegation(room), one_in(2) ? "" : "Not in the room."};
            case 16:
                return ShowNotice{"Notice " + std::to_string(below(10)), duration()};
            case 17:
                return ClearNotice{notice(room)};
            default:
                return Undo{last_act(room)};
        }
    }

    [[nodiscard]] Command new_on_the_floor(const Room& room) {
        switch (below(23)) {
            case 22:
                return AdmitPhones{{phone(), phone()}};
            case 21:
                return arrange(room);
            case 17:
                return AdmitPhone{phone()};
            case 18:
                return ShutOutPhone{phone()};
            case 20:
                return AcceptRequests{{RandomPicks::request(room), RandomPicks::request(room)}};
            case 19:
                return DeclineRequests{{RandomPicks::request(room), RandomPicks::request(room)}};
            case 0:
                return MarkExpected{delegation(room)};
            case 1:
                return HaveStatementRead{delegation(room), delegation(room)};
            case 2:
                return HonourEmptyChair{waiting(room), ending(room),
                                        one_in(2) ? Duration{0} : Duration{30'000}};
            case 3:
                return OpenQuestions{static_cast<std::uint32_t>(below(12)),
                                     one_in(2) ? Duration{0} : Duration{600'000}, one_in(2)};
            case 4:
                return one_in(3) ? Command{CloseQuestions{}} : next(room);
            case 5:
                return AcceptRequest{RandomPicks::request(room), before(room)};
            case 6:
                return DeclineRequest{RandomPicks::request(room)};
            case 7:
                return Inscribe{delegation(room), kind(), plates(room, 2)};
            case 8:
                return BeginAnswers{plates(room, 3), one_in(2) ? Duration{0} : duration(),
                                    one_in(2), ending(room)};
            case 9:
            case 10:
                return RaisePointOfOrder{delegation(room), ending(room)};
            case 11:
            case 12:
                return RuleOnPointOfOrder{statement(room), static_cast<Ruling>(below(3)),
                                          one_in(2) ? "" : "So it is."};
            case 13:
                return Yield{statement(room), inscription(room)};
            case 14:
                return reallocate(room);
            case 15:
                return settle_lost_time(room);
            default:
                return SetHardStop{one_in(3) ? std::optional<Instant>{}
                                             : room.latest + Duration{below(7'200'000)}};
        }
    }

    [[nodiscard]] std::string phone() { return "phone-" + std::to_string(below(4)); }

    /// Also of meetings that are over.
    [[nodiscard]] std::optional<MeetingId> roll_of(const Room& room) {
        return one_in(2) ? std::nullopt : std::optional{meeting(room)};
    }

    [[nodiscard]] std::string guest() { return one_in(2) ? "" : "European Union"; }

    [[nodiscard]] ArrangeList arrange(const Room& room) {
        const auto by = static_cast<BalancedBy>(below(3));
        const Meeting* meeting = current_meeting(room);
        if (meeting == nullptr || one_in(5)) return {by, {waiting(room)}};
        return {by, balanced(*meeting, room.rules, by).inscriptions};
    }

    [[nodiscard]] CorrectPlate correct_plate(const Room& room) {
        CorrectPlate command;
        command.meeting = this->meeting(room);
        command.delegation = this->plate(room);
        const Meeting* meeting = find(room, command.meeting);
        const Delegation* plate = meeting == nullptr ? nullptr : find(*meeting, command.delegation);
        if (plate == nullptr) return command;
        command.kind = plate->kind;
        command.title = plate->title;
        command.standing = static_cast<Standing>(below(4));
        command.represented_by = static_cast<RepresentedBy>(below(4));
        if (command.standing == Standing::read_by) command.reader = delegation(room);
        return command;
    }

    [[nodiscard]] Actor card() {
        const std::string code = one_in(2) ? "" : state_code();
        const std::string name = code.empty() ? "European Union" : "";
        return {Role::delegation, "card-" + code + name, CardHolder{code, name, {}}};
    }

    [[nodiscard]] Command request(const Room& room) {
        const DelegationId who = one_in(4) ? delegation(room) : mission_id(state_code());
        return RequestFloor{who, one_in(2) ? InscriptionKind::question : kind(), plates(room, 2)};
    }

    [[nodiscard]] SettleLostTime settle_lost_time(const Room& room) {
        const Meeting* meeting = current_meeting(room);
        const Duration offered = meeting == nullptr ? Duration{0} : offered_time(*meeting);
        return {statement(room), one_in(4) ? duration() : offered, one_in(2)};
    }

    [[nodiscard]] Reallocate reallocate(const Room& room) {
        std::vector<Allotment> some(below(4));
        for (Allotment& one : some) one = {waiting(room), Duration{300'000 + 10'000 * below(12)}};
        return {some, Duration{below(1'800'000)}};
    }

    [[nodiscard]] MoveMeeting move_meeting(const Room& room) {
        if (one_in(3)) return {meeting(room), std::nullopt};
        return {meeting(room), meeting(room)};
    }

    [[nodiscard]] Rules rules(const Room& room) {
        Rules rules = room.rules;
        rules.order = one_in(2) ? SpeakingOrder::nhri_first : SpeakingOrder::as_planned;
        const auto more = below(4);
        rules.panel_longest = std::chrono::minutes{6 + more};
        rules.warning = std::chrono::seconds{15 * (more + 1)};
        rules.replies_each = static_cast<std::uint32_t>(below(3));
        return rules;
    }

    [[nodiscard]] Sent signal(const Room& room) {
        constexpr std::array roles{Role::chair, Role::secretariat, Role::speaker,
                                   Role::interpreter};
        const auto kind = static_cast<SignalKind>(below(6));
        return {{one_of(roles), "Somebody"},
                SendSignal{kind, plate(room), kind == SignalKind::text ? "Please." : ""}};
    }

    /// A changed meeting of the programme, or a new one.
    [[nodiscard]] PlannedMeeting plan(const Room& room) {
        const Meeting* meeting = find(room, this->meeting(room));
        PlannedMeeting plan;
        if (meeting != nullptr) plan = plan_of(*meeting);
        for (PlannedDelegation& panellist : plan.panel) {
            if (panellist.standing == Standing::read_by) panellist.standing = Standing::present;
            panellist.allotted = std::clamp<Duration>(panellist.allotted, room.rules.panel_shortest,
                                                      room.rules.panel_longest);
        }
        if (one_in(4)) {
            plan.id = MeetingId{"extra-" + std::to_string(below(5))};
            plan.starts_at += std::chrono::hours{2 + below(8)};
            plan.ends_at = plan.starts_at + std::chrono::hours{1};
            plan.hard_stop.reset();
        }
        if (plan.panel.empty()) return plan;
        PlannedDelegation& one = plan.panel[below(plan.panel.size())];
        switch (below(4)) {
            case 0:
                one.title += " (corrected)";
                one.title.resize(std::min<std::size_t>(one.title.size(), 100));
                one.speaker_name = "Speaker " + std::to_string(below(9));
                break;
            case 1:
                plan.panel.erase(plan.panel.begin() +
                                 static_cast<std::ptrdiff_t>(below(plan.panel.size())));
                break;
            case 2:
                plan.panel.push_back(one);
                plan.panel.back().id = DelegationId{"late-" + std::to_string(below(6))};
                plan.panel.back().kind =
                    one_in(2) ? DelegationKind::nhri : DelegationKind::national_cso;
                break;
            default:
                std::swap(one, plan.panel.front());
                break;
        }
        return plan;
    }
};

}  // namespace rostrum::test
