#include "wire/json/json_scan.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace rostrum::wire {

namespace {

constexpr std::size_t longest_name = 64;

/// Cuts between two characters.
std::string_view shortened(std::string_view name) {
    if (name.size() <= longest_name) return name;
    std::size_t end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return name.substr(0, end);
}

void enter(std::string& place, std::string_view field) {
    if (!place.empty()) place += '.';
    place += shortened(field);
    if (field.size() > longest_name) place += "…";
}

void enter(std::string& place, std::size_t index) {
    place.append(1, '[').append(std::to_string(index)) += ']';
}

}  // namespace

std::string place_of(std::string_view place, std::string_view field) {
    std::string here{place};
    enter(here, field);
    return here;
}

std::string place_of(std::string_view place, std::size_t index) {
    std::string here{place};
    enter(here, index);
    return here;
}

JsonScan::JsonScan(std::string_view json, Visit visit)
    : rest_(json), visit_(std::move(visit)), visiting_(static_cast<bool>(visit_)) {
    scan_value();
}

void JsonScan::scan_value() {
    const char first = next();
    const bool was_visiting = visiting_;
    visiting_ = visiting_ && visit_(place_, line_);
    if (first == '{') {
        scan_object();
    } else if (first == '[') {
        scan_list();
    } else if (first == '"') {
        scan_text();
    } else {
        scan_word();
    }
    visiting_ = was_visiting;
}

void JsonScan::scan_object() {
    std::set<std::string_view> seen;
    const std::size_t around = place_.size();
    skip('{');
    while (next() != '}') {
        const std::string_view field = scan_text();
        enter(place_, field);
        if (!seen.insert(field).second && repeated_.size() < most_json_faults)
            repeated_.push_back(place_);
        skip(':');
        scan_value();
        place_.resize(around);
        skip(',');
    }
    skip('}');
}

void JsonScan::scan_list() {
    const std::size_t around = place_.size();
    skip('[');
    for (std::size_t index = 0; next() != ']'; ++index) {
        enter(place_, index);
        scan_value();
        place_.resize(around);
        skip(',');
    }
    skip(']');
}

/// Returns the text as written, without the quotes. It contains no line break.
std::string_view JsonScan::scan_text() {
    std::size_t end = 1;
    while (rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
    const std::string_view text = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    return text;
}

/// A number, true, false or null.
void JsonScan::scan_word() {
    rest_.remove_prefix(std::min(rest_.find_first_of(",]} \t\r\n"), rest_.size()));
}

char JsonScan::next() {
    while (!rest_.empty() && std::string_view{" \t\r\n"}.find(rest_.front()) != rest_.npos) {
        if (rest_.front() == '\n') ++line_;
        rest_.remove_prefix(1);
    }
    return rest_.empty() ? '\0' : rest_.front();
}

void JsonScan::skip(char mark) {
    if (next() == mark) rest_.remove_prefix(1);
}

}  // namespace rostrum::wire
