#pragma once

#include <string>
#include <vector>

#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/event.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"

namespace rostrum {

/// The commands by name: what an act was, for the record and for Undo.
enum class ActKind {
    found_room,
    announce_meeting,
    open_meeting,
    suspend_meeting,
    resume_meeting,
    close_meeting,
    give_floor,
    next,
    pause_statement,
    resume_statement,
    end_statement,
    decline_statement,
    add_time,
    set_allotment,
    move_inscription,
    mark_present,
    mark_absent,
    show_notice,
    clear_notice,
    undo,
    mark_expected,
    have_statement_read,
    honour_empty_chair,
    open_questions,
    close_questions,
    request_floor,
    accept_request,
    decline_request,
    withdraw,
    inscribe,
    begin_answers,
    raise_point_of_order,
    rule_on_point_of_order,
    yield,
    reallocate,
    set_hard_stop,
    send_signal,
    set_display,
    take_controls,
    hand_back_controls,
    enter_roll,
    leave_roll,
    plan_meetings,
    cancel_meeting,
    move_meeting,
    set_rules,
    name_speaker,
    withhold_name,
    erase_name,
    settle_lost_time,
    report_outage,
};

[[nodiscard]] ActKind kind_of(const Command& command);

/// One accepted command: what the log keeps under one revision, and what Undo takes back as one.
struct Act {
    Revision revision;
    Instant at;
    Actor actor;
    CommandId command;
    ActKind kind{};
    /// At least one.
    std::vector<Event> events;
    friend bool operator==(const Act&, const Act&) = default;
};

}  // namespace rostrum
