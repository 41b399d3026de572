#include "net/http/routes.hpp"

#include <array>

#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::net::http {
namespace {

constexpr std::string_view reading = "GET, HEAD";
constexpr std::string_view getting = "GET";
constexpr std::string_view posting = "POST";

struct Route {
    /// `{room}` stands for one room's id.
    std::string_view pattern;
    std::string_view methods;
    Endpoint endpoint;
};

constexpr std::array routes{
    Route{"/api/v1/rooms", reading, Endpoint::lobby},
    Route{"/api/v1/rooms/{room}", reading, Endpoint::snapshot},
    Route{"/api/v1/rooms/{room}/commands", posting, Endpoint::commands},
    Route{"/api/v1/rooms/{room}/live", getting, Endpoint::live},
    Route{"/api/v1/access", reading, Endpoint::access},
    Route{"/healthz", reading, Endpoint::healthz},
    Route{"/readyz", reading, Endpoint::readyz},
    Route{"/metrics", reading, Endpoint::metrics},
};

/// None of these is a file.
constexpr std::string_view interface_prefix = "/api/";

bool allows(std::string_view methods, std::string_view method) {
    while (!methods.empty()) {
        const auto end = methods.find(", ");
        if (methods.substr(0, end) == method) return true;
        methods = end == std::string_view::npos ? std::string_view{} : methods.substr(end + 2);
    }
    return false;
}

/// The room that the path names, or an empty id where the pattern names none; none if it does not
/// match.
std::optional<RoomId> match(std::string_view pattern, std::string_view path) {
    constexpr std::string_view placeholder = "{room}";
    const auto at = pattern.find(placeholder);
    if (at == std::string_view::npos)
        return pattern == path ? std::optional{RoomId{}} : std::nullopt;
    const std::string_view before = pattern.substr(0, at);
    const std::string_view behind = pattern.substr(at + placeholder.size());
    if (path.size() < before.size() + behind.size()) return std::nullopt;
    if (!path.starts_with(before) || !path.ends_with(behind)) return std::nullopt;
    path.remove_prefix(before.size());
    path.remove_suffix(behind.size());
    if (!is_plain_id(path, limits::room_id_length)) return std::nullopt;
    return RoomId{std::string{path}};
}

}  // namespace

std::variant<Found, NoSuchAddress, WrongMethod> route(std::string_view method,
                                                      std::string_view path) {
    for (const Route& known : routes) {
        auto room = match(known.pattern, path);
        if (!room) continue;
        if (!allows(known.methods, method)) return WrongMethod{known.methods};
        return Found{known.endpoint, std::move(*room)};
    }
    if (path.starts_with(interface_prefix)) return NoSuchAddress{};
    if (!allows(reading, method)) return WrongMethod{reading};
    return Found{Endpoint::file, {}};
}

}  // namespace rostrum::net::http
