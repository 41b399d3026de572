// Our JSON is the proto3 mapping, as protobuf itself writes it.
#include <cmath>
#include <limits>

#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include "encodings.hpp"
#include "rostrum/v1/http.pb.h"
#include "rostrum/v1/live.pb.h"
#include "rostrum/v1/programme.pb.h"
#include "sample_room.hpp"
#include "wire/json/json_scan.hpp"
#include "wire/json/read_json.hpp"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire::json_test {
namespace {

using google::protobuf::util::MessageDifferencer;

template <class Message>
Message read(const std::string& json) {
    Message message;
    std::vector<Fault> faults;
    INFO(json);
    CHECK(read_json(json, message, faults));
    CHECK(faults.empty());
    return message;
}

template <class Message>
std::vector<Fault> faults_of(const std::string& json) {
    Message message;
    std::vector<Fault> faults;
    read_json(json, message, faults);
    return faults;
}

const std::string programme = R"({
  "title": "A round",
  "rooms": [
    {"id": "xxvii", "timeZone": "Europe/Zurich", "meetings": [
      {"state": {"code": "CU"}, "startsAt": "2018-04-11T09:00:00.250+02:00",
       "panel": [{"kind": "DELEGATION_KIND_NHRI", "allottedS": 360}, {"standing": 2}]}
    ]},
    {}
  ]
})";

TEST_CASE("JSON is read as protobuf reads it") {
    for (const std::string& json :
         {programme, std::string{"{}"}, std::string{R"({"rooms": [], "title": null})"},
          std::string{R"({"rooms": [{"time_zone": "UTC", "meetings":
              [{"starts_at": "1970-01-01T00:00:00Z", "sur_statement_s": "90"}]}]})"}}) {
        v1::Programme theirs;
        REQUIRE(google::protobuf::util::JsonStringToMessage(json, &theirs).ok());
        CHECK(MessageDifferencer::Equals(read<v1::Programme>(json), theirs));
        CHECK(MessageDifferencer::Equals(read<v1::Programme>(write_json(theirs)), theirs));
    }
}

/// Field by field, in the same order: only escapes of texts may differ.
boost::json::value as_protobuf_writes(const google::protobuf::Message& message) {
    google::protobuf::util::JsonPrintOptions options;
    options.always_print_primitive_fields = true;
    std::string json;
    REQUIRE(google::protobuf::util::MessageToJsonString(message, &json, options).ok());
    return boost::json::parse(json);
}
boost::json::value as_we_write(const google::protobuf::Message& message) {
    return boost::json::parse(write_json(message));
}

TEST_CASE("JSON is written as protobuf writes it") {
    for (const Room& room : {sample_room(), Room{}}) {
        v1::Snapshot snapshot;
        write_room(room, View::podium, *snapshot.mutable_room());
        CHECK(as_we_write(snapshot) == as_protobuf_writes(snapshot));
    }
    v1::Programme dated;
    REQUIRE(google::protobuf::util::JsonStringToMessage(programme, &dated).ok());
    CHECK(as_we_write(dated) == as_protobuf_writes(dated));
}

TEST_CASE("any text is written as protobuf writes it") {
    v1::Programme message;
    std::string every;
    for (char byte = 0; byte >= 0; ++byte) every += byte;
    message.set_title(every + "\u00a0\u2028\u2029 \u0645\u0631\u062d\u0628\u0627 \U0001F3DB");
    CHECK(as_we_write(message) == as_protobuf_writes(message));
    CHECK(write_json(message).find('<') == std::string::npos);
    message.set_title("<b>\"\n\x01");
    CHECK(write_json(message).starts_with(R"({"title":"\u003cb\u003e\"\n\u0001")"));
}

TEST_CASE("any number is written as protobuf writes it") {
    for (const double number : {0.0, -0.5, 12.25, 1523430000000.0, 1523430000000.5, 1e300, -1e-300,
                                9007199254740993.0, 123456789.123}) {
        v1::ServerMessage message;
        message.mutable_time_sync_reply()->set_server_unix_ms(number);
        CHECK(as_we_write(message) == as_protobuf_writes(message));
    }
    v1::ServerMessage message;
    message.mutable_time_sync_reply()->set_client_ms(std::numeric_limits<double>::infinity());
    message.mutable_time_sync_reply()->set_server_unix_ms(std::nan(""));
    CHECK(as_we_write(message) == as_protobuf_writes(message));
    v1::ServerMessage unknown;
    unknown.mutable_goodbye()->set_reason(static_cast<v1::Goodbye::Reason>(77));
    CHECK(as_we_write(unknown) == as_protobuf_writes(unknown));
}

TEST_CASE("numbers may have quotes") {
    CHECK(read<v1::Snapshot>(R"({"revision": 7})").revision() == 7);
    CHECK(read<v1::Snapshot>(R"({"revision": "18446744073709551615"})").revision() ==
          18'446'744'073'709'551'615U);
    CHECK(read<v1::Snapshot>(R"({"revision": 3.0})").revision() == 3);
    CHECK(read<v1::Snapshot>(R"({"serverUnixMs": 12})").server_unix_ms() == 12.0);
    CHECK(read<v1::Snapshot>(R"({"serverUnixMs": "-1.5e3"})").server_unix_ms() == -1500.0);
    CHECK(read<v1::Turn>(R"({"spokenMs": "-9223372036854775808"})").spoken_ms() ==
          std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("invalid and too large numbers are faults") {
    const std::vector<Fault> whole{{"revision", {"", "This must be a whole number, 0 or more."}}};
    for (const char* value :
         {R"("")", R"("7 ")", R"("x")", "-1", "1.5", "true", "[]", "{}", "18446744073709551616"}) {
        INFO(value);
        CHECK(faults_of<v1::Snapshot>(std::string{R"({"revision": )"} + value + "}") == whole);
    }
    CHECK(faults_of<v1::PlannedDelegation>(R"({"allottedS": 2147483648})") ==
          std::vector<Fault>{{"allottedS", {"", "This must be a whole number."}}});
    CHECK(faults_of<v1::Snapshot>(R"({"serverUnixMs": "soon"})") ==
          std::vector<Fault>{{"serverUnixMs", {"", "This must be a number."}}});
}

TEST_CASE("values of another type are faults, each at its place") {
    CHECK(faults_of<v1::Programme>(R"({"title": 5, "rooms": [{"meetings": {}}, 7, {"id": []}]})") ==
          std::vector<Fault>{{"title", {"", "This must be a text, in quotes."}},
                             {"rooms[0].meetings", {"", "This must be a list: […]."}},
                             {"rooms[1]", {"", "This must be an object, in braces."}},
                             {"rooms[2].id", {"", "This must be a text, in quotes."}}});
    CHECK(faults_of<v1::Programme>("[]") ==
          std::vector<Fault>{{"", {"", "This must be an object, in braces."}}});
}

TEST_CASE("times and names of values are checked") {
    const Fault time{"startsAt",
                     {"", "This must be a time such as \"2018-04-11T09:00:00+02:00\"."}};
    for (const char* value : {R"("2018-04-11")", R"("2018-02-30T09:00:00Z")", R"("soon")",
                              R"("2018-04-11T09:00:00")", "1523430000", "{}"}) {
        INFO(value);
        CHECK(faults_of<v1::PlannedMeeting>(std::string{R"({"startsAt": )"} + value + "}") ==
              std::vector<Fault>{time});
    }
    const Fault standing{
        "standing",
        {"",
         "This must be one of STANDING_PRESENT, STANDING_ABSENT, STANDING_EXPECTED, "
         "STANDING_READ_BY."}};
    for (const char* value : {R"("PRESENT")", R"("standing_present")", "5", "-1", "1.5", "true"}) {
        INFO(value);
        CHECK(faults_of<v1::PlannedDelegation>(std::string{R"({"standing": )"} + value + "}") ==
              std::vector<Fault>{standing});
    }
}

TEST_CASE("a field that is given twice is a fault") {
    CHECK(faults_of<v1::Programme>(R"({"rooms": [{"id": "a", "name": "b", "id": "c"}]})") ==
          std::vector<Fault>{{"rooms[0].id", {"", "This is given twice."}}});
    CHECK(faults_of<v1::PlannedRoom>(R"({"timeZone": "UTC", "time_zone": "UTC"})") ==
          std::vector<Fault>{{"time_zone", {"", "This is given twice, under both its names."}}});
}

TEST_CASE("invalid JSON is one fault, at its line and column") {
    const auto fault = [](const std::string& json) {
        v1::Programme message;
        std::vector<Fault> faults;
        CHECK(!read_json(json, message, faults));
        REQUIRE(faults.size() == 1);
        return faults.front();
    };
    CHECK(fault("") == Fault{"line 1, column 1",
                             {"", "This JSON ends too early: something in it is not closed."}});
    CHECK(fault("{\n  \"title\": \"A round\",\n}") ==
          Fault{"line 3, column 1", {"", "From here on this is not JSON."}});
    CHECK(fault("{}\n{}") == Fault{"line 2, column 1", {"", "The JSON is over before this."}});
    CHECK(fault("{\"title\": \"\xc3\x28\"}").place == "line 1, column 12");
    CHECK(fault("{'title': ''}").place == "line 1, column 2");
}

TEST_CASE("the lines of values are found despite braces and quotes in texts") {
    const std::string json =
        "\n{\"a\": \"}]\\\"\\\\\",\r\n \"b\": [1, {\"c\" :\n null}, []\n],\"d\":{\"e\": 1}}";
    std::vector<std::string> found;
    const JsonScan scan{json, [&](std::string_view place, std::size_t line) {
                            found.push_back(std::to_string(line).append(" ").append(place));
                            return place != "d";
                        }};
    CHECK(found == std::vector<std::string>{"2 ", "2 a", "3 b", "3 b[0]", "3 b[1]", "4 b[1].c",
                                            "4 b[2]", "5 d"});
    CHECK(scan.repeated_fields().empty());
}

TEST_CASE("an unknown name is cut in a place") {
    const std::string name(63, 'n');
    CHECK(place_of("rooms[0]", name + "m") == "rooms[0]." + name + "m");
    CHECK(place_of("rooms[0]", name + "mm") == "rooms[0]." + name + "m…");
    CHECK(place_of("", name + "ém") == name + "…");
    const std::string json = R"({")" + name + R"(mm": [{"a": 1, "a": 2}]})";
    CHECK(JsonScan{json}.repeated_fields() == std::vector{name + "m…[0].a"});
}

TEST_CASE("entries beyond those of any programme are not read") {
    std::string rooms = "{}";
    for (int i = 1; i < 20'000; ++i) rooms += ", {}";
    CHECK(faults_of<v1::Programme>(R"({"rooms": [)" + rooms + "]}").empty());
    CHECK(faults_of<v1::Programme>(R"({"rooms": [)" + rooms + ", {}, {}]}") ==
          std::vector<Fault>{
              {"rooms[20000]", {"", "This is one entry more than a programme can have."}}});
}

TEST_CASE("at most 1,000 faults are reported") {
    std::string fields;
    for (int i = 0; i < 2000; ++i)
        fields += (fields.empty() ? R"("a": )" : R"(, "b": )") + std::to_string(i);
    CHECK(JsonScan{"{" + fields + "}"}.repeated_fields().size() == 1000);
    std::string rooms;
    for (int i = 0; i < 2000; ++i) rooms += rooms.empty() ? "1" : ", 1";
    CHECK(faults_of<v1::Programme>(R"({"rooms": [)" + rooms + "]}").size() == 1000);
}

}  // namespace
}  // namespace rostrum::wire::json_test
