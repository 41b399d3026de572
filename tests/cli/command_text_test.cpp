#include "cli/command_text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include "cli/target.hpp"

namespace json = boost::json;
using namespace rostrum::cli;

namespace {

json::object parsed(std::string_view text) {
    return json::parse(text).as_object();
}

const json::object speaking = parsed(R"({"revision":"9","room":{
    "floor":{"statement":{"id":"7","inscriptionId":"p1"}},
    "list":{"nextInscriptionId":"p2"},
    "memory":{"last":{"revision":"8"},"count":3}}})");

const json::object silent = parsed(R"({"revision":"9","room":{
    "floor":{}, "list":{"nextInscriptionId":"p1"}, "memory":{"count":0}}})");

}  // namespace

TEST_CASE("a short word names what the sender saw, as a tap does") {
    CHECK(short_command("next", speaking) ==
          parsed(R"({"next":{"endingStatementId":"7","callingInscriptionId":"p2"}})"));
    CHECK(short_command("pause", speaking) == parsed(R"({"pauseStatement":{"statementId":"7"}})"));
    CHECK(short_command("resume", speaking) ==
          parsed(R"({"resumeStatement":{"statementId":"7"}})"));
    CHECK(short_command("end", speaking) == parsed(R"({"endStatement":{"statementId":"7"}})"));
    CHECK(short_command("undo", speaking) == parsed(R"({"undo":{"revision":"8"}})"));
}

TEST_CASE("a short word names nobody when the floor is free") {
    CHECK(short_command("next", silent) ==
          parsed(R"({"next":{"endingStatementId":"0","callingInscriptionId":"p1"}})"));
    CHECK(short_command("pause", silent) == parsed(R"({"pauseStatement":{"statementId":"0"}})"));
    CHECK(short_command("undo", silent) == parsed(R"({"undo":{"revision":"0"}})"));
}

TEST_CASE("there are five short words") {
    for (const auto* word : {"next", "pause", "resume", "end", "undo"}) CHECK(is_short_word(word));
    CHECK_FALSE(is_short_word("open"));
    CHECK_FALSE(is_short_word(R"({"next":{}})"));
}

TEST_CASE("a typed command keeps its id, or gets a new one") {
    const auto own = with_id(typed_command(R"({"id":"my-own-id","next":{}})"));
    CHECK(own.at("id") == "my-own-id");

    const auto first = with_id(typed_command(R"({"next":{}})"));
    const auto second = with_id(typed_command(R"({"next":{}})"));
    CHECK(first.at("id").as_string().size() == 26);
    CHECK(first.at("id") != second.at("id"));
    CHECK(first.contains("next"));
}

TEST_CASE("an invalid command is refused with a valid example") {
    CHECK_THROWS_AS(typed_command("nxet"), Unusable);
    CHECK_THROWS_AS(typed_command("[1]"), Unusable);
    CHECK_THROWS_WITH(typed_command("{"),
                      "`{` is neither a command in JSON, such as {\"next\":{}}, nor one of the "
                      "short words next, pause, resume, end, undo.");
}
