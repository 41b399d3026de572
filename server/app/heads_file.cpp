#include "app/heads_file.hpp"

#include <fstream>
#include <string>
#include <system_error>

#include "app/exit_code.hpp"

namespace rostrum::app {

namespace {

/// Bytes: enough for some thousands of rooms.
constexpr std::size_t longest_file = 1024UL * 1024;

/// Empty if the file is unreadable or too long.
std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text(longest_file + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return stream.eof() ? text : "";
}

}  // namespace

void write_heads(const std::filesystem::path& file, const store::NotedHeads& noted) {
    const std::filesystem::path unfinished = file.string() + ".new";
    std::ofstream stream(unfinished);
    stream << '{' << store::heads_to_json(noted) << "}\n";
    stream.close();
    std::error_code error;
    if (stream) std::filesystem::rename(unfinished, file, error);
    if (!stream || error)
        throw Failure(ExitCode::failed, "The heads could not be written to " + file.string() + ".");
}

store::NotedHeads read_heads(const std::filesystem::path& file) {
    if (auto noted = store::heads_from_json(text_of(file))) return *std::move(noted);
    throw Failure(ExitCode::usage, file.string() +
                                       " holds no heads of a log. `rostrum verify --output "
                                       "FILE` writes such a file.");
}

}  // namespace rostrum::app
