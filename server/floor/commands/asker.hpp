#pragma once

#include <optional>
#include <variant>

#include "floor/commands/handlers.hpp"
#include "floor/refusal.hpp"

/// Who may ask for the floor from a phone, and in whose name.
namespace rostrum::commands {

/// A phone that may ask, or wait to be allowed to.
struct Asker {
    /// What comes first: it leaves the delegation that it asked for before.
    Events first;
    /// It waits for the podium's approval.
    bool is_held = false;
};

/// Judges a phone that wants to ask in the name of this delegation.
/// @pre the sender's role is `delegation`.
[[nodiscard]] std::variant<Asker, Refusal> judge_asker(const Room& room, const Meeting& meeting,
                                                       const DelegationId& named,
                                                       const CommandContext& context);

/// What removes a phone from the meeting: its requests, its waiting inscriptions, and its Mission
/// from the roll if nobody else put it there.
[[nodiscard]] Events left_behind(const Meeting& meeting, const Phone& phone);

/// What puts a delegation on the roll that is not present: a Mission, or the organisation of this
/// card.
[[nodiscard]] Events entry_of(const Meeting& meeting, const DelegationId& id,
                              const std::optional<CardHolder>& holder);

}  // namespace rostrum::commands
