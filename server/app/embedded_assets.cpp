#include "app/embedded_assets.hpp"

#include <array>
#include <functional>
#include <memory>
#include <utility>

namespace rostrum::app {

namespace {

/// vite.compressed.ts writes the gzip variants.
constexpr std::string_view gzip_ending = ".gz";

std::string content_type(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".webmanifest", "application/manifest+json"},
    }};
    for (const auto& [ending, type] : types)
        if (path.ends_with(ending)) return std::string{type};
    return "application/octet-stream";
}

}  // namespace

EmbeddedAssets::EmbeddedAssets(std::span<const EmbeddedFile> files) {
    for (const EmbeddedFile& file : files) {
        if (file.path.ends_with(gzip_ending)) continue;
        assets_.emplace(
            "/" + std::string{file.path},
            net::Asset{
                .bytes = std::make_shared<const std::string>(file.content),
                .content_type = content_type(file.path),
                .etag = "\"" + std::to_string(std::hash<std::string_view>{}(file.content)) + "\"",
                // Vite puts a hash of the content into the names in this folder.
                .immutable = file.path.starts_with("assets/"),
            });
    }
    for (const EmbeddedFile& file : files) {
        if (!file.path.ends_with(gzip_ending)) continue;
        const auto path =
            "/" + std::string{file.path.substr(0, file.path.size() - gzip_ending.size())};
        const auto found = assets_.find(path);
        if (found != assets_.end())
            found->second.gzipped = std::make_shared<const std::string>(file.content);
    }
}

const net::Asset* EmbeddedAssets::find(std::string_view path) const {
    const auto found = assets_.find(path);
    return found == assets_.end() ? nullptr : &found->second;
}

}  // namespace rostrum::app
