#include "stopwatch.hpp"

#include <string>
#include <variant>

#include "floor/command_table.hpp"
#include "floor/limits.hpp"

namespace rostrum::simulation {

void Stopwatch::Notes::turn_to(Instant now) {
    if (runs) elapsed += now - as_of;
    as_of = now;
}

void Stopwatch::Notes::begin(StatementId number, const InscriptionId& who) {
    speaker = who;
    statement = number;
    elapsed = spoken[{meeting, who}];
    runs = true;
    stopped_by_suspension = false;
    silence = false;
}

void Stopwatch::Notes::end() {
    if (!silence) spoken[{meeting, *speaker}] = elapsed;
    speaker.reset();
    runs = false;
    stopped_by_suspension = false;
    silence = false;
}

void Stopwatch::follow(const Act& act) {
    const Notes before = notes_;
    notes_.turn_to(act.at);
    for (const Event& event : act.events) note(act, event);
    if (!is_of_the_floor(act.kind) || act.kind == kind_of<Undo>()) return;
    before_.push_back(before);
    if (before_.size() > limits::remembered_acts) before_.pop_front();
}

void Stopwatch::note(const Act& act, const Event& event) {
    if (const auto* planned = std::get_if<MeetingPlanned>(&event)) {
        if (notes_.meeting.empty()) notes_.meeting = planned->plan.id;
    } else if (const auto* announced = std::get_if<MeetingAnnounced>(&event)) {
        notes_.meeting = announced->meeting;
    } else if (const auto* opened = std::get_if<MeetingOpened>(&event)) {
        notes_.meeting = opened->meeting;
    } else if (const auto* given = std::get_if<FloorGiven>(&event)) {
        notes_.begin(StatementId{act.revision.value}, given->inscription);
    } else if (const auto* silence = std::get_if<SilenceBegun>(&event)) {
        notes_.begin(StatementId{act.revision.value}, silence->inscription);
        notes_.elapsed = Duration{0};
        notes_.silence = true;
    } else if (std::holds_alternative<PointOfOrderRaised>(event)) {
        if (notes_.speaker) {
            if (!notes_.silence) notes_.interrupted = {*notes_.speaker, notes_.runs};
            notes_.end();
        }
        notes_.begin(StatementId{act.revision.value},
                     InscriptionId{"order-" + std::to_string(act.revision.value)});
    } else if (std::holds_alternative<PointOfOrderRuled>(event)) {
        notes_.end();
        if (notes_.interrupted) {
            notes_.begin(StatementId{act.revision.value}, notes_.interrupted->first);
            notes_.runs = notes_.interrupted->second;
            notes_.interrupted.reset();
        }
    } else if (std::holds_alternative<MeetingClosed>(event)) {
        notes_.interrupted.reset();
    } else if (std::holds_alternative<StatementPaused>(event)) {
        notes_.runs = false;
    } else if (std::holds_alternative<StatementResumed>(event)) {
        notes_.runs = true;
    } else if (std::holds_alternative<MeetingSuspended>(event)) {
        notes_.stopped_by_suspension = notes_.runs;
        notes_.runs = false;
    } else if (std::holds_alternative<MeetingResumed>(event)) {
        notes_.runs = notes_.stopped_by_suspension;
        notes_.stopped_by_suspension = false;
    } else if (std::holds_alternative<StatementEnded>(event)) {
        notes_.end();
    } else if (std::holds_alternative<ActUndone>(event)) {
        // As if the act had never happened: what ran before it kept running.
        notes_ = before_.back();
        notes_.turn_to(act.at);
        before_.pop_back();
    }
}

std::optional<Stopwatch::Reading> Stopwatch::read(Instant now) const {
    if (!notes_.speaker) return std::nullopt;
    Notes sheet = notes_;
    sheet.turn_to(now);
    return Reading{sheet.statement, sheet.runs, sheet.elapsed};
}

}  // namespace rostrum::simulation
