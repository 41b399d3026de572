#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "floor/decide.hpp"
#include "floor/ids.hpp"
#include "floor/meeting.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

/// What several commands require of a room: the thing they need, or the refusal.
namespace rostrum::acts {

/// A part of the room that a command needs, or why it cannot have it.
template <class Thing>
class Required {
public:
    Required(const Thing& thing) : found_(&thing) {}
    Required(Refusal refusal) : found_(std::move(refusal)) {}

    explicit operator bool() const { return std::holds_alternative<const Thing*>(found_); }
    const Thing& operator*() const { return *std::get<const Thing*>(found_); }
    const Thing* operator->() const { return std::get<const Thing*>(found_); }
    [[nodiscard]] const Refusal& refusal() const { return std::get<Refusal>(found_); }

private:
    std::variant<const Thing*, Refusal> found_;
};

/// "The meeting on Cuba".
[[nodiscard]] std::string name_of(const Meeting& meeting);
/// What the plate of an inscription says.
[[nodiscard]] const std::string& name_of(const Meeting& meeting, const Inscription& inscription);

[[nodiscard]] Required<Meeting> the_meeting(const Room& room, const MeetingId& id);
/// The current meeting, which must be open.
[[nodiscard]] Required<Meeting> the_open_meeting(const Room& room);
/// The current meeting, planned, open or suspended.
[[nodiscard]] Required<Meeting> the_meeting_not_over(const Room& room);

/// Refuses in the words that fit where the meeting stands, which is not open.
[[nodiscard]] Refusal not_open(const Meeting& meeting);

[[nodiscard]] Required<Inscription> the_inscription(const Meeting& meeting,
                                                    const InscriptionId& id);
[[nodiscard]] Required<Delegation> the_delegation(const Meeting& meeting, const DelegationId& id);
/// The statement in progress, which must be the one named.
[[nodiscard]] Required<Statement> the_statement(const Meeting& meeting, StatementId id);

/// No other meeting may be open or suspended.
[[nodiscard]] std::optional<Refusal> another_meeting_is_open(const Room& room, const MeetingId& id);
/// Who has the floor must be whom the sender saw there, or nobody if it saw nobody.
[[nodiscard]] std::optional<Refusal> floor_has_passed(const Meeting& meeting,
                                                      std::optional<StatementId> ending);
/// What is kept of a meeting is bounded.
[[nodiscard]] std::optional<Refusal> no_turn_is_left(const Meeting& meeting);

/// Ends the statement in progress, if any, and gives the floor.
[[nodiscard]] Events pass_the_floor(const Meeting& meeting, const Inscription& to);

}  // namespace rostrum::acts
