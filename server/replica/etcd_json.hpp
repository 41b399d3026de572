#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

/// The JSON of etcd's gateway: bytes are in base64, 64-bit numbers are texts, and what is zero,
/// false or empty is missing.
namespace rostrum::replica {

/// A member answers what etcd does not.
class MalformedAnswer : public std::runtime_error {
public:
    MalformedAnswer() : std::runtime_error("It answers what etcd does not.") {}
};

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// The field's value: zero, empty or false if it is missing.
/// @throws MalformedAnswer if it has another type
[[nodiscard]] std::uint64_t number_at(const boost::json::object& object, std::string_view name);
[[nodiscard]] std::string text_at(const boost::json::object& object, std::string_view name);
[[nodiscard]] std::string bytes_at(const boost::json::object& object, std::string_view name);
[[nodiscard]] bool flag_at(const boost::json::object& object, std::string_view name);
[[nodiscard]] const boost::json::object& object_at(const boost::json::object& object,
                                                   std::string_view name);
[[nodiscard]] const boost::json::array& array_at(const boost::json::object& object,
                                                 std::string_view name);
/// @throws MalformedAnswer if it is none
[[nodiscard]] const boost::json::object& object_of(const boost::json::value& value);
/// @throws MalformedAnswer unless the text is decimal digits
[[nodiscard]] std::uint64_t number_of(std::string_view text);

}  // namespace rostrum::replica
