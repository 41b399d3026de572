#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <variant>
#include <vector>

#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/event.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"

namespace rostrum {

/// Which command an act was: its place in Command.
enum class CommandKind : std::uint8_t {};

template <class One, class... All>
constexpr std::size_t place_in(const std::variant<All...>* /*type*/) {
    static_assert((std::is_same_v<One, All> + ...) == 1);
    constexpr std::array is_it{std::is_same_v<One, All>...};
    return static_cast<std::size_t>(std::find(is_it.begin(), is_it.end(), true) - is_it.begin());
}

template <class One>
[[nodiscard]] constexpr CommandKind kind_of() {
    return static_cast<CommandKind>(place_in<One>(static_cast<const Command*>(nullptr)));
}

[[nodiscard]] inline CommandKind kind_of(const Command& command) {
    return static_cast<CommandKind>(command.index());
}

/// One accepted command: what the log keeps under one revision, and what Undo takes back as one.
struct Act {
    Revision revision;
    Instant at;
    Actor actor;
    CommandId command;
    CommandKind kind{};
    /// At least one.
    std::vector<Event> events;
    friend bool operator==(const Act&, const Act&) = default;
};

}  // namespace rostrum
