#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "embedded_file.hpp"
#include "net/assets.hpp"

namespace rostrum::app {

/// The files of the screens, embedded in the program, with their compressed variants.
class EmbeddedAssets : public net::Assets {
public:
    explicit EmbeddedAssets(std::span<const EmbeddedFile> files);

    [[nodiscard]] const net::Asset* find(std::string_view path) const override;

private:
    /// Keyed by path, with a leading `/`.
    std::map<std::string, net::Asset, std::less<>> assets_;
};

}  // namespace rostrum::app
