#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::wire {

/// `rooms[0].name`: a field of what stands at a place.
[[nodiscard]] std::string place_of(std::string_view place, std::string_view field);
/// `rooms[0]`: an element of the list at a place.
[[nodiscard]] std::string place_of(std::string_view place, std::size_t index);

/// What a JSON parser does not tell: on which line each value stands, and which fields an object
/// has twice.
class JsonScan {
public:
    /// @pre `json` was parsed: it is JSON, and not too deep.
    explicit JsonScan(std::string_view json);

    struct Value {
        std::string place;
        std::size_t line = 0;
    };
    /// Each value after the one that it is part of.
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }

    [[nodiscard]] const std::vector<std::string>& repeated_fields() const { return repeated_; }

private:
    void scan_value(const std::string& place);
    void scan_object(const std::string& place);
    void scan_list(const std::string& place);
    std::string_view scan_text();
    void scan_word();

    /// The next character that is no blank; 0 at the end.
    char next();
    /// This mark, if it is the next character.
    void skip(char mark);

    std::string_view rest_;
    std::size_t line_ = 1;
    std::vector<Value> values_;
    std::vector<std::string> repeated_;
};

}  // namespace rostrum::wire
