#pragma once

#include <span>
#include <string_view>

namespace rostrum {

/// A file embedded in the program.
struct EmbeddedFile {
    /// Relative to its folder: `chair/index.html`.
    std::string_view path;
    std::string_view content;
};

/// rostrum_embed generates one function for each folder. The files are sorted by path.
namespace embedded {
std::span<const EmbeddedFile> web();
std::span<const EmbeddedFile> demo();
std::span<const EmbeddedFile> states();
std::span<const EmbeddedFile> languages();
}  // namespace embedded

}  // namespace rostrum
