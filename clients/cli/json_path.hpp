#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace rostrum::cli {

/// The value at the end of these keys; nullptr if there is none.
[[nodiscard]] const boost::json::value* value_at(const boost::json::object& from,
                                                 std::initializer_list<std::string_view> keys);

/// The text at the end of these keys, or `otherwise`.
[[nodiscard]] std::string text_at(const boost::json::object& from,
                                  std::initializer_list<std::string_view> keys,
                                  std::string_view otherwise = "");

/// The whole number at the end of these keys, in quotes or without, or 0.
[[nodiscard]] std::int64_t number_at(const boost::json::object& from,
                                     std::initializer_list<std::string_view> keys);

}  // namespace rostrum::cli
