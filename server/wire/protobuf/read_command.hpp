#pragma once

#include <variant>

#include "rostrum/v1/command.pb.h"
#include "wire/live.hpp"

namespace rostrum::wire {

[[nodiscard]] std::variant<SentCommand, Malformed> read_command(const v1::Command& command);

/// The id of a command whose other fields may be invalid; empty if the id itself is.
[[nodiscard]] CommandId read_command_id(const v1::Command& command);

}  // namespace rostrum::wire
