#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "floor/plate.hpp"

namespace rostrum::wire {

/// The columns that a programme may have. Those up to `hard_stop` describe the meeting, the rest
/// the panellist.
enum class Field {
    room,
    room_name,
    time_zone,
    meeting,
    date,
    start,
    end,
    state,
    sur_time,
    hard_stop,
    panellist,
    panellist_id,
    kind,
    speaker,
    subject,
    minutes,
    standing,
    reason,
    represented_by,
    short_title,
};

struct Column {
    Field field{};
    /// As a sheet has it that Rostrum writes: `SuR time`.
    std::string_view heading;
    /// Of the room, the meeting or the panellist in a programme file; empty where it has no name.
    std::string_view name;
    /// Other headings that are known, folded, with | between them.
    std::string_view words;
    /// Where the cell is a text of the panellist, as it is.
    std::string PlannedDelegation::*text = nullptr;
};

/// In the order of Field.
inline constexpr std::array<Column, 20> columns{{
    {Field::room, "Room", "", "room id|salle|sala"},
    {Field::room_name, "Room name", "name", "nom de la salle|nombre de la sala"},
    {Field::time_zone, "Time zone", "time_zone",
     "timezone|fuseau horaire|zona horaria|huso horario"},
    {Field::meeting, "Meeting", "id", "meeting id|reunion|seance"},
    {Field::date, "Date", "", "day|jour|fecha|dia"},
    {Field::start, "Start", "starts_at",
     "starts|start time|begins|from|time|meeting time|time slot|debut|heure de "
     "debut|de|heure|horaire|"
     "inicio|hora de inicio|comienzo|desde|hora|horario"},
    {Field::end, "End", "ends_at",
     "ends|end time|to|until|fin|heure de fin|hora de fin|final|hasta"},
    {Field::state, "State", "",
     "state under review|sur|country|etat|etat examine|etat soumis a l examen|pays|estado|estado "
     "examinado|estado objeto de examen|pais"},
    {Field::sur_time, "SuR time", "sur_statement_s",
     "sur minutes|sur statement|state time|temps de l etat|minutes de l etat|tiempo del "
     "estado|minutos del estado"},
    {Field::hard_stop, "Hard stop", "hard_stop_at",
     "interpreters leave|interpreters until|fin de l interpretation|depart des interpretes|fin de "
     "la interpretacion|salida de los interpretes"},
    {Field::panellist, "Panellist", "",
     "panelist|plate|name "
     "plate|organisation|organization|delegation|paneliste|plaque|panelista|placa|organizacion|"
     "delegacion",
     &PlannedDelegation::title},
    {Field::panellist_id, "Panellist id", "id", "panelist id|id du paneliste|id del panelista"},
    {Field::kind, "Kind", "kind", "type|category|categorie|tipo|categoria"},
    {Field::speaker, "Speaker", "speaker_name",
     "speaker name|orateur|oratrice|orateur oratrice|orador|oradora|orador a|ponente",
     &PlannedDelegation::speaker_name},
    {Field::subject, "Subject", "subject", "topic|theme|sujet|tema|asunto",
     &PlannedDelegation::subject},
    {Field::minutes, "Minutes", "allotted_s",
     "min|speaking time|allotted time|duration|temps|temps de "
     "parole|duree|minutos|tiempo|tiempo de palabra|duracion"},
    {Field::standing, "Standing", "standing",
     "status|attendance|presence|statut|presencia|asistencia"},
    {Field::reason, "Reason", "absence_reason",
     "absence reason|reason for absence|raison|motif|motif d absence|motivo|motivo de "
     "ausencia|razon",
     &PlannedDelegation::absence_reason},
    {Field::represented_by, "Represented by", "represented_by",
     "gender|sex|m f|f m|represente par|representee par|represente e par|genre|sexe|h f|f h|"
     "representado por|representada por|representado a por|genero|sexo|h m|m h"},
    {Field::short_title, "Short title", "short_title",
     "short name|acronym|abbreviation|titre court|titre abrege|nom court|sigle|titulo corto|titulo "
     "abreviado|nombre corto|sigla",
     &PlannedDelegation::short_title},
}};
constexpr std::size_t field_count = columns.size();
constexpr std::size_t meeting_field_count = 10;

}  // namespace rostrum::wire
