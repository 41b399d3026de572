#pragma once

#include <vector>

#include "floor/ids.hpp"

namespace rostrum {

struct Meeting;
struct Rules;

/// What a proposed order of those who wait balances.
enum class BalancedBy {
    /// Women and men take turns.
    gender,
    /// Who has spoken less often comes first.
    turns,
    /// Who has spoken less long comes first.
    time,
};

/// An order of all who wait, for the chair to accept.
struct ProposedOrder {
    std::vector<InscriptionId> inscriptions;
    /// By gender: nobody whose place may change has declared one.
    bool gender_unknown = false;
    friend bool operator==(const ProposedOrder&, const ProposedOrder&) = default;
};

/// Statements of the panel and questions change places, each among their own kind, and NHRIs among
/// themselves if the rules call them first. Everybody else keeps their place: the State under
/// Review, answers, follow-ups, rights of reply, and who cannot speak now. Ties keep their order.
[[nodiscard]] ProposedOrder balanced(const Meeting& meeting, const Rules& rules, BalancedBy by);

/// Who waits, in the order of the list.
[[nodiscard]] std::vector<InscriptionId> waiting_in_order(const Meeting& meeting);

}  // namespace rostrum
