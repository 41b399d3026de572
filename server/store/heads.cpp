#include "store/heads.hpp"

#include <cstdint>
#include <exception>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_to.hpp>

namespace rostrum::store {
namespace {

namespace json = boost::json;

/// A SHA-256 in hexadecimal.
constexpr std::size_t hash_length = 64;

Head head_of(const json::value& value) {
    const json::object& head = value.as_object();
    Head read;
    read.room = RoomId{json::value_to<std::string>(head.at("room"))};
    read.revision = Revision{json::value_to<std::uint64_t>(head.at("revision"))};
    read.hash = json::value_to<std::string>(head.at("hash"));
    const bool is_hash = read.hash.size() == hash_length &&
                         read.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (read.room.empty() || read.revision == Revision{} || !is_hash)
        throw std::runtime_error("one of its heads is malformed");
    return read;
}

}  // namespace

std::string heads_to_json(const NotedHeads& noted) {
    std::string text =
        R"("log": )" + json::serialize(json::string(noted.log_id)) + R"(, "heads": [)";
    std::string_view separator = "\n";
    for (const Head& head : noted.heads) {
        text += separator;
        text += R"(  {"room": )" + json::serialize(json::string(head.room.value)) +
                R"(, "revision": )" + std::to_string(head.revision.value) + R"(, "hash": ")" +
                head.hash + "\"}";
        separator = ",\n";
    }
    return text + "\n]";
}

std::optional<NotedHeads> heads_from_json(std::string_view text) {
    try {
        const json::value value = json::parse(text);
        NotedHeads noted;
        noted.log_id = json::value_to<std::string>(value.at("log"));
        for (const json::value& head : value.at("heads").as_array())
            noted.heads.push_back(head_of(head));
        return noted;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace rostrum::store
