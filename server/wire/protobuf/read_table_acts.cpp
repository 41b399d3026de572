// What goes on around the floor: signals, displays, the roll, the interpreters.
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/read_acts.hpp"

namespace rostrum::wire {

namespace {

std::vector<std::string> state_codes(const google::protobuf::RepeatedPtrField<std::string>& codes,
                                     CommandFields& fields) {
    return fields.texts(codes, "state_codes", limits::missions_a_meeting);
}

}  // namespace

SetHardStop read_act(const v1::SetHardStop& act, CommandFields& fields) {
    return {fields.optional_instant(act.at_unix_ms(), "at_unix_ms")};
}

SendSignal read_act(const v1::SendSignal& act, CommandFields& fields) {
    return {fields.value(from_proto(act.kind()), "kind"),
            fields.optional_id<DelegationId>(act.delegation_id(), "delegation_id"), act.text()};
}

SetDisplay read_act(const v1::SetDisplay& act, CommandFields& fields) {
    return {{fields.value(from_proto(act.display()), "display"), act.time_up_sound()}};
}

EnterRoll read_act(const v1::EnterRoll& act, CommandFields& fields) {
    return {state_codes(act.state_codes(), fields)};
}

LeaveRoll read_act(const v1::LeaveRoll& act, CommandFields& fields) {
    return {state_codes(act.state_codes(), fields)};
}

}  // namespace rostrum::wire
