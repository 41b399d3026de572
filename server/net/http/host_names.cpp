#include "net/http/host_names.hpp"

#include <algorithm>

#include "net/address.hpp"

namespace rostrum::net::http {
namespace {

/// In small letters, without the port and without the final dot of a full name.
std::string name_in(std::string_view host) {
    std::string name{host.substr(0, host.find(':'))};
    if (name.ends_with('.')) name.pop_back();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

}  // namespace

void HostNames::add(std::string_view name) {
    names_.insert(name_in(name));
}

bool HostNames::hold(std::string_view host) const {
    // Only an IPv6 address has brackets.
    if (host.starts_with('['))
        return Address::parse(host.substr(1, host.find(']') - 1)).has_value();
    const std::string name = name_in(host);
    if (name == "localhost" || Address::parse(name) || names_.contains(name)) return true;
    const auto dot = name.find('.');
    return dot != std::string::npos && dot > 0 && names_.contains("*" + name.substr(dot));
}

}  // namespace rostrum::net::http
