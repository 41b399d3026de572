#include "cli/watched_room.hpp"

#include <cmath>

#include <boost/json/value.hpp>

#include "cli/json_path.hpp"
#include "cli/room_line.hpp"

namespace rostrum::cli {

namespace json = boost::json;

std::optional<std::string> WatchedRoom::take(const json::object& message, std::int64_t now_ms) {
    const json::value* welcome = message.if_contains("welcome");
    const json::value* changed = message.if_contains("changed");
    if (!welcome && !changed) return std::nullopt;

    const json::object& content = (welcome ? welcome : changed)->as_object();
    if (welcome) {
        room_.clear();
        offset_ms_ = std::llround(content.at("serverUnixMs").to_number<double>()) - now_ms;
    }
    for (const auto& [name, section] : content.at(welcome ? "room" : "sections").as_object())
        room_[name] = section;
    revision_ = number_at(content, {"revision"});
    return "#" + std::to_string(revision_) + " " + room_line(room_, now_ms + offset_ms_);
}

}  // namespace rostrum::cli
