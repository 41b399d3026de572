#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rostrum::net {

/// One file of the screens.
struct Asset {
    std::shared_ptr<const std::string> bytes;
    /// `text/html; charset=utf-8`
    std::string content_type;
    /// With its quotes; another one whenever the bytes are.
    std::string etag;
    /// The name changes with the content: browsers need not ask again.
    bool immutable = false;
    /// The same in gzip; none where that is not held.
    std::shared_ptr<const std::string> gzipped{};
};

/// The files of the screens, by their paths: `/index.html`, `/display/index.html`.
class Assets {
public:
    virtual ~Assets() = default;
    /// None where there is no such file. Stays valid as long as the assets do.
    [[nodiscard]] virtual const Asset* find(std::string_view path) const = 0;
};

}  // namespace rostrum::net
