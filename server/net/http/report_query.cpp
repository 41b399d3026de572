#include "net/http/report_query.hpp"

#include <algorithm>

#include "net/http/problem.hpp"
#include "net/http/query.hpp"
#include "wire/report/words.hpp"

namespace rostrum::net::http {

std::optional<std::string_view> one_of(const Request& request, std::string_view parameter,
                                       std::initializer_list<std::string_view> values) {
    const std::string asked = query_value(request.query, parameter);
    if (asked.empty()) return *values.begin();
    const auto* const found = std::find(values.begin(), values.end(), asked);
    if (found == values.end()) return std::nullopt;
    return *found;
}

Response unknown_value(std::string_view parameter) {
    return problem(400, "UNKNOWN_VALUE",
                   "This address does not know this value of " + std::string{parameter} + '.');
}

std::variant<ReportFile, Response> report_file(const Request& request,
                                               std::initializer_list<std::string_view> formats) {
    const auto format = one_of(request, "format", formats);
    if (!format) return unknown_value("format");
    const auto separator = one_of(request, "separator", {"comma", "semicolon"});
    if (!separator) return unknown_value("separator");
    std::string language = query_value(request.query, "lang");
    if (language.empty()) language = "en";
    if (!wire::report::Words::know(language)) return unknown_value("lang");
    return ReportFile{
        wire::report::format_named(*format),
        *separator == "semicolon" ? wire::Separator::semicolon : wire::Separator::comma,
        std::move(language), *format == "json"};
}

Response file(const wire::report::Document& document, const ReportFile& asked) {
    Response response = plain_text(wire::report::written(document, *asked.format, asked.separator));
    response.content_type = wire::report::content_type_of(*asked.format);
    return response;
}

Response csv(std::string body) {
    Response response = plain_text(std::move(body));
    response.content_type = wire::report::content_type_of(wire::report::Format::csv);
    return response;
}

}  // namespace rostrum::net::http
