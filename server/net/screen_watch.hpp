#pragma once

#include <functional>
#include <memory>
#include <set>
#include <utility>

#include "floor/actor.hpp"
#include "floor/ids.hpp"
#include "net/connection_registry.hpp"

namespace rostrum::net {

/// Whether those who watch the screens of a room hear of this role's. Phones of delegations are too
/// many, and nobody's act depends on them.
[[nodiscard]] constexpr bool is_watched(Role role) {
    return role == Role::display || role == Role::speaker || role == Role::interpreter;
}
/// These two say words to each other that no other screen hears of.
[[nodiscard]] constexpr bool has_private_line(Role role) {
    return role == Role::chair || role == Role::secretariat;
}
[[nodiscard]] constexpr bool may_watch(Role role) {
    return has_private_line(role) || role == Role::interpreter;
}

/// The screens of a room that this role may watch, alike ones counted together. The two ends of the
/// private line, once they have read words of it, are for these two only.
[[nodiscard]] std::vector<wire::AlikeScreens> alike_screens(const ConnectionRegistry& registry,
                                                            const RoomId& room, Role watcher);

/// Sends the screens of a room to those who watch them, in a later task, so that screens that come
/// or go together are sent once.
class ScreenWatch : public std::enable_shared_from_this<ScreenWatch> {
public:
    using Post = std::function<void(std::function<void()>)>;
    /// @param post runs a task later, on the thread of all calls.
    ScreenWatch(std::shared_ptr<ConnectionRegistry> registry, Post post)
        : registry_(std::move(registry)), post_(std::move(post)) {}

    void changed(const RoomId& room);

private:
    void send();

    std::shared_ptr<ConnectionRegistry> registry_;
    Post post_;
    std::set<RoomId> changed_;
};

}  // namespace rostrum::net
