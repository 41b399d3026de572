#include <algorithm>

#include "rostrum/v1/room.pb.h"
#include "wire/protobuf/enums.hpp"
#include "wire/report/clock.hpp"
#include "wire/report/reports.hpp"

namespace rostrum::wire::report {

namespace {

const RecordedMeeting* meeting_of(const Record& record, const std::optional<MeetingId>& id) {
    const auto found = std::find_if(record.meetings.begin(), record.meetings.end(),
                                    [&](const RecordedMeeting& one) { return one.id == id; });
    return found == record.meetings.end() ? nullptr : &*found;
}

/// An act can be about a meeting that was cancelled since.
std::string name_of(const Record& record, const std::optional<MeetingId>& id, const Words& words) {
    const RecordedMeeting* meeting = meeting_of(record, id);
    if (meeting != nullptr) return words.of(meeting->state);
    return id ? id->value : "";
}

std::string what_was(const RecordedTurn& turn, const Words& words) {
    if (turn.silence) return words("record.silence");
    std::string kind = kind_in(words, turn.kind);
    if (!turn.read_by.empty()) kind += ". " + words("standing.readBy") + ": " + turn.read_by;
    if (turn.ruling) {
        std::string name = v1::Ruling_Name(to_proto(*turn.ruling));
        kind += ": " + words("ruling." + name.substr(std::string_view{"RULING_"}.size()));
        if (!turn.ruling_text.empty()) kind += ". " + turn.ruling_text;
    }
    return kind;
}

std::string role_in(const Words& words, Role role) {
    const std::string name = v1::Role_Name(to_proto(role));
    return words("role." + name.substr(std::string_view{"ROLE_"}.size()));
}

void add_turns(const Record& record, const Words& words, Table& table) {
    const Clock clock{record.time_zone};
    for (const RecordedTurn& turn : record.turns)
        table.rows.push_back({record.room_name, name_of(record, turn.meeting, words),
                              clock(turn.from), clock(turn.to), turn.title, turn.speaker,
                              what_was(turn, words), turn.silence ? Cell{} : Cell{turn.spoken}});
}

void add_acts(const Record& record, const Words& words, Table& table) {
    const Clock clock{record.time_zone};
    // As on the page, the latest first.
    for (auto it = record.acts.rbegin(); it != record.acts.rend(); ++it) {
        const RecordedAct& act = *it;
        const std::string kind = v1::ActKind_Name(to_proto(act.note.kind));
        table.rows.push_back({record.room_name, static_cast<std::int64_t>(act.note.revision.value),
                              clock(act.note.at),
                              words("act." + kind.substr(std::string_view{"ACT_KIND_"}.size())),
                              act.about, name_of(record, act.note.meeting, words),
                              role_in(words, act.note.actor.role), act.note.actor.device});
    }
}

/// Under each meeting, a place for a summary of each statement.
void add_outlines(const Record& record, const Words& words, std::vector<Outline>& outlines) {
    const Clock clock{record.time_zone};
    for (const RecordedMeeting& meeting : record.meetings) {
        Outline outline{
            words.of(meeting.state) + ", " + words.isolated(clock.day(meeting.starts_at)), {}};
        for (const RecordedTurn& turn : record.turns) {
            if (turn.meeting != meeting.id) continue;
            std::string entry = clock.minute(turn.from) + "  " + turn.title;
            if (!turn.speaker.empty()) entry += ", " + turn.speaker;
            outline.entries.push_back(entry + " (" + what_was(turn, words) + ')');
        }
        if (!outline.entries.empty()) outlines.push_back(std::move(outline));
    }
}

}  // namespace

Document record_document(std::span<const Record> records, const Words& words) {
    Table turns{words("record.turns"),
                {{words("screens.room"), 14},
                 {words("record.meeting"), 20},
                 {words("record.from"), 19},
                 {words("record.to"), 19},
                 {words("chart.plate"), 44},
                 {words("names.name"), 22},
                 {words("chart.kind"), 24},
                 {words("record.spoken"), 10}},
                {}};
    Table acts{words("record.acts"),
               {{words("screens.room"), 14},
                {words("record.revision"), 8},
                {words("record.at"), 19},
                {words("record.act"), 32},
                {words("record.about"), 44},
                {words("record.meeting"), 20},
                {words("record.who"), 16},
                {words("report.device"), 20}},
               {},
               false};
    Document document{words("tab.record"), {}, {}, {}, words.language(), words.right_to_left()};
    for (const Record& record : records) {
        add_turns(record, words, turns);
        add_acts(record, words, acts);
        add_outlines(record, words, document.outlines);
        document.facts.emplace_back(words("screens.room"), record.room_name);
        if (record.meetings.size() == 1) {
            const RecordedMeeting& meeting = record.meetings.front();
            document.facts.emplace_back(
                words("record.meeting"),
                words.of(meeting.state) + ", " +
                    words.isolated(text_of(Clock{record.time_zone}(meeting.starts_at))));
        }
    }
    document.tables = {std::move(turns), std::move(acts)};
    return document;
}

}  // namespace rostrum::wire::report
