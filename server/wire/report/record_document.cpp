#include <algorithm>
#include <array>
#include <chrono>
#include <set>

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

std::string kind_of_turn(const RecordLine& line, const Words& words, const char* what) {
    return kind_in(words, line.kind) + ": " + words(what);
}

std::string what_was(const RecordLine& line, const Words& words) {
    switch (line.what) {
        case FloorEvent::opened:
            return words("act.OPEN_MEETING");
        case FloorEvent::suspended:
            return words("act.SUSPEND_MEETING");
        case FloorEvent::resumed:
            return words("act.RESUME_MEETING");
        case FloorEvent::closed:
            return words("act.CLOSE_MEETING");
        case FloorEvent::silence:
            return words("record.silence");
        case FloorEvent::declined:
            return kind_of_turn(line, words, "record.declined");
        case FloorEvent::empty_chair:
            return kind_of_turn(line, words, "record.emptyChair");
        case FloorEvent::passed_over:
            return kind_of_turn(line, words, "record.passedOver");
        case FloorEvent::not_called:
            return kind_of_turn(line, words, "record.notCalled");
        case FloorEvent::statement:
            break;
    }
    return kind_in(words, line.kind);
}

std::string names_of(std::span<const RecordedPlate> plates, const Words& words,
                     std::string_view separator) {
    std::string names;
    for (const RecordedPlate& plate : plates)
        names.append(names.empty() ? "" : separator).append(words.isolated(plate_in(words, plate)));
    return names;
}

std::string passed(const PassedTime& time, const Words& words, const char* key) {
    return words.filled(key, {{"time", words.isolated_digits(text_of(time.time))},
                              {"who", words.isolated(plate_in(words, time.other))}});
}

std::string ruling_in(const Words& words, const RecordLine& line) {
    const std::string name = v1::Ruling_Name(to_proto(*line.ruling));
    const std::string ruling = words("record.ruling") + ": " +
                               words("ruling." + name.substr(std::string_view{"RULING_"}.size()));
    return line.ruling_text.empty() ? ruling : ruling + ". " + words.isolated(line.ruling_text);
}

std::string details_of(const RecordLine& line, const Words& words, const Clock& clock) {
    std::string details;
    const auto add = [&](const std::string& detail) {
        details.append(details.empty() ? "" : " \u00b7 ").append(detail);
    };
    if (line.read_by)
        add(words("standing.readBy") + ": " + words.isolated(plate_in(words, *line.read_by)));
    if (!line.addressed_to.empty())
        add(words("record.addressed") + ": " + names_of(line.addressed_to, words, "; "));
    if (line.passed_from) add(passed(*line.passed_from, words, "record.passedFrom"));
    if (line.passed_to) add(passed(*line.passed_to, words, "record.passedTo"));
    if (line.ruling) add(ruling_in(words, line));
    if (line.resumes_at)
        add(words.filled("record.resumesAt",
                         {{"time", words.isolated_digits(clock.minute(*line.resumes_at))}}));
    if (!line.absence_reason.empty())
        add(words("standing.absent") + ": " + words.isolated(line.absence_reason));
    return details;
}

std::string role_in(const Words& words, Role role) {
    const std::string name = v1::Role_Name(to_proto(role));
    return words("role." + name.substr(std::string_view{"ROLE_"}.size()));
}

void add_lines(const Record& record, const Words& words, Table& table) {
    const Clock clock{record.time_zone};
    for (const RecordLine& line : record.lines)
        table.rows.push_back({record.room_name, name_of(record, line.meeting, words),
                              clock(line.from), line.to ? Cell{clock(*line.to)} : Cell{},
                              line.plate ? plate_in(words, *line.plate) : "", line.speaker,
                              what_was(line, words), details_of(line, words, clock),
                              line.what == FloorEvent::statement ? Cell{line.spoken} : Cell{}});
}

void add_acts(const Record& record, const Words& words, Table& table) {
    const Clock clock{record.time_zone};
    // As on the page, the latest first.
    for (auto it = record.acts.rbegin(); it != record.acts.rend(); ++it) {
        const RecordedAct& act = *it;
        const std::string kind = v1::ActKind_Name(to_proto(act.note.kind));
        table.rows.push_back(
            {record.room_name, static_cast<std::int64_t>(act.note.revision.value),
             clock(act.note.at), words("act." + kind.substr(std::string_view{"ACT_KIND_"}.size())),
             names_of(act.about, words, ", "), name_of(record, act.note.meeting, words),
             role_in(words, act.note.actor.role), act.note.actor.device});
    }
}

/// Under each meeting, a place for a summary of each statement.
void add_outlines(const Record& record, const Words& words, std::vector<Outline>& outlines) {
    const Clock clock{record.time_zone};
    for (const RecordedMeeting& meeting : record.meetings) {
        Outline outline{
            words.of(meeting.state) + ", " + words.isolated_digits(clock.day(meeting.starts_at)),
            {}};
        std::set<InscriptionId> heard;
        for (const RecordLine& line : record.lines) {
            // A statement that was interrupted has one summary.
            if (line.meeting != meeting.id || line.what != FloorEvent::statement ||
                !heard.insert(line.inscription).second)
                continue;
            std::string entry = clock.minute(line.from) + "  " + plate_in(words, *line.plate);
            if (!line.speaker.empty()) entry += ", " + line.speaker;
            outline.entries.push_back(entry + " (" + what_was(line, words) + ')');
        }
        if (!outline.entries.empty()) outlines.push_back(std::move(outline));
    }
}

bool is_empty(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr && text->empty();
}

/// The meeting that the whole record is about.
const RecordedMeeting* only_meeting(std::span<const Record> records) {
    return records.size() == 1 && records.front().meetings.size() == 1
               ? &records.front().meetings.front()
               : nullptr;
}

/// The facts above a table say what all its rows would repeat.
void leave_out_of_texts(Table& table, std::span<const Record> records, const Words& words) {
    const RecordedMeeting* only = only_meeting(records);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        const auto each = [&](auto holds) {
            return std::ranges::all_of(table.rows, [&](const auto& row) { return holds(row[i]); });
        };
        if (column.heading == words("screens.room")) column.in_texts = records.size() > 1;
        if (column.heading == words("record.meeting")) column.in_texts = only == nullptr;
        if (!table.rows.empty() && each(is_empty)) column.in_texts = false;
        if (only == nullptr) continue;
        const auto day = std::chrono::floor<std::chrono::days>(
            Clock{records.front().time_zone}(only->starts_at));
        column.with_day = !each([&](const Cell& cell) {
            const auto* time = std::get_if<std::chrono::local_seconds>(&cell);
            return is_empty(cell) ||
                   (time != nullptr && std::chrono::floor<std::chrono::days>(*time) == day);
        });
    }
}

}  // namespace

std::string_view name_of(FloorEvent event) {
    // In the order of FloorEvent.
    static constexpr std::array<std::string_view, 10> names{
        "OPENED",  "SUSPENDED", "RESUMED",     "CLOSED",      "STATEMENT",
        "SILENCE", "DECLINED",  "EMPTY_CHAIR", "PASSED_OVER", "NOT_CALLED"};
    return names.at(static_cast<std::size_t>(event));
}

Document record_document(std::span<const Record> records, const Words& words) {
    Table lines{words("record.lines"),
                {{words("screens.room"), 14},
                 {words("record.meeting"), 20},
                 {words("record.from"), 20},
                 {words("record.to"), 20},
                 {words("chart.plate"), 40},
                 {words("names.name"), 22},
                 {words("chart.kind"), 28},
                 {words("record.details"), 36},
                 {words("record.spoken"), 11}},
                {}};
    Table acts{words("record.acts"),
               {{words("screens.room"), 14},
                {words("record.revision"), 8},
                {words("record.at"), 20},
                {words("record.act"), 32},
                {words("record.about"), 44},
                {words("record.meeting"), 20},
                {words("record.who"), 16},
                {words("report.device"), 20}},
               {},
               false};
    Document document{words("tab.record"), {}, {}, {}, words.language(), words.right_to_left()};
    Frame frame{words("record.summaries"), words("record.summariesWhy")};
    for (const Record& record : records) {
        add_lines(record, words, lines);
        add_acts(record, words, acts);
        add_outlines(record, words, frame.outlines);
        document.facts.emplace_back(words("screens.room"), record.room_name);
        if (record.meetings.size() == 1) {
            const RecordedMeeting& meeting = record.meetings.front();
            const Clock clock{record.time_zone};
            document.facts.emplace_back(
                words("record.meeting"),
                words.of(meeting.state) + ", " +
                    words.isolated_digits(clock.day(meeting.starts_at) + ' ' +
                                          clock.minute(meeting.starts_at)));
        }
    }
    leave_out_of_texts(lines, records, words);
    leave_out_of_texts(acts, records, words);
    document.tables = {std::move(lines), std::move(acts)};
    if (!frame.outlines.empty()) document.frame = std::move(frame);
    return document;
}

}  // namespace rostrum::wire::report
