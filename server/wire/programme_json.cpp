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
    struct Found {
        std::string place;
        std::size_t line = 0;
    };

    /// For these faults alone.
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

    /// What is missing has the line of what it is missing in.
    [[nodiscard]] Found find(const std::string& place) const {
        std::string_view known = place;
        while (!values_.contains(plain(known))) known = around(known);
        const Found& value = values_.at(plain(known));
        return {value.place + place.substr(known.size()), value.line};
    }

private:
    std::map<std::string, Found> values_;
};

/// Adds what does not only follow from a fault that is told already, at its place or around it.
void add_those_that_do_not_follow(std::vector<Fault> more, std::vector<Fault>& faults) {
    std::set<std::string, std::less<>> told;
    for (const Fault& fault : faults) told.insert(plain(fault.place));
    for (Fault& fault : more) {
        const std::string own_place = plain(fault.place);
        std::string_view place = own_place;
        while (!told.contains(place) && !place.empty()) place = around(place);
        if (!told.contains(place)) faults.push_back(std::move(fault));
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
    // Some editors put this mark in front of every text that they save.
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());

    v1::Programme message;
    std::vector<Fault> found;
    if (!read_json(json, message, found)) return found;

    std::vector<Fault> missing;
    Programme programme = read_programme(message, missing);
    add_those_that_do_not_follow(std::move(missing), found);
    add_those_that_do_not_follow(faults(programme), found);
    if (found.empty()) return programme;

    return with_lines(std::move(found), json);
}

std::string write_programme(const Programme& programme) {
    v1::Programme message;
    write_programme(programme, message);
    return write_json(message, Layout::a_field_a_line);
}

}  // namespace rostrum::wire
