#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chamber/ports.hpp"
#include "floor/instant.hpp"

namespace rostrum::net {

/// A live connection as the secretariat deals with it.
class Attendant {
public:
    virtual ~Attendant() = default;

    /// What its token opens.
    [[nodiscard]] virtual const chamber::Grant& grant() const = 0;
    /// What it calls itself; may be empty.
    [[nodiscard]] virtual const std::string& device() const = 0;
    /// Since when it is welcome.
    [[nodiscard]] virtual Instant since() const = 0;

    /// It is told of its name and scene or, where its room, its role or its token is another from
    /// now on, goes there.
    /// @param token a new one; empty where it keeps the one it has.
    virtual void assign(const chamber::Grant& grant, std::string_view token) = 0;
    virtual void identify(std::string_view name, Duration shown_for) = 0;
    /// Ends it at once.
    virtual void revoke() = 0;
};

/// The live connections of all rooms, by numbers that are given once.
class Roster {
public:
    /// Its number, to leave with.
    std::uint64_t enter(Attendant& attendant);
    void leave(std::uint64_t number);

    [[nodiscard]] const std::map<std::uint64_t, Attendant*>& all() const { return attendants_; }
    /// Of `connection-<n>` that one, of `screen-<n>` all of that screen; none of a name that
    /// is nobody's here.
    [[nodiscard]] std::vector<Attendant*> find(std::string_view id) const;

    /// Ends whoever came by one of these tokens, by `Grant::token`.
    void end(const std::vector<std::string>& tokens) const;

private:
    std::map<std::uint64_t, Attendant*> attendants_;
    std::uint64_t last_ = 0;
};

/// Of the roles whose screens show scenes; none of the others.
[[nodiscard]] std::optional<Scene> shown_scene(Role role, Scene scene);

/// `connection-<n>`.
[[nodiscard]] std::string connection_id(std::uint64_t number);

}  // namespace rostrum::net
