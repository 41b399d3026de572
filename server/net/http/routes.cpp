#include "net/http/routes.hpp"

#include <array>

#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::net::http {
namespace {

constexpr std::string_view reading = "GET, HEAD";
constexpr std::string_view getting = "GET";
constexpr std::string_view posting = "POST";
constexpr std::string_view listing = "GET, HEAD, POST";
constexpr std::string_view changing = "PUT, DELETE";

struct Route {
    /// `{room}` matches one room's id, `{screen}` one screen's.
    std::string_view pattern;
    std::string_view methods;
    Endpoint endpoint;
};

constexpr std::array routes{
    Route{"/api/v1/rooms", listing, Endpoint::lobby},
    Route{"/api/v1/rooms/{room}", reading, Endpoint::snapshot},
    Route{"/api/v1/rooms/{room}/commands", posting, Endpoint::commands},
    Route{"/api/v1/rooms/{room}/live", getting, Endpoint::live},
    Route{"/api/v1/access", reading, Endpoint::access},
    Route{"/api/v1/rooms/{room}/fit", getting, Endpoint::fit},
    Route{"/api/v1/rooms/{room}/order", getting, Endpoint::list_order},
    Route{"/api/v1/rooms/{room}/floor-link", getting, Endpoint::request_link},
    Route{"/api/v1/rooms/{room}/programme", getting, Endpoint::programme},
    Route{"/api/v1/rooms/{room}/run-sheet", getting, Endpoint::run_sheet},
    Route{"/api/v1/rooms/{room}/figures", getting, Endpoint::figures},
    Route{"/api/v1/rooms/{room}/record", getting, Endpoint::record},
    Route{"/api/v1/programme/preview", posting, Endpoint::preview},
    Route{"/api/v1/pairings", posting, Endpoint::pairings},
    Route{"/api/v1/pairing", getting, Endpoint::pairing},
    Route{"/api/v1/screens", listing, Endpoint::screens},
    Route{"/api/v1/screens/{screen}", changing, Endpoint::screen},
    Route{"/api/v1/screens/{screen}/identify", posting, Endpoint::identify},
    Route{"/api/v1/rooms/{room}/cards", listing, Endpoint::cards},
    Route{"/api/v1/rooms/{room}/cards/revoke", posting, Endpoint::revoke_cards},
    Route{"/api/v1/cards/open", posting, Endpoint::open_card},
    Route{"/sign-on/{room}", getting, Endpoint::sign_on},
    Route{"/healthz", reading, Endpoint::healthz},
    Route{"/readyz", reading, Endpoint::readyz},
    Route{"/metrics", reading, Endpoint::metrics},
};

bool allows(std::string_view methods, std::string_view method) {
    while (!methods.empty()) {
        const auto end = methods.find(", ");
        if (methods.substr(0, end) == method) return true;
        methods = end == std::string_view::npos ? std::string_view{} : methods.substr(end + 2);
    }
    return false;
}

/// Returns what the placeholder matches, empty if the pattern has none; nullopt if the path does
/// not match.
std::optional<std::string> match(std::string_view pattern, std::string_view path) {
    const auto at = pattern.find('{');
    if (at == std::string_view::npos)
        return pattern == path ? std::optional{std::string{}} : std::nullopt;
    const std::string_view before = pattern.substr(0, at);
    const std::string_view behind = pattern.substr(pattern.find('}') + 1);
    if (path.size() < before.size() + behind.size()) return std::nullopt;
    if (!path.starts_with(before) || !path.ends_with(behind)) return std::nullopt;
    path.remove_prefix(before.size());
    path.remove_suffix(behind.size());
    if (!is_plain_id(path, limits::room_id_length)) return std::nullopt;
    return std::string{path};
}

}  // namespace

std::variant<MatchedRoute, NoSuchAddress, WrongMethod> route(std::string_view method,
                                                             std::string_view path) {
    for (const Route& known : routes) {
        auto named = match(known.pattern, path);
        if (!named) continue;
        if (!allows(known.methods, method)) return WrongMethod{known.methods};
        if (known.pattern.find("{screen}") != std::string_view::npos)
            return MatchedRoute{known.endpoint, {}, std::move(*named)};
        return MatchedRoute{known.endpoint, RoomId{std::move(*named)}};
    }
    if (path.starts_with(interface_prefix)) return NoSuchAddress{};
    if (!allows(reading, method)) return WrongMethod{reading};
    return MatchedRoute{Endpoint::file, {}};
}

}  // namespace rostrum::net::http
