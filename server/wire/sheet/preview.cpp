#include "wire/sheet/preview.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "floor/text.hpp"
#include "rostrum/v1/programme.pb.h"
#include "wire/json/write_json.hpp"
#include "wire/programme_json.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/write_programme.hpp"
#include "wire/sheet/programme_sheet.hpp"
#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// From `line 12, rooms[0].timeZone` or `line 12, column 7`.
Finding in_line(const Fault& fault) {
    constexpr std::string_view line = "line ";
    Finding in_row{0, "", fault.place, fault.reason};
    if (!fault.place.starts_with(line)) return in_row;
    const char* const end = fault.place.data() + fault.place.size();
    const auto [rest, error] = std::from_chars(fault.place.data() + line.size(), end, in_row.row);
    const std::string_view place{rest, end};
    constexpr std::string_view column = ", column ";
    const bool is_no_json = place.starts_with(column);
    if (is_no_json) in_row.column = place.substr(column.size());
    in_row.heading = is_no_json ? "" : place.starts_with(", ") ? place.substr(2) : place;
    return in_row;
}

Preview preview_json(std::string_view json) {
    Preview preview;
    auto read = read_programme(json);
    if (auto* programme = std::get_if<Programme>(&read)) {
        preview.rooms = std::move(programme->rooms);
    } else {
        for (const Fault& fault : std::get<std::vector<Fault>>(read))
            preview.faults.push_back(in_line(fault));
    }
    return preview;
}

enum class FileKind { csv, xlsx, json };

FileKind kind_of_file(std::string_view bytes, std::string_view file_name) {
    const auto ends_with = [&](std::string_view ending) {
        return file_name.size() >= ending.size() &&
               folded(file_name.substr(file_name.size() - ending.size())) == folded(ending);
    };
    // Workbooks are recognised by their first bytes, also those that cannot be read: .xls, .ods and
    // encrypted ones.
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return FileKind::xlsx;
    if (ends_with(".xlsx") || ends_with(".xls") || ends_with(".xlsm")) return FileKind::xlsx;
    if (ends_with(".csv") || ends_with(".txt") || ends_with(".tsv")) return FileKind::csv;
    const bool an_object = trimmed(bytes.substr(0, 4096)).starts_with('{');
    return ends_with(".json") || an_object ? FileKind::json : FileKind::csv;
}

boost::json::object finding_json(const Finding& found) {
    boost::json::array particulars;
    for (const auto& [name, value] : found.reason.particulars)
        particulars.push_back(boost::json::object{{"name", name}, {"value", value}});
    return {{"row", found.row},          {"column", found.column},
            {"heading", found.heading},  {"reason", found.reason.english},
            {"code", found.reason.code}, {"particulars", std::move(particulars)}};
}

boost::json::object two_ways_json(const TwoWays& date) {
    return {{"row", date.row},
            {"text", date.text},
            {"dayFirst", written(date.day_first)},
            {"monthFirst", written(date.month_first)}};
}

std::string_view word_of(PlateFate fate) {
    switch (fate) {
        case PlateFate::stays:
            return "stays";
        case PlateFate::renamed:
            return "renamed";
        case PlateFate::added:
            return "added";
        case PlateFate::removed:
            return "removed";
        case PlateFate::heard:
            return "heard";
        case PlateFate::hidden:
            return "hidden";
    }
    return "";
}

std::string_view word_of(NameOutcome name) {
    switch (name) {
        case NameOutcome::unchanged:
            return "unchanged";
        case NameOutcome::given:
            return "given";
        case NameOutcome::stays_withheld:
            return "stays_withheld";
        case NameOutcome::stays_erased:
            return "stays_erased";
        case NameOutcome::withheld_too:
            return "withheld_too";
        case NameOutcome::not_taken:
            return "not_taken";
    }
    return "";
}

boost::json::object plate_json(const PlateChange& plate) {
    return {{"meetingId", plate.meeting.value},
            {"plateId", plate.plate.value},
            {"fate", word_of(plate.fate)},
            {"title", plate.title},
            {"formerTitle", plate.former_title},
            {"name", word_of(plate.name)},
            {"standing", v1::Standing_Name(to_proto(plate.standing))},
            {"absenceReason", plate.absence_reason},
            {"standsOtherwise", plate.stands_otherwise}};
}

}  // namespace

std::vector<PlateChange> match_preview(const Room& room, Preview& preview) {
    std::vector<PlateChange> changes;
    // A file with a fault is incomplete, and imports nothing.
    if (!preview.faults.empty()) return changes;
    for (PlannedRoom& planned : preview.rooms) {
        if (planned.id != room.id) continue;
        for (PlannedMeeting& meeting : planned.meetings) {
            auto more = match_plates(room, meeting, preview.says_minutes);
            std::move(more.begin(), more.end(), std::back_inserter(changes));
        }
    }
    return changes;
}

Preview preview_programme(std::string_view bytes, std::string_view file_name,
                          const SheetDefaults& defaults) {
    const FileKind kind = kind_of_file(bytes, file_name);
    if (kind == FileKind::json) return preview_json(bytes);
    auto read = kind == FileKind::xlsx ? read_xlsx(bytes) : read_csv(bytes);
    if (auto* fault = std::get_if<Finding>(&read)) return {{}, {std::move(*fault)}, {}};
    return read_programme_sheet(std::get<Table>(read), defaults);
}

std::string write_preview_json(const Preview& preview, const std::vector<PlateChange>& plates) {
    boost::json::array meetings;
    boost::json::array rooms;
    for (const PlannedRoom& room : preview.rooms) {
        v1::PlannedRoom message;
        write_room(room, message);
        boost::json::value json = boost::json::parse(write_json(message));
        for (const auto& meeting : json.at("meetings").as_array()) meetings.push_back(meeting);
        rooms.push_back(std::move(json));
    }
    boost::json::array faults;
    for (const Finding& fault : preview.faults) faults.push_back(finding_json(fault));
    boost::json::array remarks;
    for (const Finding& remark : preview.remarks) remarks.push_back(finding_json(remark));
    boost::json::array dates;
    for (const TwoWays& date : preview.dates) dates.push_back(two_ways_json(date));
    boost::json::array changes;
    for (const PlateChange& plate : plates) changes.push_back(plate_json(plate));
    return serialize(boost::json::object{{"meetings", std::move(meetings)},
                                         {"rooms", std::move(rooms)},
                                         {"faults", std::move(faults)},
                                         {"plates", std::move(changes)},
                                         {"remarks", std::move(remarks)},
                                         {"dates", std::move(dates)}});
}

}  // namespace rostrum::wire
