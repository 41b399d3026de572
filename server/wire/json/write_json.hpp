#pragma once

#include <string>

#include <google/protobuf/message.h>

namespace rostrum::wire {

enum class Layout { one_line, a_field_a_line };

/// The proto3 JSON mapping of a message. Numbers, texts and lists that are 0 or empty
/// are written too, so that whoever reads a message sees what can stand in it.
[[nodiscard]] std::string write_json(const google::protobuf::Message& message,
                                     Layout layout = Layout::one_line);

}  // namespace rostrum::wire
