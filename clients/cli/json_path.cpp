#include "cli/json_path.hpp"

#include <charconv>

#include <boost/json/value.hpp>

namespace rostrum::cli {

namespace json = boost::json;

const json::value* value_at(const json::object& from,
                            std::initializer_list<std::string_view> keys) {
    const json::object* object = &from;
    const json::value* value = nullptr;
    for (const std::string_view key : keys) {
        value = object ? object->if_contains(key) : nullptr;
        object = value ? value->if_object() : nullptr;
    }
    return value;
}

std::string text_at(const json::object& from, std::initializer_list<std::string_view> keys,
                    std::string_view otherwise) {
    const json::value* value = value_at(from, keys);
    const json::string* text = value ? value->if_string() : nullptr;
    return std::string{text ? std::string_view{*text} : otherwise};
}

std::int64_t number_at(const json::object& from, std::initializer_list<std::string_view> keys) {
    const json::value* value = value_at(from, keys);
    if (!value) return 0;
    if (value->is_number()) return value->to_number<std::int64_t>();
    std::int64_t number = 0;
    if (const json::string* text = value->if_string())
        std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

}  // namespace rostrum::cli
