#include "floor/commands/asker.hpp"

#include <algorithm>

#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/programme.hpp"
#include "floor/states.hpp"

namespace rostrum::commands {

namespace {

bool another_asks(const Meeting& meeting, const DelegationId& delegation,
                  const std::string& device) {
    return std::any_of(meeting.phones->begin(), meeting.phones->end(), [&](const Phone& one) {
        return one.delegation == delegation && one.device != device &&
               one.standing == PhoneStanding::admitted;
    });
}

std::optional<Refusal> is_too_fast(const Phone* phone, Instant now) {
    if (phone == nullptr) return std::nullopt;
    const Instant again_at = phone->busy_until - (limits::asks_at_once - 1) * limits::ask_pace;
    if (now >= again_at) return std::nullopt;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(again_at - now).count();
    return Refusal{
        RefusalCode::too_soon,
        "This phone asks too often: it may ask again in " + std::to_string(seconds) + " s.",
        again_at};
}

std::optional<Refusal> has_the_wrong_card(const Meeting& meeting, const CardHolder& holder,
                                          const DelegationId& named) {
    if (named != delegation_of(holder, meeting))
        return Refusal{RefusalCode::not_permitted, "A card asks in the name of its holder only."};
    if (holder.delegation.empty()) return std::nullopt;
    const Delegation* plate = find(meeting, named);
    if (!holds(holder, meeting, named) || plate == nullptr || plate->title != holder.name) {
        return Refusal{RefusalCode::unknown_delegation,
                       name_of(meeting) + " has no name plate of this card's holder."};
    }
    return std::nullopt;
}

std::optional<Refusal> needs_a_card(const Room& room, const Meeting& meeting,
                                    const DelegationId& named) {
    if (named.value == sur_id() || named == mission_id(meeting.state.code)) {
        return Refusal{RefusalCode::card_needed,
                       "The State under Review asks by its own card, or through the podium."};
    }
    if (room.asking.by == AskingBy::card)
        return Refusal{RefusalCode::card_needed, "In this room each delegation asks by its card."};
    const Delegation* delegation = find(meeting, named);
    if (delegation == nullptr || delegation->kind == DelegationKind::mission) return std::nullopt;
    return Refusal{RefusalCode::not_permitted,
                   "A phone without a card can ask only for a Mission."};
}

/// Whether a phone may take another delegation than the one that it asked for.
std::optional<Refusal> may_not_change(const Meeting& meeting, const Phone& phone) {
    if (phone.changes >= limits::changes_a_phone) {
        const Delegation* delegation = find(meeting, phone.delegation);
        return Refusal{RefusalCode::speaks_for_another,
                       "This phone asks for " +
                           (delegation == nullptr ? "another delegation" : delegation->title) +
                           ", and has changed twice in this meeting already."};
    }
    const Delegation* delegation = find(meeting, phone.delegation);
    return delegation == nullptr ? std::nullopt : has_the_floor(meeting, *delegation);
}

std::optional<Refusal> no_phone_is_taken(const Meeting& meeting, bool waits) {
    const auto waiting = static_cast<std::size_t>(
        std::count_if(meeting.phones->begin(), meeting.phones->end(),
                      [](const Phone& one) { return one.standing == PhoneStanding::waiting; }));
    if (meeting.phones->size() < limits::phones_a_meeting &&
        (!waits || waiting < limits::phones_waiting))
        return std::nullopt;
    return Refusal{RefusalCode::too_many_phones,
                   "Too many phones ask in this meeting: ask through the podium."};
}

}  // namespace

std::variant<Asker, Refusal> judge_asker(const Room& room, const Meeting& meeting,
                                         const DelegationId& named, const CommandContext& context) {
    const Actor& actor = context.actor;
    if (actor.device.empty()) {
        return Refusal{RefusalCode::malformed,
                       {"phone_without_name",
                        "A phone names itself in its Hello: only the device that asks may "
                        "withdraw."}};
    }
    const Phone* phone = find_phone(meeting, actor.device);
    if (phone != nullptr && phone->standing == PhoneStanding::shut_out) {
        return Refusal{RefusalCode::shut_out,
                       "The podium has shut this phone out for the meeting: speak to the "
                       "secretariat."};
    }
    if (const auto refusal = actor.holder ? has_the_wrong_card(meeting, *actor.holder, named)
                                          : needs_a_card(room, meeting, named))
        return *refusal;
    const bool is_new = phone == nullptr || phone->delegation != named;
    const bool is_admitted = !is_new && phone->standing == PhoneStanding::admitted;
    const bool is_held = !actor.holder && !is_admitted &&
                         (actor.crowded || another_asks(meeting, named, actor.device));
    if (is_held && !is_new) {
        return Refusal{RefusalCode::awaits_approval,
                       "The chair or the secretariat has not yet let this phone ask."};
    }
    if (const auto refusal = is_too_fast(phone, context.now)) return *refusal;
    if (phone == nullptr || is_held) {
        if (const auto refusal = no_phone_is_taken(meeting, is_held)) return *refusal;
    }
    if (phone == nullptr || !is_new) return Asker{{}, is_held};
    if (const auto refusal = may_not_change(meeting, *phone)) return *refusal;
    return Asker{left_behind(meeting, *phone), is_held};
}

Events left_behind(const Meeting& meeting, const Phone& phone) {
    Events events;
    for (const Request& one : meeting.requests)
        if (one.asked_by == phone.device) events.emplace_back(Withdrawn{meeting.id, one.id});
    for (const Inscription& one : meeting.list)
        if (one.asked_by == phone.device && one.status == InscriptionStatus::waiting)
            events.emplace_back(Withdrawn{meeting.id, one.id});
    const Delegation* mission = find(meeting, phone.delegation);
    if (phone.entered && mission != nullptr && mission->standing == Standing::present &&
        !mission->state_code.empty() && !is_heard(meeting, mission->id) &&
        !another_asks(meeting, mission->id, phone.device))
        events.emplace_back(RollLeft{meeting.id, {mission->state_code}, true});
    return events;
}

Events entry_of(const Meeting& meeting, const DelegationId& id,
                const std::optional<CardHolder>& holder) {
    const Delegation* there = find(meeting, id);
    if (there != nullptr && there->standing == Standing::present) return {};
    if (const State* state = state_of_mission(id)) return {RollEntered{meeting.id, {state->code}}};
    if (holder && id == organisation_id(holder->name))
        return {OrganisationEntered{meeting.id, holder->name}};
    return {};
}

}  // namespace rostrum::commands
