#pragma once

#include <string>

#include <google/protobuf/message.h>

namespace rostrum::wire {

enum class Layout { one_line, a_field_a_line };

/// The proto3 JSON mapping of a message, with zeros and empty texts and lists included, so that
/// every field is visible.
[[nodiscard]] std::string write_json(const google::protobuf::Message& message,
                                     Layout layout = Layout::one_line);

}  // namespace rostrum::wire
