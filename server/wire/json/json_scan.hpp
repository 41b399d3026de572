#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::wire {

/// More faults of one text are not told: each may hold as much as a place does.
constexpr std::size_t most_json_faults = 1000;

/// `rooms[0].name`: a field of what stands at a place. A name that is none of ours may be as long
/// as the text; more than 64 bytes of it are left out.
[[nodiscard]] std::string place_of(std::string_view place, std::string_view field);
/// `rooms[0]`: an element of the list at a place.
[[nodiscard]] std::string place_of(std::string_view place, std::size_t index);

/// What a JSON parser does not tell: on which line each value stands, and which fields an object
/// has twice.
class JsonScan {
public:
    /// Told of each value after the one that it is part of; answers whether to tell what is in it.
    using Visit = std::function<bool(std::string_view place, std::size_t line)>;

    /// Keeps no places but those of repeated fields: together they may take far more than the text.
    /// @pre `json` was parsed: it is JSON, and not too deep.
    explicit JsonScan(std::string_view json, Visit visit = {});

    /// The first `most_json_faults` of them.
    [[nodiscard]] const std::vector<std::string>& repeated_fields() const { return repeated_; }

private:
    void scan_value();
    void scan_object();
    void scan_list();
    std::string_view scan_text();
    void scan_word();

    /// The next character that is no blank; 0 at the end.
    char next();
    /// This mark, if it is the next character.
    void skip(char mark);

    std::string_view rest_;
    std::size_t line_ = 1;
    /// Of the value that is scanned.
    std::string place_;
    Visit visit_;
    /// Whether this value is to be told.
    bool telling_;
    std::vector<std::string> repeated_;
};

}  // namespace rostrum::wire
