#include "app/programme_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/exit_code.hpp"
#include "app/printable.hpp"
#include "embedded_file.hpp"
#include "floor/limits.hpp"
#include "floor/move_programme.hpp"
#include "floor/text.hpp"
#include "wire/programme_json.hpp"
#include "wire/sheet/words.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::app {

namespace {

/// Includes unreadable ones, so that their faults are reported.
bool is_sheet(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 7> endings{".csv", ".tsv",  ".txt", ".xlsx",
                                                             ".xls", ".xlsm", ".ods"};
    std::string ending = file.extension().string();
    for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// `row 5, column C (Minutes): …`
std::string line_of(const wire::Finding& fault) {
    std::string place;
    const auto add = [&](const std::string& part) {
        if (!place.empty()) place += ", ";
        place += part;
    };
    if (fault.row > 0) add("row " + std::to_string(fault.row));
    if (!fault.column.empty()) add("column " + fault.column);
    if (!fault.heading.empty()) place += (place.empty() ? "(" : " (") + fault.heading + ')';
    return printable(place.empty() ? fault.reason.english : place + ": " + fault.reason.english);
}

ProgrammeFile open_json(std::string_view json) {
    ProgrammeFile opened;
    auto read = wire::read_programme(json);
    if (auto* programme = std::get_if<Programme>(&read)) {
        opened.programme = std::move(*programme);
    } else {
        for (const Fault& fault : std::get<std::vector<Fault>>(read))
            opened.faults.push_back(printable(fault.place + ": " + fault.reason.english));
    }
    return opened;
}

ProgrammeFile open_sheet(std::string_view bytes, const std::filesystem::path& file,
                         const wire::SheetDefaults& defaults) {
    wire::Preview preview = wire::preview_programme(bytes, file.filename().string(), defaults);
    ProgrammeFile opened;
    opened.programme.title = file.stem().string();
    opened.programme.rooms = std::move(preview.rooms);
    for (const wire::Finding& remark : preview.remarks) opened.remarks.push_back(line_of(remark));
    for (const wire::Finding& fault : preview.faults) opened.faults.push_back(line_of(fault));
    return opened;
}

}  // namespace

ProgrammeFile open_programme_file(const std::filesystem::path& file,
                                  const wire::SheetDefaults& defaults) {
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (!in.is_open() || in.bad())
        throw Failure(ExitCode::programme, file.string() + " cannot be read.");
    return is_sheet(file) ? open_sheet(bytes, file, defaults) : open_json(bytes);
}

std::string refusal_of(const std::filesystem::path& file, const std::vector<std::string>& faults) {
    std::string text =
        file.string() + " was rejected: it has " +
        (faults.size() == 1 ? "a fault" : std::to_string(faults.size()) + " faults") + ".";
    for (const std::string& fault : faults) text += "\n  " + fault;
    return text;
}

Programme read_programme_file(const std::filesystem::path& file) {
    ProgrammeFile opened = open_programme_file(file, {});
    if (!opened.faults.empty()) throw Failure(ExitCode::programme, refusal_of(file, opened.faults));
    return std::move(opened.programme);
}

Programme empty_room_named(const std::string& name, const std::string& time_zone) {
    if (!wire::Zone::named(time_zone))
        throw Failure(ExitCode::usage, "There is no time zone `" + time_zone +
                                           "`: give its IANA name, such as Europe/Zurich.");
    PlannedRoom room;
    room.id = RoomId{wire::id_of(name, limits::room_id_length)};
    room.name = std::string{trimmed(name)};
    room.time_zone = time_zone;
    if (room.id.empty())
        throw Failure(ExitCode::usage,
                      "`" + name + "`: a room needs a letter a to z or a digit for its id.");
    Programme programme{{}, {}, {std::move(room)}};
    if (const auto found = faults(programme); !found.empty())
        throw Failure(ExitCode::usage, "--new-room: " + found.front().reason.english);
    return programme;
}

Programme demonstration(Instant now) {
    const EmbeddedFile& round = embedded::demo().front();
    const Instant start =
        std::chrono::ceil<std::chrono::duration<std::int64_t, std::ratio<900>>>(now);
    ProgrammeFile opened = open_json(round.content);
    if (!opened.faults.empty())
        throw Failure(ExitCode::programme, refusal_of(std::string{round.path}, opened.faults));
    return moved_to(std::move(opened.programme), start);
}

}  // namespace rostrum::app
