#include "cli/command_text.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "cli/json_path.hpp"
#include "cli/target.hpp"

namespace rostrum::cli {

namespace json = boost::json;

namespace {

struct ShortWord {
    std::string_view word;
    json::object (*command)(const json::object& room);
};

json::object about_statement(std::string_view act, const json::object& room) {
    return {{act, {{"statementId", text_at(room, {"floor", "statement", "id"}, "0")}}}};
}

constexpr std::array short_words{
    ShortWord{"next",
              [](const json::object& room) -> json::object {
                  return {
                      {"next",
                       {{"endingStatementId", text_at(room, {"floor", "statement", "id"}, "0")},
                        {"callingInscriptionId", text_at(room, {"list", "nextInscriptionId"})}}}};
              }},
    ShortWord{"pause",
              [](const json::object& room) { return about_statement("pauseStatement", room); }},
    ShortWord{"resume",
              [](const json::object& room) { return about_statement("resumeStatement", room); }},
    ShortWord{"end",
              [](const json::object& room) { return about_statement("endStatement", room); }},
    ShortWord{
        "undo",
        [](const json::object& room) -> json::object {
            return {{"undo", {{"revision", text_at(room, {"memory", "last", "revision"}, "0")}}}};
        }},
};

const ShortWord* find(std::string_view text) {
    for (const ShortWord& entry : short_words)
        if (entry.word == text) return &entry;
    return nullptr;
}

}  // namespace

bool is_short_word(std::string_view text) {
    return find(text) != nullptr;
}

json::object short_command(std::string_view word, const json::object& snapshot) {
    const json::value* room = snapshot.if_contains("room");
    static const json::object nothing;
    return find(word)->command(room && room->is_object() ? room->get_object() : nothing);
}

json::object typed_command(std::string_view text) {
    json::error_code fault;
    json::value value = json::parse(text, fault);
    if (fault || !value.is_object())
        throw Unusable("`" + std::string{text} +
                       "` is neither a command in JSON, such as {\"next\":{}}, nor one of the "
                       "short words next, pause, resume, end, undo.");
    return std::move(value.get_object());
}

json::object with_id(json::object command) {
    if (command.contains("id")) return command;
    constexpr std::string_view alphabet =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    std::random_device chance;
    std::string id = "cli-";
    for (int i = 0; i < 22; ++i) id += alphabet[chance() % alphabet.size()];
    command["id"] = id;
    return command;
}

}  // namespace rostrum::cli
