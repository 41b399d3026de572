#include "stopwatch.hpp"

#include <variant>

#include "floor/limits.hpp"

namespace rostrum::simulation {

void Stopwatch::Sheet::turn_to(Instant now) {
    if (runs) elapsed += now - as_of;
    as_of = now;
}

void Stopwatch::follow(const Act& act) {
    const Sheet before = sheet_;
    sheet_.turn_to(act.at);
    for (const Event& event : act.events) note(act, event);
    if (act.kind == ActKind::found_room || act.kind == ActKind::undo) return;
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
        sheet_.speaker = given->inscription;
        sheet_.statement = StatementId{act.revision.value};
        sheet_.elapsed = sheet_.spoken[{sheet_.meeting, given->inscription}];
        sheet_.runs = true;
        sheet_.stopped_by_suspension = false;
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
        sheet_.spoken[{sheet_.meeting, *sheet_.speaker}] = sheet_.elapsed;
        sheet_.speaker.reset();
        sheet_.runs = false;
        sheet_.stopped_by_suspension = false;
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
