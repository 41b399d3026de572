#include "wire/report_json.hpp"

#include <span>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "rostrum/v1/room.pb.h"
#include "wire/http.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/report/reports.hpp"
#include "wire/report/write.hpp"

namespace rostrum::wire {

namespace {

namespace json = boost::json;

json::string text(std::string_view value) {
    return json::string(value.data(), value.size());
}

std::string kind_name(InscriptionKind kind) {
    return v1::InscriptionKind_Name(to_proto(kind));
}

std::vector<std::pair<const char*, double>> numbers(const Figures& figures) {
    const auto count = [](std::size_t number) { return static_cast<double>(number); };
    return {{"csos_took_floor", count(figures.csos_took_floor)},
            {"represented_by_women", count(figures.represented_by_women)},
            {"national_csos", count(figures.national_csos)},
            {"nhris", count(figures.nhris)},
            {"missions", count(figures.missions)},
            {"missions_average", figures.missions_average},
            {"missions_share_percent", figures.missions_share_percent},
            {"surs_attended", count(figures.surs_attended)},
            {"plates_absent", count(figures.plates_absent)}};
}

const char* nhri_counted(const FigureDefinitions& definitions) {
    return definitions.nhris_are_csos ? "inside" : "beside";
}

const char* read_by_counted(const FigureDefinitions& definitions) {
    return definitions.read_by_another_counts ? "counted" : "not_counted";
}

std::string of_meeting(const std::optional<MeetingId>& meeting) {
    return meeting ? meeting->value : "";
}

std::string ruling_of(const RecordLine& line) {
    return line.ruling ? v1::Ruling_Name(to_proto(*line.ruling)) : "";
}

json::array titles_of(std::span<const RecordedPlate> plates) {
    json::array titles;
    for (const RecordedPlate& plate : plates) titles.push_back(text(plate.title));
    return titles;
}

json::value passed_json(const std::optional<PassedTime>& passed) {
    if (!passed) return nullptr;
    return json::object{{"title", passed->other.title}, {"ms", passed->time.count()}};
}

bool is_turn(const RecordLine& line) {
    return line.what == FloorEvent::statement || line.what == FloorEvent::silence;
}

json::object turn_json(const RoomId& room, const RecordLine& line) {
    return {{"room_id", room.value},
            {"meeting_id", line.meeting.value},
            {"from_unix_ms", unix_ms(line.from)},
            {"to_unix_ms", unix_ms(*line.to)},
            {"kind", kind_name(line.kind)},
            {"title", line.plate->title},
            {"spoken_ms", line.spoken.count()},
            {"silence", line.what == FloorEvent::silence},
            {"ruling", ruling_of(line)},
            {"ruling_text", line.ruling_text},
            {"read_by", line.read_by ? line.read_by->title : ""},
            {"addressed_to", titles_of(line.addressed_to)},
            {"passed_to", passed_json(line.passed_to)},
            {"passed_from", passed_json(line.passed_from)}};
}

json::object moment_json(const RoomId& room, const RecordLine& line) {
    return {{"room_id", room.value},
            {"meeting_id", line.meeting.value},
            {"at_unix_ms", unix_ms(line.from)},
            {"what", text(report::name_of(line.what))},
            {"kind", line.plate ? kind_name(line.kind) : ""},
            {"title", line.plate ? line.plate->title : ""},
            {"absence_reason", line.absence_reason},
            {"resumes_at_unix_ms", line.resumes_at ? unix_ms(*line.resumes_at) : 0}};
}

std::string joined_titles(std::span<const RecordedPlate> plates) {
    std::string titles;
    for (const RecordedPlate& plate : plates)
        titles.append(titles.empty() ? "" : ", ").append(plate.title);
    return titles;
}

json::object act_json(const RoomId& room, const RecordedAct& act) {
    return {{"room_id", room.value},
            {"revision", act.note.revision.value},
            {"at_unix_ms", unix_ms(act.note.at)},
            {"role", text(role_name(act.note.actor.role))},
            {"device", act.note.actor.device},
            {"kind", v1::ActKind_Name(to_proto(act.note.kind))},
            {"meeting_id", of_meeting(act.note.meeting)},
            {"about", joined_titles(act.about)}};
}

}  // namespace

std::string figures_json(std::string_view title, const Figures& figures) {
    json::array values;
    for (const auto& [key, value] : numbers(figures))
        values.push_back(json::object{{"key", key}, {"value", value}});
    json::array kinds;
    for (const KindFigures& kind : figures.kinds) {
        kinds.push_back(json::object{{"kind", kind_name(kind.kind)},
                                     {"count", kind.count},
                                     {"allotted_ms", kind.allotted.count()},
                                     {"used_ms", kind.used.count()}});
    }
    json::array speakers;
    for (const SpeakerFigures& speaker : figures.speakers) {
        speakers.push_back(
            json::object{{"meeting_id", speaker.meeting.value},
                         {"state", {{"code", speaker.state.code}, {"name", speaker.state.name}}},
                         {"title", speaker.title},
                         {"state_code", speaker.state_code},
                         {"kind", kind_name(speaker.kind)},
                         {"allotted_ms", speaker.allotted ? json::value(speaker.allotted->count())
                                                          : json::value(nullptr)},
                         {"used_ms", speaker.used.count()},
                         {"turns", speaker.turns}});
    }
    json::array attendance;
    for (const MissionFigures& mission : figures.attendance) {
        attendance.push_back(
            json::object{{"state", {{"code", mission.state.code}, {"name", mission.state.name}}},
                         {"meetings", mission.meetings},
                         {"left", mission.left}});
    }
    json::array guests;
    for (const GuestFigures& guest : figures.guests)
        guests.push_back(
            json::object{{"name", guest.name}, {"meetings", guest.meetings}, {"left", guest.left}});
    return serialize(
        json::object{{"scope", {{"title", text(title)}, {"meetings", figures.meetings}}},
                     {"definitions",
                      {{"nhri", nhri_counted(figures.definitions)},
                       {"read_by", read_by_counted(figures.definitions)}}},
                     {"figures", std::move(values)},
                     {"kinds", std::move(kinds)},
                     {"speakers", std::move(speakers)},
                     {"attendance", std::move(attendance)},
                     {"guests", std::move(guests)}});
}

std::string record_json(std::span<const Record> records) {
    json::array turns;
    json::array moments;
    json::array acts;
    for (const Record& record : records) {
        for (const RecordLine& line : record.lines) {
            if (is_turn(line))
                turns.push_back(turn_json(record.room, line));
            else
                moments.push_back(moment_json(record.room, line));
        }
        for (const RecordedAct& act : record.acts) acts.push_back(act_json(record.room, act));
    }
    return serialize(json::object{
        {"turns", std::move(turns)}, {"moments", std::move(moments)}, {"acts", std::move(acts)}});
}

std::string document_json(const report::Document& document) {
    json::array facts;
    for (const auto& [name, value] : document.facts) facts.push_back(json::array{name, value});
    json::array tables;
    for (const report::Table& each : document.tables) {
        const report::TextTable table = report::text_table(each);
        json::array headings;
        json::array numbers;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            headings.push_back(text(table.columns[i].heading));
            if (table.columns[i].is_number) numbers.push_back(static_cast<std::int64_t>(i));
        }
        json::array rows;
        for (const auto& cells : table.rows) {
            json::array row;
            for (const std::string& cell : cells) row.push_back(text(cell));
            rows.push_back(std::move(row));
        }
        tables.push_back(json::object{{"heading", table.heading},
                                      {"columns", std::move(headings)},
                                      {"numbers", std::move(numbers)},
                                      {"rows", std::move(rows)}});
    }
    return serialize(json::object{
        {"title", document.title}, {"facts", std::move(facts)}, {"tables", std::move(tables)}});
}

}  // namespace rostrum::wire
