#include "wire/protobuf/write_table.hpp"

#include <array>

#include "floor/command_table.hpp"
#include "floor/hour.hpp"
#include "rostrum/v1/command.pb.h"
#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

bool is_for_the_speaker(SignalKind kind) {
    switch (kind) {
        case SignalKind::conclude:
        case SignalKind::slow_down:
        case SignalKind::microphone:
        case SignalKind::text:
            return true;
        case SignalKind::here:
        case SignalKind::floor_back:
        case SignalKind::private_line:
            return false;
    }
    return false;
}

bool may_see(View view, SignalKind kind) {
    switch (view) {
        case View::everybody:
            return false;
        case View::lectern:
            return is_for_the_speaker(kind);
        case View::podium:
            return true;
    }
    return false;
}

/// What the chair may send without the controls.
void write_without_controls(v1::Settings& out) {
    const auto& acts = *v1::Command::descriptor()->oneof_decl(0);
    for (int i = 0; i < acts.field_count(); ++i) {
        // A field has the number of its ActKind.
        const auto kind = from_proto(static_cast<v1::ActKind>(acts.field(i)->number()));
        if (kind && may(Role::chair, *kind) && !is_of_the_floor(*kind))
            out.add_without_controls(acts.field(i)->json_name());
    }
}

void write_note(const ActNote& act, v1::RememberedAct& out) {
    out.set_revision(act.revision.value);
    out.set_kind(to_proto(act.kind));
    out.set_at_unix_ms(unix_ms(act.at));
    out.mutable_actor()->set_role(to_proto(act.actor.role));
    // A phone's name is for Questions.phones only; in older logs it is the phone's secret.
    if (act.actor.role != Role::delegation) out.mutable_actor()->set_device(act.actor.device);
    if (act.meeting) out.set_meeting_id(act.meeting->value);
    if (act.delegation) out.set_delegation_id(act.delegation->value);
}

}  // namespace

void write_plate_texts(const Delegation& delegation, v1::Delegation& out) {
    static const auto fields = [] {
        std::array<const FieldDescriptor*, plate_texts.size()> named{};
        for (std::size_t i = 0; i < plate_texts.size(); ++i)
            named[i] =
                v1::Delegation::descriptor()->FindFieldByName(std::string{plate_texts[i].name});
        return named;
    }();
    for (std::size_t i = 0; i < plate_texts.size(); ++i)
        out.GetReflection()->SetString(&out, fields[i], delegation.*plate_texts[i].plate);
}

void write_plate(const Room& room, const Meeting& meeting, const Delegation& delegation, View view,
                 v1::Delegation& out) {
    out.set_id(delegation.id.value);
    out.set_kind(to_proto(delegation.kind));
    write_plate_texts(delegation, out);
    out.set_standing(to_proto(delegation.standing));
    out.set_absence_reason(delegation.absence_reason);
    if (delegation.reader) out.set_reader_delegation_id(delegation.reader->value);
    out.set_state_code(delegation.state_code);
    if (view == View::podium) out.set_note(delegation.note);

    const PlateOfMeeting plate{meeting.id, delegation.id};
    const bool withheld = room.withheld.contains(plate);
    out.set_name_withheld(withheld);
    const auto name = room.names->find(plate);
    if (name != room.names->end() && !withheld) out.set_speaker_name(name->second);
}

void write_questions(const Meeting* meeting, View view, v1::Questions& out) {
    if (!meeting) return;
    FieldWriter{out}.write(meeting->questions);
    for (const Request& asked : meeting->requests) {
        v1::Request& request = *out.add_requests();
        request.set_id(asked.id.value);
        request.set_delegation_id(asked.delegation.value);
        request.set_kind(to_proto(asked.kind));
        for (const DelegationId& delegation : asked.addressed_to)
            request.add_addressed_to(delegation.value);
        request.set_asked_at_unix_ms(unix_ms(asked.asked_at));
        if (view == View::podium) request.set_device(asked.asked_by);
    }
    if (view != View::podium) return;
    for (const Phone& phone : *meeting->phones) FieldWriter{*out.add_phones()}.write(phone);
}

void write_roll(const Room& room, const Meeting* meeting, View view, v1::Roll& out) {
    if (!meeting) return;
    for (const Delegation& delegation : meeting->roll)
        write_plate(room, *meeting, delegation, view, *out.add_delegations());
}

void write_hour(const Meeting* meeting, const Rules& rules, v1::Hour& out) {
    if (meeting) FieldWriter{out}.write(hour_anchors(*meeting, rules));
}

void write_settings(const Room& room, v1::Settings& out) {
    out.set_display(to_proto(room.display.mode));
    out.set_time_up_sound(room.display.time_up_sound);
    out.set_controls(to_proto(room.controls));
    FieldWriter{*out.mutable_rules()}.write(room.rules);
    FieldWriter{*out.mutable_asking()}.write(room.asking);
    if (room.controls == Role::secretariat) write_without_controls(out);
}

void write_signals(const Room& room, View view, v1::Signals& out) {
    for (const Signal& signal : room.signals)
        if (may_see(view, signal.kind)) FieldWriter{*out.add_signals()}.write(signal);
}

void write_memory(const Room& room, v1::Memory& out) {
    out.set_count(static_cast<std::uint32_t>(room.memory.size()));
    if (!room.memory.empty()) write_note(room.memory.back(), *out.mutable_last());
    if (room.last_act) write_note(*room.last_act, *out.mutable_latest());
}

}  // namespace rostrum::wire
