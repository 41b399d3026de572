#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/instant.hpp"
#include "rooms/ports.hpp"
#include "wire/live.hpp"

namespace rostrum::net {

/// A live connection as the secretariat sees it.
class RegisteredConnection {
public:
    virtual ~RegisteredConnection() = default;

    /// What its token grants.
    [[nodiscard]] virtual const rooms::Grant& grant() const = 0;
    /// Its own name; may be empty.
    [[nodiscard]] virtual const std::string& device() const = 0;
    /// When it was welcomed.
    [[nodiscard]] virtual Instant since() const = 0;

    /// What it says that it shows; nullptr if it has said nothing.
    [[nodiscard]] virtual const wire::Shows* shows() const = 0;
    /// Sends it the screens of its room, if it watches them.
    virtual void show_screens(const std::vector<wire::AlikeScreens>& alike) = 0;

    /// Sends it its name and scene; if its room, role or token changes, it reconnects with those.
    /// @param token a new one; empty to keep the current one.
    virtual void assign(const rooms::Grant& grant, std::string_view token) = 0;
    virtual void identify(std::string_view name, Duration shown_for) = 0;
    /// Closes it at once.
    virtual void revoke() = 0;
};

/// The live connections of all rooms, by unique number.
class ConnectionRegistry {
public:
    /// Returns its number, for leave().
    std::uint64_t enter(RegisteredConnection& connection);
    void leave(std::uint64_t number);

    [[nodiscard]] const std::map<std::uint64_t, RegisteredConnection*>& all() const {
        return connections_;
    }
    /// `connection-<n>` finds that connection, `screen-<n>` all connections of that screen; an
    /// unknown id finds none.
    [[nodiscard]] std::vector<RegisteredConnection*> find(std::string_view id) const;

    /// Closes the connections that used one of these tokens (`Grant::token`).
    void end(const std::vector<std::string>& tokens) const;

private:
    std::map<std::uint64_t, RegisteredConnection*> connections_;
    std::uint64_t last_ = 0;
};

/// nullopt for roles whose screens show no scenes.
[[nodiscard]] std::optional<Scene> shown_scene(Role role, Scene scene);

/// `connection-<n>`.
[[nodiscard]] std::string connection_id(std::uint64_t number);

}  // namespace rostrum::net
