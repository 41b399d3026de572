#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "net/http/message.hpp"
#include "wire/report/write.hpp"

namespace rostrum::net::http {

/// The value of a parameter that must be one of these, the first of which is meant without it.
/// nullopt for any other.
[[nodiscard]] std::optional<std::string_view> one_of(
    const Request& request, std::string_view parameter,
    std::initializer_list<std::string_view> values);

[[nodiscard]] Response unknown_value(std::string_view parameter);

/// How a report is written.
struct ReportFile {
    /// nullopt: JSON.
    std::optional<wire::report::Format> format;
    wire::Separator separator{};
    std::string language;
    /// `json` was asked for: a record has another JSON, the document.
    bool is_json = false;
};

/// Query: `format`, `separator=comma|semicolon`, `lang`. A problem for what is not known.
[[nodiscard]] std::variant<ReportFile, Response> report_file(
    const Request& request, std::initializer_list<std::string_view> formats);

[[nodiscard]] Response file(const wire::report::Document& document, const ReportFile& asked);
[[nodiscard]] Response csv(std::string body);

}  // namespace rostrum::net::http
