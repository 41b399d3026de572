#include "wire/programme_json.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "rostrum/v1/programme.pb.h"
#include "wire/json/json_scan.hpp"
#include "wire/json/read_json.hpp"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/read_programme.hpp"
#include "wire/protobuf/write_programme.hpp"

namespace rostrum::wire {

namespace {

/// The place in a form that is the same for `starts_at` and `startsAt`.
std::string plain(std::string_view place) {
    std::string letters;
    for (const char c : place)
        if (c != '_') letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return letters;
}

/// The place that contains this one: `rooms[0]` for `rooms[0].name`; empty for the whole file.
std::string_view around(std::string_view place) {
    const std::size_t end = place.find_last_of(".[");
    return end == std::string_view::npos ? std::string_view{} : place.substr(0, end);
}

/// Finds places in the file, with their line and the file's spelling.
class Lines {
public:
    struct Found {
        std::string place;
        std::size_t line = 0;
    };

    /// Records the places of these faults only.
    Lines(std::string_view json, const std::vector<Fault>& faults) {
        std::set<std::string> wanted;
        for (const Fault& fault : faults) {
            std::string_view place = fault.place;
            while (wanted.insert(plain(place)).second && !place.empty()) place = around(place);
        }
        const JsonScan scan{json, [&](std::string_view place, std::size_t line) {
                                std::string name = plain(place);
                                if (!wanted.contains(name)) return false;
                                values_.emplace(std::move(name), Found{std::string{place}, line});
                                return true;
                            }};
    }

    /// A missing value has the line of what contains it.
    [[nodiscard]] Found find(const std::string& place) const {
        std::string_view known = place;
        while (!values_.contains(plain(known))) known = around(known);
        const Found& value = values_.at(plain(known));
        return {value.place + place.substr(known.size()), value.line};
    }

private:
    std::map<std::string, Found> values_;
};

/// Adds the faults that do not merely follow from a known one, at the same place or around it.
void add_independent(std::vector<Fault> more, std::vector<Fault>& faults) {
    std::set<std::string, std::less<>> known;
    for (const Fault& fault : faults) known.insert(plain(fault.place));
    for (Fault& fault : more) {
        const std::string own_place = plain(fault.place);
        std::string_view place = own_place;
        while (!known.contains(place) && !place.empty()) place = around(place);
        if (!known.contains(place)) faults.push_back(std::move(fault));
    }
}

/// In the order of the file, with the line of each: `line 12, rooms[0].timeZone`.
std::vector<Fault> with_lines(std::vector<Fault> faults, std::string_view json) {
    const Lines lines{json, faults};
    std::multimap<std::size_t, Fault> by_line;
    for (Fault& fault : faults) {
        auto [place, line] = lines.find(fault.place);
        fault.place = "line " + std::to_string(line);
        if (!place.empty()) fault.place.append(", ").append(place);
        by_line.emplace(line, std::move(fault));
    }
    std::vector<Fault> sorted;
    for (auto& [line, fault] : by_line) sorted.push_back(std::move(fault));
    return sorted;
}

}  // namespace

std::variant<Programme, std::vector<Fault>> read_programme(std::string_view json) {
    // Some editors begin every file with it.
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());

    v1::Programme message;
    std::vector<Fault> found;
    if (!read_json(json, message, found)) return found;

    std::vector<Fault> missing;
    Programme programme = read_programme(message, missing);
    add_independent(std::move(missing), found);
    add_independent(faults(programme), found);
    if (found.empty()) return programme;

    return with_lines(std::move(found), json);
}

std::string write_programme(const Programme& programme) {
    v1::Programme message;
    write_programme(programme, message);
    return write_json(message, Layout::a_field_a_line);
}

}  // namespace rostrum::wire
