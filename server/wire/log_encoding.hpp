#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/event.hpp"
#include "floor/scene.hpp"

/// Events and acts as the log keeps them: proto/rostrum/v1/event.proto, and the enums by number.
namespace rostrum::wire {

/// Bytes that this version cannot read as an event.
class DecodeError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The same event always gives the same bytes: the log's chain of hashes runs over them.
[[nodiscard]] std::string write_event(const Event& event);
/// @throws DecodeError
[[nodiscard]] Event read_event(std::string_view bytes);

/// The field number of the event in rostrum.v1.Event: which kind of event a record holds, without
/// reading it.
[[nodiscard]] int event_number(const Event& event);

[[nodiscard]] int role_number(Role role);
/// @throws DecodeError
[[nodiscard]] Role role_from_number(int number);
[[nodiscard]] int scene_number(Scene scene);
/// @throws DecodeError
[[nodiscard]] Scene scene_from_number(int number);
[[nodiscard]] int command_kind_number(CommandKind kind);
/// @throws DecodeError
[[nodiscard]] CommandKind command_kind_from_number(int number);

}  // namespace rostrum::wire
