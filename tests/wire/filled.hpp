#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>

#include "rostrum/v1/command.pb.h"

/// Every command of the contract, without a list of them.
namespace rostrum::wire {

using Names = std::vector<std::string_view>;

/// What only the log says of a planned plate, and what only a programme says.
inline const Names only_in_the_log{"rostrum.v1.PlannedDelegation.allotted_ms"};
inline const Names only_in_a_programme{"rostrum.v1.PlannedDelegation.speaker_name",
                                       "rostrum.v1.PlannedDelegation.allotted_s"};

/// Something in every other field of a message and of those within it.
inline void fill(google::protobuf::Message& message, const Names& without) {
    using google::protobuf::FieldDescriptor;
    const auto& type = *message.GetDescriptor();
    const auto& reflection = *message.GetReflection();
    for (int i = 0; i < type.field_count(); ++i) {
        const FieldDescriptor* field = type.field(i);
        if (std::find(without.begin(), without.end(), field->full_name()) != without.end())
            continue;
        const bool repeated = field->is_repeated();
        switch (field->cpp_type()) {
            case FieldDescriptor::CPPTYPE_MESSAGE:
                fill(repeated ? *reflection.AddMessage(&message, field)
                              : *reflection.MutableMessage(&message, field),
                     without);
                break;
            case FieldDescriptor::CPPTYPE_STRING:
                if (repeated) {
                    reflection.AddString(&message, field, "1");
                } else {
                    reflection.SetString(&message, field, "1");
                }
                break;
            case FieldDescriptor::CPPTYPE_INT64:
                reflection.SetInt64(&message, field, 1);
                break;
            case FieldDescriptor::CPPTYPE_UINT64:
                reflection.SetUInt64(&message, field, 1);
                break;
            case FieldDescriptor::CPPTYPE_INT32:
                reflection.SetInt32(&message, field, 1);
                break;
            case FieldDescriptor::CPPTYPE_UINT32:
                reflection.SetUInt32(&message, field, 1);
                break;
            case FieldDescriptor::CPPTYPE_BOOL:
                reflection.SetBool(&message, field, true);
                break;
            case FieldDescriptor::CPPTYPE_ENUM:
                reflection.SetEnumValue(&message, field, 1);
                break;
            default:
                FAIL("no command has such a field");
        }
    }
}

struct FilledCommand {
    /// `showNotice`
    std::string name;
    /// `"showNotice":{"text":"1"}`
    std::string json;
};

inline std::vector<FilledCommand> filled_commands() {
    std::vector<FilledCommand> all;
    const auto* bodies = v1::Command::descriptor()->FindOneofByName("body");
    for (int i = 0; i < bodies->field_count(); ++i) {
        const auto* field = bodies->field(i);
        v1::Command command;
        fill(*command.GetReflection()->MutableMessage(&command, field), only_in_the_log);
        std::string json;
        REQUIRE(google::protobuf::util::MessageToJsonString(command, &json).ok());
        all.push_back({field->json_name(), json.substr(1, json.size() - 2)});
    }
    return all;
}

}  // namespace rostrum::wire
