#include "wire/report_json.hpp"

#include <array>
#include <charconv>
#include <ctime>
#include <system_error>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "rostrum/v1/room.pb.h"
#include "wire/http.hpp"
#include "wire/protobuf/enums.hpp"

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

/// A quoted cell. One that a spreadsheet would take for a formula is marked as text.
std::string cell(std::string_view value) {
    std::string quoted = "\"";
    if (!value.empty() &&
        std::string_view{"=+-@\t\r"}.find(value.front()) != std::string_view::npos)
        quoted += '\'';
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string row(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& one : cells) line += (line.empty() ? "" : ",") + one;
    return line + "\r\n";
}

std::string seconds(Duration time) {
    return std::to_string(std::chrono::round<std::chrono::seconds>(time).count());
}

/// With one decimal, unless that is 0.
std::string number(double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    std::string digits(text.data(), error == std::errc{} ? end : text.data());
    if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
    return digits;
}

std::string iso(Instant instant) {
    const auto seconds = static_cast<std::time_t>(unix_ms(instant) / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    const std::string thousands = std::to_string(1000 + unix_ms(instant) % 1000);
    return std::string{text.data(), length} + '.' + thousands.substr(1) + 'Z';
}

std::string of_meeting(const std::optional<MeetingId>& meeting) {
    return meeting ? meeting->value : "";
}

std::string ruling_of(const RecordedTurn& turn) {
    return turn.ruling ? v1::Ruling_Name(to_proto(*turn.ruling)) : "";
}

json::object turn_json(const RoomId& room, const RecordedTurn& turn) {
    return {{"room_id", room.value},
            {"meeting_id", turn.meeting.value},
            {"from_unix_ms", unix_ms(turn.from)},
            {"to_unix_ms", unix_ms(turn.to)},
            {"kind", kind_name(turn.kind)},
            {"title", turn.title},
            {"spoken_ms", turn.spoken.count()},
            {"silence", turn.silence},
            {"ruling", ruling_of(turn)},
            {"ruling_text", turn.ruling_text}};
}

std::string turn_row(const RoomId& room, const RecordedTurn& turn) {
    return row({room.value, cell(turn.meeting.value), iso(turn.from), iso(turn.to),
                kind_name(turn.kind), cell(turn.title), seconds(turn.spoken),
                turn.silence ? "yes" : "no", ruling_of(turn), cell(turn.ruling_text)});
}

json::object act_json(const RoomId& room, const RecordedAct& act) {
    return {{"room_id", room.value},
            {"revision", act.note.revision.value},
            {"at_unix_ms", unix_ms(act.note.at)},
            {"role", text(role_name(act.note.actor.role))},
            {"device", act.note.actor.device},
            {"kind", v1::ActKind_Name(to_proto(act.note.kind))},
            {"meeting_id", of_meeting(act.note.meeting)},
            {"about", act.about}};
}

std::string act_row(const RoomId& room, const RecordedAct& act) {
    return row({room.value, std::to_string(act.note.revision.value), iso(act.note.at),
                std::string{role_name(act.note.actor.role)}, cell(act.note.actor.device),
                v1::ActKind_Name(to_proto(act.note.kind)), cell(of_meeting(act.note.meeting)),
                cell(act.about)});
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
                         {"kind", kind_name(speaker.kind)},
                         {"allotted_ms", speaker.allotted.count()},
                         {"used_ms", speaker.used.count()},
                         {"turns", speaker.turns}});
    }
    return serialize(
        json::object{{"scope", {{"title", text(title)}, {"meetings", figures.meetings}}},
                     {"definitions",
                      {{"nhri", nhri_counted(figures.definitions)},
                       {"read_by", read_by_counted(figures.definitions)}}},
                     {"figures", std::move(values)},
                     {"kinds", std::move(kinds)},
                     {"speakers", std::move(speakers)}});
}

std::string figures_csv(std::string_view title, const Figures& figures) {
    std::string csv = row({"scope", cell(title)});
    csv += row({"meetings", std::to_string(figures.meetings)});
    csv += row({"definition.nhri", nhri_counted(figures.definitions)});
    csv += row({"definition.read_by", read_by_counted(figures.definitions)});
    csv += "\r\n" + row({"figure", "value"});
    for (const auto& [key, value] : numbers(figures)) csv += row({key, number(value)});
    csv += "\r\n" + row({"kind", "statements", "allotted_s", "used_s"});
    for (const KindFigures& kind : figures.kinds)
        csv += row({kind_name(kind.kind), std::to_string(kind.count), seconds(kind.allotted),
                    seconds(kind.used)});
    csv += "\r\n" + row({"meeting", "state", "plate", "kind", "turns", "allotted_s", "used_s"});
    for (const SpeakerFigures& speaker : figures.speakers)
        csv += row({cell(speaker.meeting.value), cell(speaker.state.name), cell(speaker.title),
                    kind_name(speaker.kind), std::to_string(speaker.turns),
                    seconds(speaker.allotted), seconds(speaker.used)});
    return csv;
}

std::string record_json(std::span<const Record> records) {
    json::array turns;
    json::array acts;
    for (const Record& record : records) {
        for (const RecordedTurn& turn : record.turns) turns.push_back(turn_json(record.room, turn));
        for (const RecordedAct& act : record.acts) acts.push_back(act_json(record.room, act));
    }
    return serialize(json::object{{"turns", std::move(turns)}, {"acts", std::move(acts)}});
}

std::string record_csv(std::span<const Record> records) {
    std::string turns = row({"room", "meeting", "from", "to", "kind", "plate", "spoken_s",
                             "silence", "ruling", "ruling_text"});
    std::string acts = row({"room", "revision", "at", "role", "device", "act", "meeting", "about"});
    for (const Record& record : records) {
        for (const RecordedTurn& turn : record.turns) turns += turn_row(record.room, turn);
        for (const RecordedAct& act : record.acts) acts += act_row(record.room, act);
    }
    return turns + "\r\n" + acts;
}

}  // namespace rostrum::wire
