#include "net/connection_registry.hpp"

#include <set>

namespace rostrum::net {

std::uint64_t ConnectionRegistry::enter(RegisteredConnection& connection) {
    connections_.emplace(++last_, &connection);
    return last_;
}

void ConnectionRegistry::leave(std::uint64_t number) {
    connections_.erase(number);
}

// Addresses a paired screen by its own id only.
std::vector<RegisteredConnection*> ConnectionRegistry::find(std::string_view id) const {
    std::vector<RegisteredConnection*> found;
    for (const auto& [number, connection] : connections_) {
        const auto& screen = connection->grant().screen;
        if (screen ? screen->id == id : connection_id(number) == id) found.push_back(connection);
    }
    return found;
}

// A connection that closes leaves the registry.
void ConnectionRegistry::end(const std::vector<std::string>& tokens) const {
    if (tokens.empty()) return;
    const std::set<std::string_view> over(tokens.begin(), tokens.end());
    std::vector<RegisteredConnection*> ended;
    for (const auto& [number, connection] : connections_)
        if (over.contains(connection->grant().token)) ended.push_back(connection);
    for (RegisteredConnection* connection : ended) connection->revoke();
}

std::optional<Scene> shown_scene(Role role, Scene scene) {
    if (role != Role::display && role != Role::observer) return std::nullopt;
    return scene;
}

std::string connection_id(std::uint64_t number) {
    return "connection-" + std::to_string(number);
}

}  // namespace rostrum::net
