#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rooms/ports.hpp"

/// The paired screens of a server, whoever is connected. Called, and calls back, on the one thread
/// that runs the room writers, like the other ports.
namespace rostrum::rooms {

/// What the secretariat makes of a screen.
struct Assignment {
    RoomId room;
    Role role{};
    std::string name;
    Scene scene = Scene::automatic;
};

struct KnownScreen {
    /// With its screen.
    Grant grant;
    /// None when it never came.
    std::optional<Instant> last_seen;
};

/// A screen that was let in, durably. The token is told here and nowhere again.
struct Issued {
    std::string token;
    /// With its screen.
    Grant grant;
};

enum class RegistryFault {
    unknown_screen,
    /// No more screens can be paired.
    full,
    /// It could not be read or written.
    unavailable,
};

class ScreenRegistry {
public:
    virtual ~ScreenRegistry() = default;

    // `done` is called once, when what was asked for is read or durable, or could not be done;
    // never after the registry is gone.

    using Listed =
        std::function<void(const std::variant<std::vector<KnownScreen>, RegistryFault>&)>;
    /// All, in the order of their pairing, with what was asked for before.
    virtual void list(Listed done) = 0;

    using Admitted = std::function<void(const std::variant<Issued, RegistryFault>&)>;
    /// A new screen with a token of its own, which opens until it is removed.
    virtual void admit_screen(Assignment assignment, Admitted done) = 0;

    using Done = std::function<void(std::optional<RegistryFault>)>;
    /// Its token opens the assigned room in the assigned role from now on.
    virtual void assign(std::string_view screen, Assignment assignment, Done done) = 0;
    /// Its token opens nothing any more.
    virtual void remove(std::string_view screen, Done done) = 0;

    /// It is there now, or was until now. What cannot be noted is not.
    virtual void seen(std::string_view screen) = 0;
};

}  // namespace rostrum::rooms
