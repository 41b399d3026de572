#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace rostrum::net::http {

/// The names by which browsers may reach this server. A page of another site can make its own name
/// point here (DNS rebinding); its requests still carry that name in `Host`.
class HostNames {
public:
    /// `rostrum.example`, or `*.rooms.example` for all names with one label more.
    void add(std::string_view name);

    /// Whether a `Host` header has one of the names, an IP address or `localhost`, at any port.
    [[nodiscard]] bool hold(std::string_view host) const;

private:
    /// In small letters.
    std::set<std::string, std::less<>> names_;
};

}  // namespace rostrum::net::http
