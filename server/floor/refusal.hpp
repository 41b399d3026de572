#pragma once

#include <optional>

#include "floor/instant.hpp"
#include "floor/sentence.hpp"

namespace rostrum {

/// Why a command was refused. proto/rostrum/v1/live.proto explains each code.
enum class RefusalCode {
    malformed,
    not_permitted,
    stale,
    unknown_meeting,
    unknown_inscription,
    unknown_delegation,
    meeting_not_open,
    meeting_not_planned,
    meeting_not_suspended,
    meeting_closed,
    another_meeting_open,
    already_announced,
    nobody_waiting,
    delegation_absent,
    already_so,
    has_the_floor,
    not_waiting,
    outside_limits,
    nothing_to_undo,
    log_unavailable,
    busy,
    room_founded,
    questions_closed,
    already_asked,
    list_full,
    unknown_request,
    not_yours,
    point_of_order,
    no_point_of_order,
    silence,
    replies_spent,
    not_in_control,
    unknown_state,
    meeting_under_way,
    no_name,
    name_erased,
    id_used,
    outcome_unknown,
    too_soon,
    shut_out,
    card_needed,
    awaits_approval,
    speaks_for_another,
    too_many_phones,
};

/// A refused command: a value that only its sender receives.
struct Refusal {
    RefusalCode code{};
    /// With a code of its own where `code` says too little: tests/kit/faults.test.ts.
    Explanation text;
    /// With too_soon: when the sender may ask again.
    std::optional<Instant> again_at = std::nullopt;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

}  // namespace rostrum
