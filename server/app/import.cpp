#include <chrono>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/chrono.h>

#include "app/printable.hpp"
#include "app/program.hpp"
#include "app/programme_file.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "wire/programme_json.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::app {

namespace {

struct ImportOptions {
    std::filesystem::path file;
    std::filesystem::path output;
    std::string room;
    std::string room_name;
    std::string time_zone = "Europe/Zurich";
    std::optional<wire::DateOrder> dates;
};

wire::SheetDefaults defaults_of(const ImportOptions& options) {
    if (!options.room.empty() && !is_plain_id(options.room, limits::room_id_length))
        throw Failure(ExitCode::usage, "`" + options.room +
                                           "` is not a room id: use 1 to 32 small letters "
                                           "a to z, digits and hyphens.");
    if (options.room.empty() && !options.room_name.empty())
        throw Failure(ExitCode::usage, "--room-name names the room of --room: give both.");
    if (!wire::Zone::named(options.time_zone))
        throw Failure(ExitCode::usage, "There is no time zone `" + options.time_zone +
                                           "`: give its IANA name, such as Europe/Zurich.");
    wire::SheetDefaults defaults;
    defaults.room = RoomId{options.room};
    defaults.room_name = options.room_name;
    defaults.time_zone = options.time_zone;
    defaults.date_order = options.dates;
    return defaults;
}

std::string_view word_of(DelegationKind kind) {
    switch (kind) {
        case DelegationKind::national_cso:
            return "national CSO";
        case DelegationKind::international_cso:
            return "international CSO";
        case DelegationKind::nhri:
            return "NHRI";
        default:
            return "";
    }
}

/// Formats a time in the room's zone; in UTC if the zone is unknown.
std::tm local(Instant instant, const std::optional<wire::Zone>& zone) {
    const auto utc = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    return fmt::gmtime((zone ? zone->local(instant).time_since_epoch() : utc).count());
}

/// Who speaks, and how the plate stands.
std::string rest_of(const PlannedDelegation& panellist) {
    std::string rest;
    if (!panellist.speaker_name.empty()) rest += ", " + printable(panellist.speaker_name);
    // A programme does not say who reads a statement.
    if (panellist.standing == Standing::absent || panellist.standing == Standing::read_by)
        rest += panellist.absence_reason.empty()
                    ? " (absent)"
                    : " (absent: " + printable(panellist.absence_reason) + ')';
    if (panellist.standing == Standing::expected) rest += " (expected)";
    return rest;
}

void print(const PlannedMeeting& meeting, const std::optional<wire::Zone>& zone) {
    // Its fault says why it has no time.
    const bool has_time = meeting.ends_at > meeting.starts_at;
    std::cout << (has_time
                      ? fmt::format("  {:%Y-%m-%d  %H:%M} to {:%H:%M}  ",
                                    local(meeting.starts_at, zone), local(meeting.ends_at, zone))
                      : "  ?  ")
              << (meeting.state.name.empty() ? "?" : printable(meeting.state.name)) << " ("
              << clock_face(meeting.sur_allotted) << ")\n";
    for (const PlannedDelegation& panellist : meeting.panel)
        std::cout << "    " << std::setw(5) << clock_face(panellist.allotted) << "  " << std::left
                  << std::setw(18) << word_of(panellist.kind) << std::right
                  << printable(panellist.title) << rest_of(panellist) << '\n';
}

void print(const Programme& programme) {
    for (const PlannedRoom& room : programme.rooms) {
        const auto zone = wire::Zone::named(room.time_zone);
        std::cout << printable(room.name) << " (" << room.id.value << "), "
                  << printable(room.time_zone) << '\n';
        for (const PlannedMeeting& meeting : room.meetings) print(meeting, zone);
    }
}

void write(const Programme& programme, const std::filesystem::path& file) {
    std::ofstream out{file, std::ios::binary};
    out << wire::write_programme(programme) << std::flush;
    if (!out) throw Failure(ExitCode::failed, file.string() + " cannot be written.");
}

ExitCode import_programme(const ImportOptions& options) {
    const ProgrammeFile opened = open_programme_file(options.file, defaults_of(options));
    print(opened.programme);
    std::cout << std::flush;
    for (const std::string& remark : opened.remarks) std::cerr << "Note: " << remark << '\n';
    if (!opened.faults.empty())
        throw Failure(ExitCode::programme, refusal_of(options.file, opened.faults));
    if (options.output.empty()) return ExitCode::done;
    write(opened.programme, options.output);
    std::cerr << "Written to " << options.output.string() << ".\n";
    return ExitCode::done;
}

}  // namespace

void add_import(CLI::App& program, Run& run) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* import_app = program.add_subcommand(
        "import",
        "Reads a programme from a spreadsheet or JSON, and reports every fault by its row");
    import_app->add_option("file", options->file, "The sheet (.csv, .xlsx), or JSON")
        ->type_name("FILE")
        ->required();
    import_app
        ->add_option("--output", options->output,
                     "Where to write the programme as JSON, for `serve`")
        ->type_name("FILE");
    import_app->add_option("--room", options->room, "The room of a sheet that names none")
        ->type_name("ID");
    import_app->add_option("--room-name", options->room_name, "The name of that room")
        ->type_name("NAME");
    import_app->add_option("--time-zone", options->time_zone, "For rooms whose sheet gives none")
        ->type_name("ZONE")
        ->capture_default_str();
    const std::map<std::string, wire::DateOrder> orders{
        {"day-first", wire::DateOrder::day_first}, {"month-first", wire::DateOrder::month_first}};
    import_app
        ->add_option("--dates", options->dates,
                     "How dates such as 5/4/2018 are meant, if the file does not decide it")
        ->type_name("day-first|month-first")
        ->transform(CLI::CheckedTransformer(orders, CLI::ignore_case).description(""));
    import_app->callback(
        [&run, options] { run = [options] { return import_programme(*options); }; });
}

}  // namespace rostrum::app
