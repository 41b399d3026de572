#include "wire/programme_json.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "rostrum/v1/programme.pb.h"
#include "wire/json/json_scan.hpp"
#include "wire/json/read_json.hpp"
#include "wire/protobuf/read_programme.hpp"

namespace rostrum::wire {

namespace {

/// A place in which `starts_at` and `startsAt` are the same.
std::string plain(std::string_view place) {
    std::string letters;
    for (const char c : place)
        if (c != '_') letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return letters;
}

/// What a place is in: `rooms[0]` of `rooms[0].name`; empty for the whole file.
std::string_view around(std::string_view place) {
    const std::size_t end = place.find_last_of(".[");
    return end == std::string_view::npos ? std::string_view{} : place.substr(0, end);
}

/// Finds places in the file, with their line and in the spelling that they have there.
class Lines {
public:
    explicit Lines(std::string_view json) {
        const JsonScan scan{json};
        for (const JsonScan::Value& value : scan.values())
            values_.emplace(plain(value.place), value);
    }

    /// `line 12, rooms[0].timeZone`. What is missing has the line of what it is missing in.
    [[nodiscard]] std::string with_line(const std::string& place) const {
        std::string_view known = place;
        while (!values_.contains(plain(known))) known = around(known);
        const JsonScan::Value& value = values_.at(plain(known));
        const std::string line = "line " + std::to_string(value.line);
        if (place.empty()) return line;
        return line + ", " + value.place + place.substr(known.size());
    }

private:
    std::map<std::string, JsonScan::Value> values_;
};

/// Whether a fault only follows from one that is told already, at its place or around it.
bool follows_from(const std::vector<Fault>& told, const Fault& fault) {
    for (std::string_view place = fault.place;; place = around(place)) {
        const bool is_told = std::any_of(told.begin(), told.end(), [&](const Fault& other) {
            return plain(other.place) == plain(place);
        });
        if (is_told || place.empty()) return is_told;
    }
}

void add_those_that_do_not_follow(std::vector<Fault> more, std::vector<Fault>& faults) {
    const std::vector<Fault> told = faults;
    for (Fault& fault : more)
        if (!follows_from(told, fault)) faults.push_back(std::move(fault));
}

}  // namespace

std::variant<Programme, std::vector<Fault>> read_programme(std::string_view json) {
    v1::Programme message;
    std::vector<Fault> found;
    if (!read_json(json, message, found)) return found;

    std::vector<Fault> missing;
    Programme programme = read_programme(message, missing);
    add_those_that_do_not_follow(std::move(missing), found);
    add_those_that_do_not_follow(faults(programme), found);
    if (found.empty()) return programme;

    const Lines lines{json};
    for (Fault& fault : found) fault.place = lines.with_line(fault.place);
    return found;
}

}  // namespace rostrum::wire
