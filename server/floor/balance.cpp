#include "floor/balance.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "floor/meeting.hpp"

namespace rostrum {

namespace {

using Entries = std::vector<const Inscription*>;

bool is_balanced(const Inscription& one) {
    return one.kind == InscriptionKind::panel_statement || one.kind == InscriptionKind::question;
}

/// Entries change places within their group only; nullopt for one that keeps its place.
std::optional<int> group_of(const Meeting& meeting, const Rules& rules, const Inscription& one) {
    const Delegation& plate = delegation_of(meeting, one);
    if (!is_balanced(one) || !can_speak(plate)) return std::nullopt;
    if (one.kind == InscriptionKind::question) return 2;
    return rules.order == SpeakingOrder::nhri_first && plate.kind == DelegationKind::nhri ? 0 : 1;
}

/// What each has had so far: turns, or milliseconds, that have ended; and what its own entries
/// before this one will take, so that nobody gets two turns in a row by waiting twice.
std::map<InscriptionId, std::int64_t> shares_of(const Meeting& meeting, const Entries& waiting,
                                                BalancedBy by) {
    std::map<DelegationId, std::int64_t> had;
    for (const Inscription& one : meeting.list) {
        if (one.spoken == Duration{0}) continue;
        had[one.delegation] += by == BalancedBy::turns ? 1 : one.spoken.count();
    }
    std::map<InscriptionId, std::int64_t> shares;
    for (const Inscription* one : waiting) {
        shares[one->id] = had[one->delegation];
        had[one->delegation] += by == BalancedBy::turns ? 1 : one->allotted.count();
    }
    return shares;
}

/// Of the person who speaks; only women and men take turns.
/// @param reader who speaks for the plate
std::optional<RepresentedBy> gender_of(const Meeting& meeting, const Inscription& one,
                                       const std::optional<DelegationId>& reader) {
    const Delegation* plate = &delegation_of(meeting, one);
    if (reader) plate = find(meeting, *reader);
    if (plate == nullptr) return std::nullopt;
    if (plate->represented_by == RepresentedBy::woman ||
        plate->represented_by == RepresentedBy::man)
        return plate->represented_by;
    return std::nullopt;
}

std::optional<RepresentedBy> gender_of(const Meeting& meeting, const Inscription& one) {
    return gender_of(meeting, one, delegation_of(meeting, one).reader);
}

RepresentedBy other_than(RepresentedBy gender) {
    return gender == RepresentedBy::woman ? RepresentedBy::man : RepresentedBy::woman;
}

/// Of the last who spoke, or who speaks now; nullopt if it is not known.
std::optional<RepresentedBy> latest_gender(const Meeting& meeting) {
    if (meeting.statement && !meeting.statement->silence) {
        const Inscription* one = find(meeting, meeting.statement->inscription);
        if (one != nullptr && is_balanced(*one)) return gender_of(meeting, *one);
    }
    for (auto turn = meeting.turns.rbegin(); turn != meeting.turns.rend(); ++turn) {
        const Inscription* one = find(meeting, turn->inscription);
        if (!turn->silence && one != nullptr && is_balanced(*one))
            return gender_of(meeting, *one, turn->reader);
    }
    return std::nullopt;
}

/// Alternates women and men, each in their order; the others keep their places in between.
void alternate(const Meeting& meeting, Entries& group, std::optional<RepresentedBy>& latest) {
    std::map<RepresentedBy, Entries> queues;
    // A queue ends with its first.
    Entries last_first{group.rbegin(), group.rend()};
    for (const Inscription* one : last_first)
        if (const auto gender = gender_of(meeting, *one)) queues[*gender].push_back(one);
    for (const Inscription*& place : group) {
        const auto there = gender_of(meeting, *place);
        if (!there) continue;
        RepresentedBy next = latest ? other_than(*latest) : *there;
        if (queues[next].empty()) next = other_than(next);
        place = queues[next].back();
        queues[next].pop_back();
        latest = next;
    }
}

}  // namespace

std::vector<InscriptionId> waiting_in_order(const Meeting& meeting) {
    std::vector<InscriptionId> waiting;
    for (const Inscription& one : meeting.list)
        if (one.status == InscriptionStatus::waiting) waiting.push_back(one.id);
    return waiting;
}

ProposedOrder balanced(const Meeting& meeting, const Rules& rules, BalancedBy by) {
    Entries waiting;
    std::map<int, Entries> groups;
    for (const Inscription& one : meeting.list) {
        if (one.status != InscriptionStatus::waiting) continue;
        waiting.push_back(&one);
        if (const auto group = group_of(meeting, rules, one)) groups[*group].push_back(&one);
    }
    ProposedOrder proposal;
    auto latest = latest_gender(meeting);
    const auto share = shares_of(meeting, waiting, by);
    proposal.gender_unknown = by == BalancedBy::gender;
    for (auto& [number, group] : groups) {
        for (const Inscription* one : group)
            if (gender_of(meeting, *one)) proposal.gender_unknown = false;
        if (by == BalancedBy::gender)
            alternate(meeting, group, latest);
        else
            std::stable_sort(group.begin(), group.end(),
                             [&](const Inscription* a, const Inscription* b) {
                                 return share.at(a->id) < share.at(b->id);
                             });
        std::reverse(group.begin(), group.end());
    }
    for (const Inscription* one : waiting) {
        if (const auto group = group_of(meeting, rules, *one)) {
            one = groups[*group].back();
            groups[*group].pop_back();
        }
        proposal.inscriptions.push_back(one->id);
    }
    return proposal;
}

}  // namespace rostrum
