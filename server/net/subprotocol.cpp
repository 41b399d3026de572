#include "net/subprotocol.hpp"

namespace rostrum::net {
namespace {

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string_view name_of(wire::Encoding encoding) {
    return encoding == wire::Encoding::json ? "rostrum.v1.json" : "rostrum.v1.protobuf";
}

std::optional<wire::Encoding> choose_subprotocol(std::string_view offered) {
    while (!offered.empty()) {
        const auto end = offered.find(',');
        const std::string_view name = without_blanks(offered.substr(0, end));
        for (auto encoding : {wire::Encoding::protobuf, wire::Encoding::json})
            if (name == name_of(encoding)) return encoding;
        offered = end == std::string_view::npos ? std::string_view{} : offered.substr(end + 1);
    }
    return std::nullopt;
}

}  // namespace rostrum::net
