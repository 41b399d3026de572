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
    /// In quotes; changes whenever the bytes change.
    std::string etag;
    /// The name changes with the content, so browsers need not revalidate it.
    bool immutable = false;
    /// The gzip encoding; empty if there is none.
    std::shared_ptr<const std::string> gzipped{};
};

/// The files of the screens, by their paths: `/index.html`, `/display/index.html`.
class Assets {
public:
    virtual ~Assets() = default;
    /// nullptr if there is no such file. Valid as long as the assets are.
    [[nodiscard]] virtual const Asset* find(std::string_view path) const = 0;
};

}  // namespace rostrum::net
