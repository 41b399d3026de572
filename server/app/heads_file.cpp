#include "app/heads_file.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_to.hpp>

#include "app/exit_code.hpp"

namespace rostrum::app {

namespace {

namespace json = boost::json;

/// Some thousands of rooms.
constexpr std::size_t longest_file = 1024UL * 1024;

/// A SHA-256 in hexadecimal.
constexpr std::size_t hash_length = 64;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text(longest_file + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (!stream.eof()) throw std::runtime_error("it cannot be read, or is too long");
    return text;
}

store::Head head_of(const json::value& value) {
    const json::object& head = value.as_object();
    store::Head read;
    read.room = RoomId{json::value_to<std::string>(head.at("room"))};
    read.revision = Revision{json::value_to<std::uint64_t>(head.at("revision"))};
    read.hash = json::value_to<std::string>(head.at("hash"));
    const bool is_hash = read.hash.size() == hash_length &&
                         read.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (read.room.empty() || read.revision == Revision{} || !is_hash)
        throw std::runtime_error("a head in it is none");
    return read;
}

}  // namespace

void write_heads(const std::filesystem::path& file, const NotedHeads& noted) {
    const std::filesystem::path unfinished = file.string() + ".new";
    std::ofstream stream(unfinished);
    stream << R"({"log": )" << json::serialize(json::string(noted.log_id)) << R"(, "heads": [)";
    std::string_view separator = "\n";
    for (const store::Head& head : noted.heads) {
        stream << separator << R"(  {"room": )" << json::serialize(json::string(head.room.value))
               << R"(, "revision": )" << head.revision.value << R"(, "hash": ")" << head.hash
               << R"("})";
        separator = ",\n";
    }
    stream << "\n]}\n";
    stream.close();
    std::error_code error;
    if (stream) std::filesystem::rename(unfinished, file, error);
    if (!stream || error)
        throw Failure(ExitCode::failed, "The heads could not be written to " + file.string() + ".");
}

NotedHeads read_heads(const std::filesystem::path& file) {
    try {
        const json::value value = json::parse(text_of(file));
        NotedHeads noted;
        noted.log_id = json::value_to<std::string>(value.at("log"));
        for (const json::value& head : value.at("heads").as_array())
            noted.heads.push_back(head_of(head));
        return noted;
    } catch (const std::exception&) {
        throw Failure(ExitCode::usage, file.string() +
                                           " holds no heads of a log. `rostrum verify --output "
                                           "FILE` writes such a file.");
    }
}

}  // namespace rostrum::app
