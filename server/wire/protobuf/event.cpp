#include "wire/protobuf/event.hpp"

#include "wire/log_encoding.hpp"
#include "wire/protobuf/mapping.hpp"

namespace rostrum::wire {

namespace {

class LogChecks final : public FieldChecks {
    void unknown(const FieldDescriptor& field, int number) override {
        refuse(field, "= " + std::to_string(number));
    }
    void surplus(const FieldDescriptor& field) override { refuse(field, "in the log"); }

    [[noreturn]] static void refuse(const FieldDescriptor& field, const std::string& what) {
        throw DecodeError("This version of Rostrum does not know " +
                          field.containing_type()->name() + '.' + field.name() + ' ' + what +
                          ": a newer one wrote it, or it is damaged.");
    }
};

template <class Event>
concept HasAPlan = requires(Event event) {
    event.plan.panel;
};

/// Only SpeakerNamed carries a name: plans in the log have none.
template <class Event>
Event without_names(Event event) {
    for (PlannedDelegation& plate : event.plan.panel) plate.speaker_name.clear();
    return event;
}

}  // namespace

void write_event(const Event& event, v1::Event& out) {
    Message& message = *out.GetReflection()->MutableMessage(
        &out, v1::Event::descriptor()->field(static_cast<int>(event.index())));
    std::visit(
        [&](const auto& one) {
            if constexpr (HasAPlan<decltype(one)>)
                FieldWriter{message}.write(without_names(one));
            else
                FieldWriter{message}.write(one);
        },
        event);
}

Event read_event(const v1::Event& event) {
    const google::protobuf::Reflection& fields = *event.GetReflection();
    const FieldDescriptor* kind =
        fields.GetOneofFieldDescriptor(event, v1::Event::descriptor()->oneof_decl(0));
    if (kind == nullptr)
        throw DecodeError(
            "This version of Rostrum does not know an event: a newer one wrote it, or it is "
            "damaged.");
    LogChecks checks;
    auto read = read_alternative<Event>(static_cast<std::size_t>(kind->index()),
                                        fields.GetMessage(event, kind), checks);
    const auto holds_a_name = [](const auto& one) {
        if constexpr (HasAPlan<decltype(one)>) return one != without_names(one);
        return false;
    };
    if (std::visit(holds_a_name, read))
        throw DecodeError("A plan in the log holds a person's name: it is damaged.");
    return read;
}

}  // namespace rostrum::wire
