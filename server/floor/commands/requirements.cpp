#include "floor/commands/requirements.hpp"

#include <algorithm>

#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

const Refusal& no_meeting() {
    static const Refusal refusal{RefusalCode::meeting_not_open, "This room has no meeting yet."};
    return refusal;
}

std::string who_has_the_floor(const Meeting& meeting) {
    if (!meeting.statement) return "nobody has the floor now";
    return name_of(meeting, *find(meeting, meeting.statement->inscription)) + " has the floor now";
}

}  // namespace

std::string name_of(const Meeting& meeting) {
    return "The meeting on " + meeting.state.name;
}

const std::string& name_of(const Meeting& meeting, const Inscription& inscription) {
    return delegation_of(meeting, inscription).title;
}

Required<Meeting> the_meeting_of_the_roll(const Room& room, const std::optional<MeetingId>& named,
                                          Role role) {
    if (!named) return the_meeting_not_over(room);
    if (role == Role::secretariat) return the_meeting(room, *named);
    if (named == room.proceedings.current) return the_meeting_not_over(room);
    return Refusal{RefusalCode::not_permitted,
                   "Only the secretariat corrects the roll of another meeting."};
}

Refusal not_open(const Meeting& meeting) {
    switch (meeting.course) {
        case Course::suspended:
            return {RefusalCode::meeting_not_open,
                    name_of(meeting) + " is suspended: resume it first."};
        case Course::closed:
            return {RefusalCode::meeting_closed, name_of(meeting) + " is closed."};
        case Course::planned:
        case Course::open:
            break;
    }
    return {RefusalCode::meeting_not_open, name_of(meeting) + " is not open yet: open it first."};
}

Required<Meeting> the_meeting(const Room& room, const MeetingId& id) {
    if (const Meeting* meeting = find(room, id)) return *meeting;
    return Refusal{RefusalCode::unknown_meeting, "The room's programme has no such meeting."};
}

Required<Meeting> the_open_meeting(const Room& room) {
    const Meeting* meeting = current_meeting(room);
    if (meeting == nullptr) return no_meeting();
    if (meeting->course != Course::open) return not_open(*meeting);
    return *meeting;
}

Required<Meeting> the_meeting_not_over(const Room& room) {
    const Meeting* meeting = current_meeting(room);
    if (meeting == nullptr) return no_meeting();
    if (meeting->course == Course::closed) return not_open(*meeting);
    return *meeting;
}

Required<Inscription> the_inscription(const Meeting& meeting, const InscriptionId& id) {
    if (const Inscription* inscription = find(meeting, id)) return *inscription;
    return Refusal{RefusalCode::unknown_inscription,
                   name_of(meeting) + " has no such entry on its speakers' list."};
}

Required<Delegation> the_delegation(const Meeting& meeting, const DelegationId& id) {
    if (const Delegation* delegation = find(meeting, id)) return *delegation;
    return Refusal{RefusalCode::unknown_delegation, name_of(meeting) + " has no such name plate."};
}

Required<Statement> the_statement(const Meeting& meeting, StatementId id) {
    if (meeting.statement && meeting.statement->id == id) return *meeting.statement;
    return Refusal{RefusalCode::stale,
                   "That statement is over: " + who_has_the_floor(meeting) + "."};
}

std::optional<Refusal> another_meeting_is_open(const Room& room, const MeetingId& id) {
    const Meeting* current = current_meeting(room);
    if (current == nullptr || current->id == id) return std::nullopt;
    if (!is_open_or_suspended(*current)) {
        return std::nullopt;
    }
    return Refusal{RefusalCode::another_meeting_open,
                   name_of(*current) + " is still open: close it first."};
}

std::optional<Refusal> floor_has_passed(const Meeting& meeting, std::optional<StatementId> ending) {
    const std::optional<StatementId> now =
        meeting.statement ? std::optional{meeting.statement->id} : std::nullopt;
    if (now == ending) return std::nullopt;
    return Refusal{RefusalCode::stale,
                   "The floor has passed on: " + who_has_the_floor(meeting) + "."};
}

std::optional<Refusal> has_the_floor(const Meeting& meeting, const Delegation& delegation) {
    if (!is_heard(meeting, delegation.id)) return std::nullopt;
    return Refusal{RefusalCode::has_the_floor,
                   delegation.title + " has the floor: end the statement first."};
}

Refusal moderator_is_here() {
    return {RefusalCode::malformed,
            {"moderator_is_here", "The moderator has no name plate that could be empty."}};
}

std::optional<Refusal> point_of_order_is_heard(const Meeting& meeting) {
    const Inscription* point = point_of_order(meeting);
    if (point == nullptr) return std::nullopt;
    return Refusal{RefusalCode::point_of_order, "A point of order by " + name_of(meeting, *point) +
                                                    " is being heard: rule on it first."};
}

std::optional<Refusal> silence_is_held(const Meeting& meeting) {
    if (!meeting.statement || !meeting.statement->silence) return std::nullopt;
    return Refusal{RefusalCode::silence, "A silence is being held: nobody is speaking."};
}

std::optional<Refusal> not_all_on_the_podium(const Meeting& meeting,
                                             const std::vector<DelegationId>& plates) {
    for (auto plate = plates.begin(); plate != plates.end(); ++plate) {
        const bool exists = std::any_of(meeting.delegations.begin(), meeting.delegations.end(),
                                        [&](const Delegation& one) { return one.id == *plate; });
        if (!exists) {
            return Refusal{RefusalCode::unknown_delegation,
                           name_of(meeting) + " has no such name plate on its podium."};
        }
        if (std::find(plates.begin(), plate, *plate) != plate) {
            return Refusal{
                RefusalCode::malformed,
                {"named_twice", "{who} is named twice.", {{"who", find(meeting, *plate)->title}}}};
        }
    }
    return std::nullopt;
}

std::optional<Refusal> list_is_full(const Meeting& meeting, std::size_t more) {
    if (meeting.list.size() + more <= limits::inscriptions_a_meeting) return std::nullopt;
    return Refusal{RefusalCode::list_full, "The speakers' list is full: it holds " +
                                               std::to_string(limits::inscriptions_a_meeting) +
                                               " entries."};
}

std::optional<Refusal> roll_is_full(const Meeting& meeting, const Events& entering) {
    if (entering.empty() || !std::holds_alternative<OrganisationEntered>(entering.back()))
        return std::nullopt;
    const auto organisations = std::count_if(
        meeting.roll.begin(), meeting.roll.end(),
        [](const Delegation& one) { return one.kind == DelegationKind::organisation; });
    if (organisations < static_cast<std::ptrdiff_t>(limits::organisations_a_meeting))
        return std::nullopt;
    return Refusal{RefusalCode::list_full, "The roll holds " + std::to_string(organisations) +
                                               " organisations, and takes no more."};
}

std::optional<Refusal> replies_are_spent(const Room& room, const Meeting& meeting,
                                         const Delegation& delegation) {
    const auto is_a_reply_of_it = [&](const auto& one) {
        return one.kind == InscriptionKind::right_of_reply && one.delegation == delegation.id;
    };
    const auto replies =
        std::count_if(meeting.list.begin(), meeting.list.end(), is_a_reply_of_it) +
        std::count_if(meeting.requests.begin(), meeting.requests.end(), is_a_reply_of_it);
    if (replies < static_cast<std::ptrdiff_t>(room.rules.replies_each)) return std::nullopt;
    return Refusal{RefusalCode::replies_spent, delegation.title + " has " +
                                                   std::to_string(room.rules.replies_each) +
                                                   " rights of reply in a meeting, and no more."};
}

Required<Request> the_request(const Meeting& meeting, const InscriptionId& id) {
    if (const Request* request = find_request(meeting, id)) return *request;
    return Refusal{RefusalCode::unknown_request,
                   "This request is gone: it was withdrawn, or somebody has "
                   "answered it."};
}

std::variant<std::vector<const Request*>, Refusal> the_requests(
    const Meeting& meeting, const std::vector<InscriptionId>& ids) {
    if (ids.empty())
        return Refusal{RefusalCode::malformed, {"no_request_named", "No request is named."}};
    std::vector<const Request*> named;
    for (const Request& request : meeting.requests)
        if (std::find(ids.begin(), ids.end(), request.id) != ids.end()) named.push_back(&request);
    if (named.empty()) return the_request(meeting, ids.front()).refusal();
    return named;
}

Refusal interrupts() {
    return {RefusalCode::malformed,
            {"point_interrupts", "A point of order interrupts: it does not go on the list."}};
}

Required<Phone> the_phone(const Meeting& meeting, const std::string& device) {
    if (const Phone* phone = find_phone(meeting, device)) return *phone;
    return Refusal{RefusalCode::unknown_request, "No such phone has asked in this meeting."};
}

std::variant<std::string, Refusal> paragraph(std::string_view text, std::size_t longest,
                                             const char* name) {
    std::string kept{trimmed(text)};
    if (const auto fault = text_fault(name, kept, longest))
        return Refusal{RefusalCode::malformed, *fault};
    return kept;
}

std::optional<Refusal> no_turn_is_left(const Meeting& meeting) {
    const std::size_t turns = meeting.turns.size() + (meeting.statement ? 1 : 0);
    if (turns < limits::turns_a_meeting) return std::nullopt;
    return Refusal{
        RefusalCode::outside_limits,
        {"turns_limit",
         "The floor has been given {count} times in this meeting, and cannot be given again.",
         {{"count", std::to_string(turns)}}}};
}

PlannedMeeting without_names(PlannedMeeting plan) {
    for (PlannedDelegation& panellist : plan.panel) panellist.speaker_name.clear();
    return plan;
}

Events pass_the_floor(const Meeting& meeting, const InscriptionId& to) {
    Events events;
    if (meeting.statement) events.emplace_back(StatementEnded{meeting.statement->id});
    events.emplace_back(FloorGiven{to});
    return events;
}

}  // namespace rostrum::commands
