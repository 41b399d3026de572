#include "wire/sheet/headings.hpp"

#include <algorithm>
#include <map>

#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// The most rows of titles and remarks above the headings.
constexpr std::size_t rows_above = 20;

const std::map<std::string, Field, std::less<>>& known_headings() {
    static const std::map<std::string, Field, std::less<>> headings = [] {
        const std::vector<std::pair<Field, std::vector<const char*>>> words{
            {Field::room, {"room", "room id", "salle", "sala"}},
            {Field::room_name, {"room name", "nom de la salle", "nombre de la sala"}},
            {Field::time_zone,
             {"time zone", "timezone", "fuseau horaire", "zona horaria", "huso horario"}},
            {Field::meeting, {"meeting", "meeting id", "reunion", "seance"}},
            {Field::date, {"date", "day", "jour", "fecha", "dia"}},
            {Field::start,
             {"start", "starts", "start time", "begins", "from", "debut", "heure de debut", "de",
              "inicio", "hora de inicio", "comienzo", "desde"}},
            {Field::end,
             {"end", "ends", "end time", "to", "until", "fin", "heure de fin", "hora de fin",
              "final", "hasta"}},
            {Field::state,
             {"state", "state under review", "sur", "country", "etat", "etat examine",
              "etat soumis a l examen", "pays", "estado", "estado examinado",
              "estado objeto de examen", "pais"}},
            {Field::sur_time,
             {"sur time", "sur minutes", "sur statement", "state time", "temps de l etat",
              "minutes de l etat", "tiempo del estado", "minutos del estado"}},
            {Field::hard_stop,
             {"hard stop", "interpreters leave", "interpreters until", "fin de l interpretation",
              "depart des interpretes", "fin de la interpretacion", "salida de los interpretes"}},
            {Field::panellist,
             {"panellist", "panelist", "plate", "name plate", "organisation", "organization",
              "delegation", "paneliste", "plaque", "panelista", "placa", "organizacion",
              "delegacion"}},
            {Field::panellist_id,
             {"panellist id", "panelist id", "id du paneliste", "id del panelista"}},
            {Field::kind, {"kind", "type", "category", "categorie", "tipo", "categoria"}},
            {Field::speaker,
             {"speaker", "speaker name", "orateur", "oratrice", "orateur oratrice", "orador",
              "oradora", "orador a", "ponente"}},
            {Field::subject, {"subject", "topic", "theme", "sujet", "tema", "asunto"}},
            {Field::minutes,
             {"minutes", "min", "time", "speaking time", "allotted time", "duration", "temps",
              "temps de parole", "duree", "minutos", "tiempo", "tiempo de palabra", "duracion"}},
            {Field::standing,
             {"standing", "status", "attendance", "presence", "statut", "presencia", "asistencia"}},
            {Field::reason,
             {"reason", "absence reason", "reason for absence", "raison", "motif",
              "motif d absence", "motivo", "motivo de ausencia", "razon"}},
            {Field::represented_by,
             {"represented by", "represente par", "representee par", "represente e par",
              "representado por", "representada por", "representado a por"}},
        };
        std::map<std::string, Field, std::less<>> by_word;
        for (const auto& [field, its_words] : words)
            for (const char* word : its_words) by_word.emplace(word, field);
        return by_word;
    }();
    return headings;
}

std::string all_headings() {
    std::string names;
    for (std::size_t i = 0; i < field_count; ++i) {
        if (i > 0) names += ", ";
        names += english_heading(static_cast<Field>(i));
    }
    return names;
}

std::size_t known_in(const Row& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const std::string& cell) { return field_of(cell).has_value(); }));
}

}  // namespace

std::string_view english_heading(Field field) {
    constexpr std::array<std::string_view, field_count> headings{
        "Room",    "Room name", "Time zone", "Meeting",   "Date",          "Start", "End",
        "State",   "SuR time",  "Hard stop", "Panellist", "Panellist id",  "Kind",  "Speaker",
        "Subject", "Minutes",   "Standing",  "Reason",    "Represented by"};
    return headings[static_cast<std::size_t>(field)];
}

std::optional<Field> field_of(std::string_view heading) {
    // Longer than any heading: not worth folding.
    constexpr std::size_t longest = 100;
    if (heading.empty() || heading.size() > longest) return std::nullopt;
    const auto found = known_headings().find(folded(heading));
    if (found == known_headings().end()) return std::nullopt;
    return found->second;
}

bool looks_like_a_formula(std::string_view text) {
    return !text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos;
}

std::optional<Headings> Headings::find(const Table& table, std::vector<RowFault>& faults,
                                       std::vector<std::string>& remarks) {
    const auto above = static_cast<std::ptrdiff_t>(std::min(rows_above, table.rows.size()));
    const auto row = std::find_if(table.rows.begin(), table.rows.begin() + above,
                                  [](const Row& any) { return known_in(any) >= 2; });
    if (row == table.rows.begin() + above) {
        faults.push_back({0, "", "",
                          table.rows.empty() ? "The sheet is empty."
                                             : "No row of headings was found. The headings are: " +
                                                   all_headings() + "."});
        return std::nullopt;
    }

    Headings headings;
    headings.row_ = row->number;
    for (std::size_t column = 0; column < row->cells.size(); ++column) {
        const std::string text = on_one_line(row->cells[column]);
        if (text.empty()) continue;
        const auto field = field_of(text);
        if (!field) {
            remarks.push_back("Column " + column_letter(column) + " (" + text +
                              ") is not known and was left out.");
        } else if (headings.has(*field)) {
            faults.push_back(
                {row->number, column_letter(column), text,
                 "Column " + column_letter(*headings.column(*field)) + " already has this."});
        } else {
            headings.columns_[static_cast<std::size_t>(*field)] = column;
            headings.texts_[static_cast<std::size_t>(*field)] = text;
        }
    }
    for (const Field field : {Field::start, Field::state, Field::panellist, Field::kind})
        headings.must_have(field, faults);
    return headings;
}

void Headings::must_have(Field field, std::vector<RowFault>& faults) const {
    if (!has(field)) faults.push_back(fault(row_, field, "This column is missing."));
}

std::string Headings::text(const Row& row, Field field) const {
    const auto where = column(field);
    if (!where || *where >= row.cells.size()) return {};
    std::string text = on_one_line(row.cells[*where]);
    // Spreadsheets mark with it a text that is not a formula.
    if (text.starts_with('\'') && looks_like_a_formula(std::string_view{text}.substr(1)))
        text.erase(0, 1);
    return text;
}

RowFault Headings::fault(std::size_t row, Field field, std::string reason) const {
    const auto where = column(field);
    if (!where) return {row, "", std::string{english_heading(field)}, std::move(reason)};
    return {row, column_letter(*where), texts_[static_cast<std::size_t>(field)], std::move(reason)};
}

}  // namespace rostrum::wire
