#include "net/roster.hpp"

#include <set>

namespace rostrum::net {

std::uint64_t Roster::enter(Attendant& attendant) {
    attendants_.emplace(++last_, &attendant);
    return last_;
}

void Roster::leave(std::uint64_t number) {
    attendants_.erase(number);
}

// Addresses a paired screen by its own id only.
std::vector<Attendant*> Roster::find(std::string_view id) const {
    std::vector<Attendant*> found;
    for (const auto& [number, attendant] : attendants_) {
        const auto& screen = attendant->grant().screen;
        if (screen ? screen->id == id : connection_id(number) == id) found.push_back(attendant);
    }
    return found;
}

// A connection that closes leaves the roster.
void Roster::end(const std::vector<std::string>& tokens) const {
    if (tokens.empty()) return;
    const std::set<std::string_view> over(tokens.begin(), tokens.end());
    std::vector<Attendant*> ended;
    for (const auto& [number, attendant] : attendants_)
        if (over.contains(attendant->grant().token)) ended.push_back(attendant);
    for (Attendant* attendant : ended) attendant->revoke();
}

std::optional<Scene> shown_scene(Role role, Scene scene) {
    if (role != Role::display && role != Role::observer) return std::nullopt;
    return scene;
}

std::string connection_id(std::uint64_t number) {
    return "connection-" + std::to_string(number);
}

}  // namespace rostrum::net
