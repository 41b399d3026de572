#include <algorithm>

#include "floor/fold/folding.hpp"
#include "floor/limits.hpp"

namespace rostrum::folding {

namespace {

Phone* find_phone(Meeting& meeting, const std::string& device) {
    std::vector<Phone>& phones = meeting.phones.edit();
    const auto found = std::find_if(phones.begin(), phones.end(),
                                    [&](const Phone& one) { return one.device == device; });
    return found == phones.end() ? nullptr : &*found;
}

template <class PhoneEvent>
void set_standing(const FoldContext& context, const PhoneEvent& event, PhoneStanding standing) {
    Meeting* meeting = context.meeting(event.meeting);
    Phone* phone = meeting == nullptr ? nullptr : find_phone(*meeting, event.device);
    if (phone != nullptr) phone->standing = standing;
}

}  // namespace

Phone* note_phone(const FoldContext& context, Meeting& meeting, const DelegationId& delegation,
                  PhoneStanding standing) {
    const Actor& actor = context.act.actor;
    if (actor.role != Role::delegation || actor.device.empty()) return nullptr;
    Phone* phone = find_phone(meeting, actor.device);
    if (phone == nullptr) {
        // Older logs have no such bound.
        if (meeting.phones->size() >= limits::phones_a_meeting) return nullptr;
        phone = &meeting.phones.edit().emplace_back(
            Phone{.device = actor.device, .delegation = delegation});
    } else if (phone->delegation != delegation) {
        phone->delegation = delegation;
        phone->entered = false;
        ++phone->changes;
    }
    phone->standing = standing;
    return phone;
}

void pay(const FoldContext& context, Phone* phone) {
    if (phone != nullptr)
        phone->busy_until = std::max(phone->busy_until, context.act.at) + limits::ask_pace;
}

void fold(const FoldContext& context, const AskingSet& event) {
    context.room.asking = event.asking;
}

void fold(const FoldContext& context, const PhoneHeld& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr) return;
    pay(context, note_phone(context, *meeting, event.delegation, PhoneStanding::waiting));
}

void fold(const FoldContext& context, const PhoneAdmitted& event) {
    set_standing(context, event, PhoneStanding::admitted);
}

void fold(const FoldContext& context, const PhoneShutOut& event) {
    set_standing(context, event, PhoneStanding::shut_out);
}

void fold(const FoldContext& context, const OrganisationEntered& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr) return;
    const DelegationId id = organisation_id(event.name);
    Phone* phone = note_phone(context, *meeting, id);
    if (context.act.kind == kind_of<EnterRoll>()) pay(context, phone);
    if (Delegation* there = find(*meeting, id)) {
        there->standing = Standing::present;
        there->absence_reason.clear();
        there->reader.reset();
        return;
    }
    Delegation organisation;
    organisation.id = id;
    organisation.kind = DelegationKind::organisation;
    organisation.title = event.name;
    meeting->roll.push_back(std::move(organisation));
}

}  // namespace rostrum::folding
