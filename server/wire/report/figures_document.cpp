#include "rostrum/v1/room.pb.h"
#include "wire/protobuf/enums.hpp"
#include "wire/report/reports.hpp"

namespace rostrum::wire::report {

namespace {

std::int64_t count(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

/// What a figure counts, by the definitions that were chosen.
std::string definition(const std::string& key, const FigureDefinitions& chosen,
                       const Words& words) {
    const std::string define = "define." + key;
    std::string text =
        words.first_of({define + (chosen.nhris_are_csos ? ".inside" : ".beside"), define});
    if (key == "csos_took_floor" || key == "national_csos" || key == "nhris")
        text += ' ' + words(chosen.read_by_another_counts ? "define.read_by.counted"
                                                          : "define.read_by.not_counted");
    return text;
}

Table numbers(const Figures& figures, const Words& words) {
    Table table{words("figures.heading"),
                {{words("report.figure"), 40},
                 {words("report.value"), 10},
                 {words("report.definition"), 70}},
                {}};
    const auto add = [&](const std::string& key, Cell value) {
        table.rows.push_back({words("figure." + key), std::move(value),
                              definition(key, figures.definitions, words)});
    };
    add("csos_took_floor", count(figures.csos_took_floor));
    add("represented_by_women", count(figures.represented_by_women));
    add("national_csos", count(figures.national_csos));
    add("nhris", count(figures.nhris));
    add("missions", count(figures.missions));
    add("missions_average", Decimal{figures.missions_average});
    add("missions_share_percent", Percent{figures.missions_share_percent});
    add("surs_attended", count(figures.surs_attended));
    add("plates_absent", count(figures.plates_absent));
    return table;
}

Table times_by_kind(const Figures& figures, const Words& words) {
    Table table{words("kinds.heading"),
                {{words("chart.kind"), 28},
                 {words("chart.statements"), 12},
                 {words("chart.allotted"), 12},
                 {words("chart.used"), 12}},
                {}};
    for (const KindFigures& kind : figures.kinds)
        table.rows.push_back(
            {kind_in(words, kind.kind), count(kind.count), kind.allotted, kind.used});
    return table;
}

std::string speaker_in(const Words& words, const SpeakerFigures& one) {
    // Follow-ups are the moderator's.
    const auto kind = one.kind == InscriptionKind::follow_up ? DelegationKind::moderator
                                                             : DelegationKind::organisation;
    return plate_in(words, {one.title, one.state_code, kind});
}

Table times_by_speaker(const Figures& figures, const Words& words) {
    Table table{words("speakers.heading"),
                {{words("record.meeting"), 24},
                 {words("chart.plate"), 48},
                 {words("chart.kind"), 24},
                 {words("chart.turns"), 8},
                 {words("chart.allotted"), 12},
                 {words("chart.used"), 12}},
                {}};
    for (const SpeakerFigures& one : figures.speakers)
        table.rows.push_back({words.of(one.state), speaker_in(words, one), kind_in(words, one.kind),
                              count(one.turns), one.allotted ? Cell{*one.allotted} : Cell{},
                              one.used});
    return table;
}

Table attendance(const Figures& figures, const Words& words) {
    Table table{words("figures.attendance"),
                {{words("cards.states"), 40}, {words("view.meetings"), 12}},
                {}};
    for (const MissionFigures& one : figures.attendance)
        table.rows.push_back({words.of(one.state), count(one.meetings)});
    return table;
}

Table guests(const Figures& figures, const Words& words) {
    Table table{
        words("figures.guests"), {{words("figures.guest"), 40}, {words("view.meetings"), 12}}, {}};
    for (const GuestFigures& one : figures.guests)
        table.rows.push_back({one.name, count(one.meetings)});
    return table;
}

}  // namespace

std::string plate_in(const Words& words, const RecordedPlate& plate) {
    if (plate.kind == DelegationKind::moderator) return words("kind.moderator");
    if (plate.state_code.empty()) return plate.title;
    return words.of(State{plate.state_code, plate.title});
}

std::string kind_in(const Words& words, InscriptionKind kind) {
    std::string name = v1::InscriptionKind_Name(to_proto(kind));
    return words("kind." + name.substr(std::string_view{"INSCRIPTION_KIND_"}.size()));
}

Document figures_document(std::string_view title, const Figures& figures, const Words& words) {
    const FigureDefinitions& chosen = figures.definitions;
    return {words("tab.figures"),
            {{words("report.of"), std::string{title}},
             {words("report.meetings"), std::to_string(figures.meetings)},
             {words("figures.nhris"),
              words(chosen.nhris_are_csos ? "figures.inside" : "figures.beside")},
             {words("figures.readBy"),
              words(chosen.read_by_another_counts ? "figures.counted" : "figures.notCounted")}},
            {numbers(figures, words), times_by_kind(figures, words),
             times_by_speaker(figures, words), attendance(figures, words), guests(figures, words)},
            {},
            words.language(),
            words.right_to_left()};
}

}  // namespace rostrum::wire::report
