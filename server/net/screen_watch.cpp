#include "net/screen_watch.hpp"

#include <map>
#include <optional>

#include "net/limits.hpp"

namespace rostrum::net {

std::vector<wire::AlikeScreens> alike_screens(const ConnectionRegistry& registry,
                                              const RoomId& room, Role watcher) {
    std::map<std::pair<Role, std::optional<wire::Shows>>, std::uint32_t> counts;
    for (const auto& [number, connection] : registry.all()) {
        const rooms::Grant& grant = connection->grant();
        const wire::Shows* shows = connection->shows();
        const bool has_read =
            shows != nullptr && has_private_line(grant.role) && has_private_line(watcher);
        if (grant.room != room || !(is_watched(grant.role) || has_read)) continue;
        std::pair<Role, std::optional<wire::Shows>> like{grant.role, std::nullopt};
        if (shows != nullptr) like.second = *shows;
        // Beyond the limit, what each of them shows is left out.
        if (counts.size() >= Limits::alike_screens && !counts.contains(like)) like.second.reset();
        ++counts[like];
    }
    std::vector<wire::AlikeScreens> alike;
    alike.reserve(counts.size());
    for (const auto& [like, count] : counts) alike.push_back({like.first, count, like.second});
    return alike;
}

void ScreenWatch::changed(const RoomId& room) {
    const bool is_posted = !changed_.empty();
    changed_.insert(room);
    if (is_posted) return;
    post_([self = weak_from_this()] {
        if (const auto watch = self.lock()) watch->send();
    });
}

void ScreenWatch::send() {
    for (const RoomId& room : std::exchange(changed_, {})) {
        const auto for_the_podium = alike_screens(*registry_, room, Role::chair);
        const auto for_booths = alike_screens(*registry_, room, Role::interpreter);
        // A connection that fails as it is sent to leaves the registry.
        std::vector<RegisteredConnection*> watchers;
        for (const auto& [number, connection] : registry_->all())
            if (connection->grant().room == room && may_watch(connection->grant().role))
                watchers.push_back(connection);
        for (RegisteredConnection* watcher : watchers)
            watcher->show_screens(has_private_line(watcher->grant().role) ? for_the_podium
                                                                          : for_booths);
    }
}

}  // namespace rostrum::net
