#include "wire/protobuf/command_fields.hpp"

#include <algorithm>
#include <array>

#include "floor/limits.hpp"

namespace rostrum::wire {

namespace {

struct Bound {
    std::string_view list;
    std::size_t most;
};
/// Every list of a command.
constexpr std::array bounds{Bound{"addressed_to", limits::delegations_a_meeting},
                            Bound{"allotments", limits::inscriptions_a_meeting},
                            Bound{"delegation_ids", limits::delegations_a_meeting},
                            Bound{"devices", limits::phones_waiting},
                            Bound{"inscription_ids", limits::inscriptions_a_meeting},
                            Bound{"meetings", limits::meetings_a_room},
                            Bound{"request_ids", limits::requests_a_meeting},
                            Bound{"state_codes", limits::missions_a_meeting}};

/// The floor checks these itself: one may be negative, the other has its own limits.
constexpr std::array<std::string_view, 2> judged_by_the_floor{
    "rostrum.v1.AddTime.added_ms", "rostrum.v1.SetAllotment.allotted_ms"};

std::vector<Particular> named(const FieldDescriptor& field) {
    return {{"field", std::string{field.name()}}};
}

}  // namespace

void CommandFields::unknown(const FieldDescriptor& field, int /*number*/) {
    refuse({"field_unknown", "{field} is missing or not known.", named(field)});
}

void CommandFields::missing(const FieldDescriptor& field) {
    refuse({"field_missing", "{field} is missing.", named(field)});
}

void CommandFields::id(const FieldDescriptor& field, const std::string& id) {
    if (id.size() > limits::id_length) refuse(too_long_for_an_id(field.name()));
}

/// At most a day: more than anything in a room takes, and too little to overflow.
void CommandFields::length(const FieldDescriptor& field, Duration length) {
    if (std::find(judged_by_the_floor.begin(), judged_by_the_floor.end(), field.full_name()) !=
        judged_by_the_floor.end())
        return;
    if (length < Duration{0}) refuse({"field_below_0", "{field} is below 0.", named(field)});
    if (length > std::chrono::hours{24})
        refuse({"field_above_a_day", "{field} is longer than a day.", named(field)});
}

void CommandFields::instant(const FieldDescriptor& field, Instant instant) {
    if (!limits::is_a_date(instant))
        refuse({"field_no_date", "{field} is not a date between 1970 and 9999.", named(field)});
}

bool CommandFields::fits(const FieldDescriptor& field, int entries) {
    const auto* bound = std::find_if(bounds.begin(), bounds.end(),
                                     [&](const Bound& one) { return one.list == field.name(); });
    const std::size_t most = bound == bounds.end() ? 0 : bound->most;
    if (static_cast<std::size_t>(entries) <= most) return true;
    refuse({"field_entries",
            "{field} has more than {most} entries.",
            {{"field", std::string{field.name()}}, {"most", std::to_string(most)}}});
    return false;
}

void CommandFields::refuse(Sentence fault) {
    if (!fault_) fault_ = std::move(fault);
}

Sentence too_long_for_an_id(std::string_view field) {
    return {"field_no_id", "{field} is too long to be an id.", {{"field", std::string{field}}}};
}

}  // namespace rostrum::wire
