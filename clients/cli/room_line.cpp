#include "cli/room_line.hpp"

#include <initializer_list>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "cli/json_path.hpp"

namespace rostrum::cli {

namespace json = boost::json;

namespace {

/// The entry of a list whose `key` has this value.
const json::object* entry_with(const json::object& room,
                               std::initializer_list<std::string_view> list, std::string_view key,
                               std::string_view value) {
    const json::value* entries = value_at(room, list);
    if (!entries || !entries->is_array()) return nullptr;
    for (const json::value& entry : entries->get_array())
        if (const json::object* object = entry.if_object();
            object && text_at(*object, {key}) == value)
            return object;
    return nullptr;
}

std::string plate_title(const json::object& room, std::string_view delegation) {
    const json::object* plate = entry_with(room, {"plates", "delegations"}, "id", delegation);
    return plate ? text_at(*plate, {"title"}) : std::string{};
}

std::string next_title(const json::object& room) {
    const std::string next = text_at(room, {"list", "nextInscriptionId"});
    const json::object* entry = entry_with(room, {"list", "inscriptions"}, "id", next);
    return entry ? plate_title(room, text_at(*entry, {"delegationId"})) : std::string{};
}

/// `COURSE_OPEN` in words.
std::string_view course_word(std::string_view course) {
    if (course == "COURSE_OPEN") return "open";
    if (course == "COURSE_SUSPENDED") return "suspended";
    if (course == "COURSE_CLOSED") return "closed";
    return "planned";
}

std::string floor_words(const json::object& room, std::int64_t now) {
    const json::value* statement = value_at(room, {"floor", "statement"});
    if (!statement || !statement->is_object()) return "nobody has the floor";
    const json::object& turn = statement->get_object();
    const std::int64_t since = number_at(turn, {"runningSinceUnixMs"});
    const std::int64_t elapsed =
        number_at(turn, {"elapsedBeforeMs"}) + (since == 0 ? 0 : now - since);
    return plate_title(room, text_at(turn, {"delegationId"})) + " " +
           digits(number_at(turn, {"allottedMs"}) - elapsed) + (since == 0 ? " (paused)" : "");
}

}  // namespace

std::string digits(std::int64_t remaining_ms) {
    const bool over = remaining_ms < 0;
    const std::int64_t seconds = over ? -remaining_ms / 1000 : (remaining_ms + 999) / 1000;
    const std::string rest = std::to_string(seconds % 60);
    return (over ? "+" : "") + std::to_string(seconds / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

std::string room_line(const json::object& room, std::int64_t now_unix_ms) {
    if (text_at(room, {"meeting", "id"}).empty()) return "no meeting";
    std::string line = text_at(room, {"meeting", "state", "name"}) + ", " +
                       std::string{course_word(text_at(room, {"meeting", "course"}))} + ": " +
                       floor_words(room, now_unix_ms);
    if (const std::string next = next_title(room); !next.empty()) line += "; next: " + next;
    if (const std::string notice = text_at(room, {"noticeBoard", "notice", "text"});
        !notice.empty())
        line += "; notice: " + notice;
    return line;
}

}  // namespace rostrum::cli
