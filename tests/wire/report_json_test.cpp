#include "wire/report_json.hpp"

#include <array>
#include <string>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "wire/sample_figures.hpp"

namespace rostrum::wire {
namespace {

namespace json = boost::json;

/// 11 April 2018, 09:00:00.007 in Geneva.
constexpr Instant nine = instant_from_unix_ms(1'523'430'000'007);

Record record(const std::string& room, const std::string& plate) {
    Record kept;
    kept.room = RoomId{room};
    RecordLine line{MeetingId{"cuba"}, FloorEvent::statement, nine,
                    nine + std::chrono::seconds{90}};
    line.plate = RecordedPlate{plate};
    line.kind = InscriptionKind::point_of_order;
    line.spoken = Duration{89'600};
    line.ruling = Ruling::upheld;
    line.ruling_text = "So ruled.";
    line.passed_from = PassedTime{{"Norway", "NO"}, Duration{72'000}};
    RecordLine closed{MeetingId{"cuba"}, FloorEvent::closed, nine + std::chrono::seconds{90}};
    kept.lines = {line, closed};
    ActNote note;
    note.revision = Revision{4};
    note.kind = kind_of<Next>();
    note.at = nine;
    note.actor = {Role::chair, "Chair's tablet"};
    note.meeting = MeetingId{"cuba"};
    kept.acts = {{note, {{plate}, {"Norway", "NO"}}}};
    return kept;
}

TEST_CASE("report: figures in JSON are numbers, with the definitions that they follow") {
    const json::value written = json::parse(figures_json("Room XX", test::sample_figures()));
    CHECK(written.at("scope") == json::value{{"title", "Room XX"}, {"meetings", 12}});
    CHECK(written.at("definitions") == json::value{{"nhri", "beside"}, {"read_by", "counted"}});
    CHECK(written.at("figures").at(0) == json::value{{"key", "csos_took_floor"}, {"value", 55.0}});
    CHECK(written.at("kinds").at(0) == json::value{{"kind", "INSCRIPTION_KIND_QUESTION"},
                                                   {"count", 3},
                                                   {"allotted_ms", 360'000},
                                                   {"used_ms", 299'500}});
    CHECK(written.at("speakers").at(0) == json::value{{"meeting_id", "cuba"},
                                                      {"state", {{"code", "CU"}, {"name", "Cuba"}}},
                                                      {"title", "CSO: \"food\", health"},
                                                      {"state_code", ""},
                                                      {"kind", "INSCRIPTION_KIND_PANEL_STATEMENT"},
                                                      {"allotted_ms", 360'000},
                                                      {"used_ms", 350'499},
                                                      {"turns", 2}});
    CHECK(written.at("speakers").at(1).at("allotted_ms").is_null());
    CHECK(written.at("guests") == json::value{{{"name", "=UNICEF"}, {"meetings", 2}, {"left", 0}}});
}

TEST_CASE("report: the record in JSON") {
    const std::array kept{record("xx", "=1")};
    const json::value written = json::parse(record_json(kept));
    CHECK(written.at("turns").at(0) ==
          json::value{{"room_id", "xx"},
                      {"meeting_id", "cuba"},
                      {"from_unix_ms", 1'523'430'000'007},
                      {"to_unix_ms", 1'523'430'090'007},
                      {"kind", "INSCRIPTION_KIND_POINT_OF_ORDER"},
                      {"title", "=1"},
                      {"spoken_ms", 89'600},
                      {"silence", false},
                      {"ruling", "RULING_UPHELD"},
                      {"ruling_text", "So ruled."},
                      {"read_by", ""},
                      {"addressed_to", json::array{}},
                      {"passed_to", nullptr},
                      {"passed_from", {{"title", "Norway"}, {"ms", 72'000}}}});
    CHECK(written.at("moments").at(0) == json::value{{"room_id", "xx"},
                                                     {"meeting_id", "cuba"},
                                                     {"at_unix_ms", 1'523'430'090'007},
                                                     {"what", "CLOSED"},
                                                     {"kind", ""},
                                                     {"title", ""},
                                                     {"absence_reason", ""},
                                                     {"resumes_at_unix_ms", 0}});
    CHECK(written.at("acts").at(0) == json::value{{"room_id", "xx"},
                                                  {"revision", 4},
                                                  {"at_unix_ms", 1'523'430'000'007},
                                                  {"role", "chair"},
                                                  {"device", "Chair's tablet"},
                                                  {"kind", "ACT_KIND_NEXT"},
                                                  {"meeting_id", "cuba"},
                                                  {"about", "=1, Norway"}});
}

}  // namespace
}  // namespace rostrum::wire
