#include "stopwatch.hpp"

#include <string>
#include <variant>

#include "floor/command_table.hpp"
#include "floor/limits.hpp"

namespace rostrum::simulation {

void Stopwatch::Sheet::turn_to(Instant now) {
    if (runs) elapsed += now - as_of;
    as_of = now;
}

void Stopwatch::Sheet::begin(StatementId number, const InscriptionId& who) {
    speaker = who;
    statement = number;
    elapsed = spoken[{meeting, who}];
    runs = true;
    stopped_by_suspension = false;
    silence = false;
}

void Stopwatch::Sheet::end() {
    if (!silence) spoken[{meeting, *speaker}] = elapsed;
    speaker.reset();
    runs = false;
    stopped_by_suspension = false;
    silence = false;
}

void Stopwatch::follow(const Act& act) {
    const Sheet before = sheet_;
    sheet_.turn_to(act.at);
    for (const Event& event : act.events) note(act, event);
    if (!is_of_the_floor(act.kind) || act.kind == kind_of<Undo>()) return;
    before_.push_back(before);
    if (before_.size() > limits::remembered_acts) before_.pop_front();
}

void Stopwatch::note(const Act& act, const Event& event) {
    if (const auto* planned = std::get_if<MeetingPlanned>(&event)) {
        if (sheet_.meeting.empty()) sheet_.meeting = planned->plan.id;
    } else if (const auto* announced = std::get_if<MeetingAnnounced>(&event)) {
        sheet_.meeting = announced->meeting;
    } else if (const auto* opened = std::get_if<MeetingOpened>(&event)) {
        sheet_.meeting = opened->meeting;
    } else if (const auto* given = std::get_if<FloorGiven>(&event)) {
        sheet_.begin(StatementId{act.revision.value}, given->inscription);
    } else if (const auto* silence = std::get_if<SilenceBegun>(&event)) {
        sheet_.begin(StatementId{act.revision.value}, silence->inscription);
        sheet_.elapsed = Duration{0};
        sheet_.silence = true;
    } else if (std::holds_alternative<PointOfOrderRaised>(event)) {
        if (sheet_.speaker) {
            if (!sheet_.silence) sheet_.interrupted = {*sheet_.speaker, sheet_.runs};
            sheet_.end();
        }
        sheet_.begin(StatementId{act.revision.value},
                     InscriptionId{"order-" + std::to_string(act.revision.value)});
    } else if (std::holds_alternative<PointOfOrderRuled>(event)) {
        sheet_.end();
        if (sheet_.interrupted) {
            sheet_.begin(StatementId{act.revision.value}, sheet_.interrupted->first);
            sheet_.runs = sheet_.interrupted->second;
            sheet_.interrupted.reset();
        }
    } else if (std::holds_alternative<MeetingClosed>(event)) {
        sheet_.interrupted.reset();
    } else if (std::holds_alternative<StatementPaused>(event)) {
        sheet_.runs = false;
    } else if (std::holds_alternative<StatementResumed>(event)) {
        sheet_.runs = true;
    } else if (std::holds_alternative<MeetingSuspended>(event)) {
        sheet_.stopped_by_suspension = sheet_.runs;
        sheet_.runs = false;
    } else if (std::holds_alternative<MeetingResumed>(event)) {
        sheet_.runs = sheet_.stopped_by_suspension;
        sheet_.stopped_by_suspension = false;
    } else if (std::holds_alternative<StatementEnded>(event)) {
        sheet_.end();
    } else if (std::holds_alternative<ActUndone>(event)) {
        // As if the act had never been: what ran before it has run on.
        sheet_ = before_.back();
        sheet_.turn_to(act.at);
        before_.pop_back();
    }
}

std::optional<Stopwatch::Reading> Stopwatch::read(Instant now) const {
    if (!sheet_.speaker) return std::nullopt;
    Sheet sheet = sheet_;
    sheet.turn_to(now);
    return Reading{sheet.statement, sheet.runs, sheet.elapsed};
}

}  // namespace rostrum::simulation
