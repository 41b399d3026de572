#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "floor/decide.hpp"
#include "floor/ids.hpp"
#include "floor/meeting.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

/// Requirements shared by several commands: each returns the part of the room, or the refusal.
namespace rostrum::commands {

/// A part of the room that a command needs, or the refusal.
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
/// The title on the plate of an inscription.
[[nodiscard]] const std::string& name_of(const Meeting& meeting, const Inscription& inscription);

[[nodiscard]] Required<Meeting> the_meeting(const Room& room, const MeetingId& id);
/// The current meeting, which must be open.
[[nodiscard]] Required<Meeting> the_open_meeting(const Room& room);
/// The current meeting, planned, open or suspended.
[[nodiscard]] Required<Meeting> the_meeting_not_over(const Room& room);

/// The meeting whose roll is changed: the current one, while it is not over; for the secretariat,
/// any that it names.
[[nodiscard]] Required<Meeting> the_meeting_of_the_roll(const Room& room,
                                                        const std::optional<MeetingId>& named,
                                                        Role role);

/// The first fault that the room's programme has with these meetings in it, replaced or added.
[[nodiscard]] std::optional<Refusal> fault_of_programme(
    const Room& room, const std::vector<PlannedMeeting>& meetings);

/// Refuses with the reason that the meeting is not open.
[[nodiscard]] Refusal not_open(const Meeting& meeting);

[[nodiscard]] Required<Inscription> the_inscription(const Meeting& meeting,
                                                    const InscriptionId& id);
[[nodiscard]] Required<Delegation> the_delegation(const Meeting& meeting, const DelegationId& id);
/// The statement in progress, which must be the named one.
[[nodiscard]] Required<Statement> the_statement(const Meeting& meeting, StatementId id);

/// No other meeting may be open or suspended.
[[nodiscard]] std::optional<Refusal> another_meeting_is_open(const Room& room, const MeetingId& id);
/// The statement in progress must be the one the sender saw, or none if it saw none.
[[nodiscard]] std::optional<Refusal> floor_has_passed(const Meeting& meeting,
                                                      std::optional<StatementId> ending);
/// A plate's standing does not change while its delegation speaks, also as another's reader.
[[nodiscard]] std::optional<Refusal> has_the_floor(const Meeting& meeting,
                                                   const Delegation& delegation);
/// The moderator has no name plate, so its chair cannot be empty.
[[nodiscard]] Refusal moderator_is_here();
/// A point of order is ruled on before anything else happens on the floor.
[[nodiscard]] std::optional<Refusal> point_of_order_is_heard(const Meeting& meeting);
/// During a silence nobody speaks: there is no time to pause, add or pass on.
[[nodiscard]] std::optional<Refusal> silence_is_held(const Meeting& meeting);
/// The addressees of a question have plates and are named once each.
[[nodiscard]] std::optional<Refusal> not_all_on_the_podium(const Meeting& meeting,
                                                           const std::vector<DelegationId>& plates);
/// The speakers' list is bounded.
[[nodiscard]] std::optional<Refusal> list_is_full(const Meeting& meeting, std::size_t more);
/// The organisations on the roll are bounded; its Missions are by themselves.
[[nodiscard]] std::optional<Refusal> roll_is_full(const Meeting& meeting, const Events& entering);
/// Rights of reply are limited; those on the list and requested ones count.
[[nodiscard]] std::optional<Refusal> replies_are_spent(const Room& room, const Meeting& meeting,
                                                       const Delegation& delegation);
[[nodiscard]] Required<Request> the_request(const Meeting& meeting, const InscriptionId& id);
/// Those of them that still wait, in the order of asking; refuses if none is named or none waits.
[[nodiscard]] std::variant<std::vector<const Request*>, Refusal> the_requests(
    const Meeting& meeting, const std::vector<InscriptionId>& ids);
/// A point of order is heard, or declined: it never waits on the list.
[[nodiscard]] Refusal interrupts();
/// A phone that has asked in this meeting, or a card.
[[nodiscard]] Required<Phone> the_phone(const Meeting& meeting, const std::string& device);
/// Returns a paragraph, trimmed; the refusal begins with its name ("The ruling").
[[nodiscard]] std::variant<std::string, Refusal> paragraph(std::string_view text,
                                                           std::size_t longest, const char* name);
/// The number of turns is bounded.
[[nodiscard]] std::optional<Refusal> no_turn_is_left(const Meeting& meeting);

/// Names of persons travel in events of their own.
[[nodiscard]] PlannedMeeting without_names(PlannedMeeting plan);

/// Ends the statement in progress, if any, and gives the floor.
[[nodiscard]] Events pass_the_floor(const Meeting& meeting, const InscriptionId& to);

}  // namespace rostrum::commands
