#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rooms/ports.hpp"

/// The paired screens of a server, connected or not. All calls and callbacks happen on the thread
/// that runs the room writers, as in ports.hpp.
namespace rostrum::rooms {

/// The secretariat's settings for a screen.
struct Assignment {
    RoomId room;
    Role role{};
    std::string name;
    Scene scene = Scene::automatic;
};

struct KnownScreen {
    /// With `Grant::screen` set.
    Grant grant;
    /// nullopt if it never connected.
    std::optional<Instant> last_seen;
};

/// A newly admitted screen, durable. The token cannot be read again later.
struct Issued {
    std::string token;
    /// With `Grant::screen` set.
    Grant grant;
};

enum class RegistryFault {
    unknown_screen,
    /// Another room has the screen.
    elsewhere,
    /// No more screens can be paired.
    full,
    /// The registry cannot be read or written.
    unavailable,
};

class ScreenRegistry {
public:
    virtual ~ScreenRegistry() = default;

    // `done` is called once: when the result is read or durable, or on a fault; never after the
    // registry is destroyed.

    using Listed =
        std::function<void(const std::variant<std::vector<KnownScreen>, RegistryFault>&)>;
    /// Lists all screens in the order of their pairing, with all earlier calls applied.
    virtual void list(Listed done) = 0;

    using Admitted = std::function<void(const std::variant<Issued, RegistryFault>&)>;
    /// Adds a screen with a token of its own, valid until the screen is removed.
    virtual void admit_screen(Assignment assignment, Admitted done) = 0;

    using Done = std::function<void(std::optional<RegistryFault>)>;
    /// Its token opens the assigned room in the assigned role from now on.
    /// @param of the room that has the screen until now
    virtual void assign(std::string_view screen, const RoomId& of, Assignment assignment,
                        Done done) = 0;
    /// Its token becomes invalid.
    /// @param of the room that has the screen
    virtual void remove(std::string_view screen, const RoomId& of, Done done) = 0;

    /// Notes that the screen is connected, or was until now. Failures are ignored.
    virtual void seen(std::string_view screen) = 0;
};

}  // namespace rostrum::rooms
