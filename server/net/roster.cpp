#include "net/roster.hpp"

namespace rostrum::net {

std::uint64_t Roster::enter(Attendant& attendant) {
    attendants_.emplace(++last_, &attendant);
    return last_;
}

void Roster::leave(std::uint64_t number) {
    attendants_.erase(number);
}

// A paired screen is dealt with as that, by its own id only.
std::vector<Attendant*> Roster::find(std::string_view id) const {
    std::vector<Attendant*> found;
    for (const auto& [number, attendant] : attendants_) {
        const auto& screen = attendant->grant().screen;
        if (screen ? screen->id == id : connection_id(number) == id) found.push_back(attendant);
    }
    return found;
}

std::optional<Scene> shown_scene(Role role, Scene scene) {
    if (role != Role::display && role != Role::observer) return std::nullopt;
    return scene;
}

std::string connection_id(std::uint64_t number) {
    return "connection-" + std::to_string(number);
}

}  // namespace rostrum::net
