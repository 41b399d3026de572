#include "replica/etcd_json.hpp"

#include <charconv>

#include <openssl/evp.h>

namespace rostrum::replica {

namespace json = boost::json;

namespace {

// OpenSSL writes a zero byte behind the text.
constexpr std::size_t closing_zero = 1;

unsigned char* octets(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* octets(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    if (text.empty()) return bytes;
    const int size = EVP_DecodeBlock(octets(bytes), octets(text), static_cast<int>(text.size()));
    if (text.size() % 4 != 0 || size != static_cast<int>(bytes.size())) throw MalformedAnswer();
    // OpenSSL decodes the padding as zeros.
    bytes.resize(bytes.size() - (text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0));
    return bytes;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + closing_zero, '\0');
    EVP_EncodeBlock(octets(text), octets(bytes), static_cast<int>(bytes.size()));
    text.resize(text.size() - closing_zero);
    return text;
}

std::uint64_t number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc() || rest != end) throw MalformedAnswer();
    return number;
}

std::uint64_t number_at(const json::object& object, std::string_view name) {
    const std::string text = text_at(object, name);
    return text.empty() ? 0 : number_of(text);
}

std::string text_at(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr) return {};
    const json::string* text = value->if_string();
    if (text == nullptr) throw MalformedAnswer();
    return {text->data(), text->size()};
}

std::string bytes_at(const json::object& object, std::string_view name) {
    return from_base64(text_at(object, name));
}

bool flag_at(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr) return false;
    const bool* flag = value->if_bool();
    if (flag == nullptr) throw MalformedAnswer();
    return *flag;
}

const json::object& object_at(const json::object& object, std::string_view name) {
    static const json::object none;
    const json::value* value = object.if_contains(name);
    return value == nullptr ? none : object_of(*value);
}

const json::array& array_at(const json::object& object, std::string_view name) {
    static const json::array none;
    const json::value* value = object.if_contains(name);
    if (value == nullptr) return none;
    const json::array* array = value->if_array();
    if (array == nullptr) throw MalformedAnswer();
    return *array;
}

const json::object& object_of(const json::value& value) {
    const json::object* object = value.if_object();
    if (object == nullptr) throw MalformedAnswer();
    return *object;
}

}  // namespace rostrum::replica
