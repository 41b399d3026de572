#include "cli/send_command.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "cli/command_text.hpp"
#include "cli/http_request.hpp"
#include "cli/json_path.hpp"

namespace rostrum::cli {

namespace json = boost::json;

namespace {

json::object object_in(const HttpAnswer& answer, const Target& target) {
    json::error_code fault;
    json::value value = json::parse(answer.body, fault);
    if (fault || !value.is_object())
        throw Unreachable("What answers at " + authority_of(target) + " is not a Rostrum server.");
    return std::move(value.get_object());
}

/// The sentence in an application/problem+json.
std::string problem_sentence(const json::object& problem) {
    const std::string detail = text_at(problem, {"detail"});
    return detail.empty() ? text_at(problem, {"title"}, "The server refused the command.") : detail;
}

}  // namespace

Answer send_command(const Target& target, std::string_view text) {
    const std::string room = "/api/v1/rooms/" + target.room;
    json::object command;
    if (is_short_word(text)) {
        const HttpAnswer seen = http_request(target, room);
        const json::object snapshot = object_in(seen, target);
        if (seen.status != 200) return {false, problem_sentence(snapshot)};
        command = short_command(text, snapshot);
    } else {
        command = typed_command(text);
    }

    const HttpAnswer response =
        http_request(target, room + "/commands", json::serialize(with_id(std::move(command))));
    const json::object answer = object_in(response, target);
    if (response.status != 200) return {false, problem_sentence(answer)};
    return {true, "Accepted: revision " + std::to_string(number_at(answer, {"revision"})) + "."};
}

}  // namespace rostrum::cli
