#include "round.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "floor/states.hpp"

namespace rostrum::replay {

namespace {

using namespace std::chrono_literals;

const Actor chair{Role::chair, "Chair's tablet"};
const Actor secretariat{Role::secretariat, "Laptop"};

enum class Sur { speaks, declines, absent };

struct Sitting {
    std::size_t missions;
    Sur sur;
};

/// In the order of the programme. Seven States are present, and 286 of 12 times 68 is 35 %.
constexpr std::array<Sitting, 12> sittings{{{28, Sur::speaks},
                                            {19, Sur::absent},
                                            {17, Sur::speaks},
                                            {28, Sur::speaks},
                                            {18, Sur::declines},
                                            {25, Sur::speaks},
                                            {14, Sur::absent},
                                            {30, Sur::speaks},
                                            {20, Sur::absent},
                                            {51, Sur::declines},
                                            {16, Sur::absent},
                                            {20, Sur::absent}}};
constexpr std::size_t different_missions = 68;

/// Questions at each meeting.
constexpr std::size_t questions = 3;

/// Every second State of the roll that is not under review.
std::vector<std::string> missions_of(const PlannedRoom& plan) {
    std::vector<std::string> others;
    for (const State& state : states_of_the_roll()) {
        const bool is_reviewed =
            std::any_of(plan.meetings.begin(), plan.meetings.end(),
                        [&](const PlannedMeeting& one) { return one.state.code == state.code; });
        if (!is_reviewed) others.push_back(state.code);
    }
    std::vector<std::string> missions;
    for (std::size_t i = 0; missions.size() < different_missions; i += 2)
        missions.push_back(others.at(i));
    return missions;
}

void call_next(Replay& replay, Duration speaks) {
    replay.execute(chair, Next{replay.ending(), {}});
    replay.later(speaks);
}

void end_statement(Replay& replay) {
    replay.execute(chair, EndStatement{replay.ending().value()});
}

void hear_the_state(Replay& replay, Sur sur) {
    if (sur == Sur::declines) replay.execute(chair, DeclineStatement{InscriptionId{sur_id()}});
    if (sur == Sur::speaks) call_next(replay, 110s);
}

/// Gives the floor in the order of the list and honours empty chairs in their turn.
void hear_the_panel(Replay& replay) {
    const std::vector<Inscription> list = replay.meeting().list;
    for (const Inscription& one : list) {
        if (one.kind != InscriptionKind::panel_statement) continue;
        if (delegation_of(replay.meeting(), one).standing == Standing::absent) {
            replay.execute(chair, HonourEmptyChair{one.id, replay.ending(), 30s});
            replay.later(30s);
        } else {
            replay.execute(chair, Next{replay.ending(), one.id});
            replay.later(one.allotted - 10s);
        }
    }
    end_statement(replay);
}

/// Missions ask from their phones, and the chair accepts.
void ask(Replay& replay, std::span<const std::string> missions) {
    replay.execute(chair, OpenQuestions{});
    for (const std::string& code : missions) {
        replay.later(5s);
        replay.execute({Role::delegation, "phone-" + code},
                       RequestFloor{mission_id(code), InscriptionKind::question, {}});
        replay.execute(chair, AcceptRequest{replay.meeting().requests.back().id, {}});
    }
    replay.execute(chair, Inscribe{{}, InscriptionKind::follow_up, {}});
    while (next_inscription(replay.meeting()) != nullptr) call_next(replay, 80s);
    end_statement(replay);
    replay.execute(chair, CloseQuestions{});
}

/// The first two who are present answer.
void answer(Replay& replay) {
    BeginAnswers answers;
    for (const Delegation& plate : replay.meeting().delegations) {
        if (plate.kind == DelegationKind::state_under_review) continue;
        if (plate.standing == Standing::present && answers.delegations.size() < 2)
            answers.delegations.push_back(plate.id);
    }
    replay.execute(chair, answers);
    while (next_inscription(replay.meeting()) != nullptr) call_next(replay, 100s);
    end_statement(replay);
}

void hold(Replay& replay, const PlannedMeeting& plan, std::span<const std::string> missions,
          Sur sur) {
    replay.wait_until(plan.starts_at - 10min);
    if (replay.room().proceedings.current != plan.id)
        replay.execute(secretariat, AnnounceMeeting{plan.id});
    for (const std::string& code : missions) {
        replay.later(5s);
        replay.execute(secretariat, EnterRoll{{code}});
    }
    if (sur == Sur::absent) replay.execute(chair, MarkAbsent{DelegationId{sur_id()}, ""});
    replay.wait_until(plan.starts_at);
    replay.execute(chair, OpenMeeting{plan.id});
    replay.later(30s);
    hear_the_state(replay, sur);
    hear_the_panel(replay);
    ask(replay, missions.first(questions));
    answer(replay);
    replay.execute(chair, CloseMeeting{plan.id});
}

}  // namespace

void hold(Replay& replay, const PlannedRoom& plan) {
    if (plan.meetings.size() != sittings.size())
        throw std::runtime_error("The programme is not that of round 30.");
    std::vector<std::string> missions = missions_of(plan);
    for (std::size_t i = 0; i < sittings.size(); ++i) {
        const auto here = sittings[i].missions;
        hold(replay, plan.meetings[i], std::span{missions}.first(here), sittings[i].sur);
        // Rotates, so that all Missions come before any comes again.
        std::rotate(missions.begin(), missions.begin() + static_cast<std::ptrdiff_t>(here),
                    missions.end());
    }
}

}  // namespace rostrum::replay
