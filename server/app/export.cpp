#include <cstddef>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/load_rooms.hpp"
#include "app/program.hpp"
#include "floor/figures.hpp"
#include "floor/record.hpp"
#include "floor/room_programme.hpp"
#include "wire/programme_json.hpp"
#include "wire/report/reports.hpp"
#include "wire/report/write.hpp"
#include "wire/report_json.hpp"
#include "wire/sheet/programme_sheet.hpp"

namespace rostrum::app {

namespace {

struct ExportOptions {
    RoomSelection choice;
    std::string format = "csv";
    std::string nhri = "inside";
    std::string read_by = "counted";
    std::string separator = "comma";
    std::string language = "en";

    [[nodiscard]] wire::Separator separator_of_csv() const {
        return separator == "semicolon" ? wire::Separator::semicolon : wire::Separator::comma;
    }
    /// nullopt: JSON.
    [[nodiscard]] std::optional<wire::report::Format> file_format() const {
        return wire::report::format_named(format);
    }
    [[nodiscard]] std::string write(const wire::report::Document& document) const {
        return wire::report::written(document, *file_format(), separator_of_csv());
    }
    [[nodiscard]] bool takes(const MeetingId& meeting) const {
        return choice.meeting.empty() || meeting.value == choice.meeting;
    }
    [[nodiscard]] std::optional<MeetingId> meeting() const {
        if (choice.meeting.empty()) return std::nullopt;
        return MeetingId{choice.meeting};
    }
};

std::vector<const Meeting*> meetings_of(const ExportOptions& options, const LoadedRoom& loaded) {
    std::vector<const Meeting*> meetings;
    for (const Shared<Meeting>& one : loaded.room.proceedings.meetings)
        if (options.takes(one->id)) meetings.push_back(&*one);
    return meetings;
}

std::string figures(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    std::vector<const Meeting*> meetings;
    for (const LoadedRoom& loaded : rooms) {
        const auto its = meetings_of(options, loaded);
        meetings.insert(meetings.end(), its.begin(), its.end());
    }
    const wire::report::Words words{options.language};
    std::string title = rooms.size() == 1 ? rooms.front().room.name : words("report.allRooms");
    if (options.meeting()) title = words.of(meetings.front()->state);
    const Figures counted =
        figures_of(meetings, {options.nhri != "beside", options.read_by != "not_counted"});
    if (!options.file_format()) return wire::figures_json(title, counted) + '\n';
    return options.write(wire::report::figures_document(title, counted, words));
}

std::string record(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    std::vector<Record> records;
    records.reserve(rooms.size());
    for (const LoadedRoom& loaded : rooms)
        records.push_back(record_of(loaded.room.id, loaded.acts, options.meeting()));
    if (!options.file_format()) return wire::record_json(records) + '\n';
    return options.write(
        wire::report::record_document(records, wire::report::Words{options.language}));
}

std::string run_sheet(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    std::vector<wire::report::RoomMeetings> meetings;
    meetings.reserve(rooms.size());
    for (const LoadedRoom& loaded : rooms)
        meetings.push_back({&loaded.room, meetings_of(options, loaded)});
    const auto document = wire::report::run_sheet(meetings, wire::report::SheetFor::desk,
                                                  wire::report::Words{options.language});
    return options.file_format() ? options.write(document) : wire::document_json(document) + '\n';
}

std::string programme(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    Programme programme;
    for (const LoadedRoom& loaded : rooms) {
        PlannedRoom plan = plan_of(loaded.room);
        std::erase_if(plan.meetings, [&](const auto& one) { return !options.takes(one.id); });
        programme.rooms.push_back(std::move(plan));
    }
    if (options.file_format())
        return wire::write_programme_csv(programme.rooms, options.separator_of_csv());
    programme.title = rooms.size() == 1 ? rooms.front().room.name : "All rooms";
    return wire::write_programme(programme);
}

using Export = std::string (*)(const ExportOptions&, const std::vector<LoadedRoom>&);

ExitCode print(const ExportOptions& options, Export output) {
    std::cout << output(options, load_rooms(options.choice)) << std::flush;
    if (!std::cout) throw Failure(ExitCode::failed, "The output cannot be written.");
    return ExitCode::done;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : "|") + word;
    return all;
}

void add_choice(CLI::App& app, const std::string& name, std::string& value,
                const std::vector<std::string>& words, const std::string& about) {
    app.add_option(name, value, about)
        ->check(CLI::IsMember(words).description(""))
        ->type_name(joined(words))
        ->capture_default_str();
}

CLI::App* add_kind(CLI::App& parent, const char* name, const char* about, ExportOptions& options,
                   const std::vector<std::string>& formats) {
    CLI::App* app = parent.add_subcommand(name, about);
    add_data(*app, options.choice.data, "The data folder, served or not, or a copy");
    app->add_option("--room", options.choice.room, "One room (default: all)")->type_name("ROOM");
    app->add_option("--meeting", options.choice.meeting, "One meeting (default: all)")
        ->type_name("MEETING");
    add_choice(*app, "--format", options.format, formats, "The output format");
    add_choice(*app, "--separator", options.separator, {"comma", "semicolon"},
               "Between the cells of CSV; a semicolon where numbers have a decimal comma");
    add_choice(*app, "--language", options.language, {"en", "fr", "es", "ar", "ru", "zh"},
               "The language of a report");
    return app;
}

}  // namespace

void add_export(CLI::App& program, Run& run) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* all = program.add_subcommand(
        "export", "Prints facts and figures, the record or the programme, for spreadsheets");
    all->require_subcommand(1);
    const std::vector<std::string> reports{"csv", "xlsx", "docx", "pdf", "json"};
    const auto on = [&run, options](CLI::App& app, Export output) {
        app.callback([&run, options, output] {
            run = [options, output] { return print(*options, output); };
        });
    };

    CLI::App* counted =
        add_kind(*all, "figures", "The figures, and how they were counted", *options, reports);
    add_choice(*counted, "--nhri", options->nhri, {"inside", "beside"},
               "Whether NHRIs count among the CSOs, the national ones");
    add_choice(
        *counted, "--read-by", options->read_by, {"counted", "not_counted"},
        "Whether a delegation whose statement another read counts as having taken the floor");
    on(*counted, figures);
    on(*add_kind(*all, "record", "Who had the floor from when to when, and every act", *options,
                 reports),
       record);
    on(*add_kind(*all, "run-sheet", "The panels with times, names and notes, for the desk",
                 *options, reports),
       run_sheet);
    on(*add_kind(*all, "programme", "The current programme, for `import` and `serve`", *options,
                 {"csv", "json"}),
       programme);
}

}  // namespace rostrum::app
