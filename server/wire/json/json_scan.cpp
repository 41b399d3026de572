#include "wire/json/json_scan.hpp"

#include <algorithm>
#include <set>

namespace rostrum::wire {

std::string place_of(std::string_view place, std::string_view field) {
    std::string here{place};
    if (!here.empty()) here += '.';
    return here.append(field);
}

std::string place_of(std::string_view place, std::size_t index) {
    return std::string{place} + '[' + std::to_string(index) + ']';
}

JsonScan::JsonScan(std::string_view json) : rest_(json) {
    scan_value("");
}

void JsonScan::scan_value(const std::string& place) {
    const char first = next();
    values_.push_back({place, line_});
    if (first == '{') return scan_object(place);
    if (first == '[') return scan_list(place);
    if (first == '"') {
        scan_text();
    } else {
        scan_word();
    }
}

void JsonScan::scan_object(const std::string& place) {
    std::set<std::string_view> seen;
    skip('{');
    while (next() != '}') {
        const std::string_view field = scan_text();
        const std::string here = place_of(place, field);
        if (!seen.insert(field).second) repeated_.push_back(here);
        skip(':');
        scan_value(here);
        skip(',');
    }
    skip('}');
}

void JsonScan::scan_list(const std::string& place) {
    skip('[');
    for (std::size_t index = 0; next() != ']'; ++index) {
        scan_value(place_of(place, index));
        skip(',');
    }
    skip(']');
}

/// As it is written, without the quotes. No line ends within it.
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
