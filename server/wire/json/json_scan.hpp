#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::wire {

/// The most faults that are reported of one text: each may take as much memory as its place.
constexpr std::size_t most_json_faults = 1000;

/// `rooms[0].name`: a field of the value at a place. Cuts the name after 64 bytes: an unknown one
/// may be as long as the text.
[[nodiscard]] std::string place_of(std::string_view place, std::string_view field);
/// `rooms[0]`: an element of the list at a place.
[[nodiscard]] std::string place_of(std::string_view place, std::size_t index);

/// Finds what a JSON parser does not report: the line of each value, and the fields that an object
/// has twice.
class JsonScan {
public:
    /// Called with each value, after the value that contains it. Returns whether to visit what is
    /// inside.
    using Visit = std::function<bool(std::string_view place, std::size_t line)>;

    /// Stores only the places of repeated fields: all places together may take far more memory than
    /// the text.
    /// @pre `json` was parsed before: it is JSON, and not too deep.
    explicit JsonScan(std::string_view json, Visit visit = {});

    /// At most `most_json_faults`.
    [[nodiscard]] const std::vector<std::string>& repeated_fields() const { return repeated_; }

private:
    void scan_value();
    void scan_object();
    void scan_list();
    std::string_view scan_text();
    void scan_word();

    /// The next character that is not blank; 0 at the end.
    char next();
    /// Skips this character if it comes next.
    void skip(char mark);

    std::string_view rest_;
    std::size_t line_ = 1;
    /// Of the current value.
    std::string place_;
    Visit visit_;
    /// Whether to visit the current value.
    bool visiting_;
    std::vector<std::string> repeated_;
};

}  // namespace rostrum::wire
