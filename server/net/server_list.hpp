#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::net {

/// The origin of an address for a browser, as browsers write it: `https://rostrum.example` of
/// `HTTPS://Rostrum.example:443/`. nullopt if it is none.
[[nodiscard]] std::optional<std::string> origin_of(std::string_view url);

/// The servers of this server's record, by their origins, this one's first. Empty where there is
/// one server. Screens that lose one go to another, so the pages of one may talk to all.
class ServerList {
public:
    /// The others, and this one.
    static constexpr std::size_t most = 16;

    /// Leaves out what is no origin, or is named twice, and all after the first 16.
    void renew(const std::vector<std::string>& urls);

    [[nodiscard]] const std::vector<std::string>& origins() const { return origins_; }
    /// Grows with each change; 0 while there was no list.
    [[nodiscard]] std::uint32_t number() const { return number_; }
    [[nodiscard]] bool holds(std::string_view origin) const;
    /// What follows `connect-src 'self'` in the Content-Security-Policy.
    [[nodiscard]] const std::string& connect_sources() const { return connect_sources_; }
    /// Distinguishes pages with another policy: a browser that is answered 304 keeps the one that
    /// it has. Empty where there is one server.
    [[nodiscard]] const std::string& etag_suffix() const { return etag_suffix_; }

private:
    std::vector<std::string> origins_;
    std::string connect_sources_;
    std::string etag_suffix_;
    std::uint32_t number_ = 0;
};

}  // namespace rostrum::net
