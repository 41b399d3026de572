#include "wire/log_encoding.hpp"

#include <vector>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/unknown_field_set.h>

#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"

namespace rostrum::wire {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// Whether the message, or one inside it, has a field that this version does not know.
bool has_unknown_fields(const Message& message) {
    const auto& reflection = *message.GetReflection();
    if (!reflection.GetUnknownFields(message).empty()) return true;

    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
        if (!field->is_repeated()) {
            if (has_unknown_fields(reflection.GetMessage(message, field))) return true;
            continue;
        }
        for (int i = 0; i < reflection.FieldSize(message, field); ++i)
            if (has_unknown_fields(reflection.GetRepeatedMessage(message, field, i))) return true;
    }
    return false;
}

template <class Value>
Value from_number(std::optional<Value> value, int number, const char* what) {
    if (value) return *value;
    throw DecodeError("This version of Rostrum does not know " + std::string{what} + " number " +
                      std::to_string(number) + ": a newer one wrote it, or it is damaged.");
}

}  // namespace

std::string write_event(const Event& event) {
    v1::Event out;
    write_event(event, out);
    std::string bytes;
    {
        google::protobuf::io::StringOutputStream string{&bytes};
        google::protobuf::io::CodedOutputStream stream{&string};
        stream.SetSerializationDeterministic(true);
        out.SerializeToCodedStream(&stream);
    }
    return bytes;
}

Event read_event(std::string_view bytes) {
    const google::protobuf::LogSilencer quiet;
    v1::Event event;
    if (!event.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        throw DecodeError("An event is damaged: its bytes cannot be read.");
    if (has_unknown_fields(event))
        throw DecodeError(
            "An event holds more than this version of Rostrum knows: a newer one wrote it.");
    return read_event(event);
}

int event_number(const Event& event) {
    return v1::Event::descriptor()->field(static_cast<int>(event.index()))->number();
}

int role_number(Role role) {
    return to_proto(role);
}

Role role_from_number(int number) {
    return from_number(from_proto(static_cast<v1::Role>(number)), number, "role");
}

int scene_number(Scene scene) {
    return to_proto(scene);
}

Scene scene_from_number(int number) {
    return from_number(from_proto(static_cast<v1::Scene>(number)), number, "scene");
}

int command_kind_number(CommandKind kind) {
    return to_proto(kind);
}

CommandKind command_kind_from_number(int number) {
    return from_number(from_proto(static_cast<v1::ActKind>(number)), number, "act");
}

}  // namespace rostrum::wire
