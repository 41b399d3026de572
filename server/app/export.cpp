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
#include "wire/report_json.hpp"
#include "wire/sheet/programme_sheet.hpp"

namespace rostrum::app {

namespace {

struct ExportOptions {
    RoomSelection choice;
    std::string format = "csv";
    std::string nhri = "inside";
    std::string read_by = "counted";

    [[nodiscard]] bool as_csv() const { return format == "csv"; }
    [[nodiscard]] bool takes(const MeetingId& meeting) const {
        return choice.meeting.empty() || meeting.value == choice.meeting;
    }
    [[nodiscard]] std::optional<MeetingId> meeting() const {
        if (choice.meeting.empty()) return std::nullopt;
        return MeetingId{choice.meeting};
    }
};

std::string figures(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    std::vector<const Meeting*> meetings;
    for (const LoadedRoom& loaded : rooms)
        for (const Shared<Meeting>& one : loaded.room.proceedings.meetings)
            if (options.takes(one->id)) meetings.push_back(&*one);
    std::string title = rooms.size() == 1 ? rooms.front().room.name : "All rooms";
    if (options.meeting()) title = meetings.front()->state.name;
    const Figures counted =
        figures_of(meetings, {options.nhri != "beside", options.read_by != "not_counted"});
    return options.as_csv() ? wire::figures_csv(title, counted)
                            : wire::figures_json(title, counted) + '\n';
}

std::string record(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    std::vector<Record> records;
    records.reserve(rooms.size());
    for (const LoadedRoom& loaded : rooms)
        records.push_back(record_of(loaded.room.id, loaded.acts, options.meeting()));
    return options.as_csv() ? wire::record_csv(records) : wire::record_json(records) + '\n';
}

std::string programme(const ExportOptions& options, const std::vector<LoadedRoom>& rooms) {
    Programme programme;
    for (const LoadedRoom& loaded : rooms) {
        PlannedRoom plan = plan_of(loaded.room);
        std::erase_if(plan.meetings, [&](const auto& one) { return !options.takes(one.id); });
        programme.rooms.push_back(std::move(plan));
    }
    if (options.as_csv()) return wire::write_programme_csv(programme.rooms);
    programme.title = rooms.size() == 1 ? rooms.front().room.name : "All rooms";
    return wire::write_programme(programme);
}

using Export = std::string (*)(const ExportOptions&, const std::vector<LoadedRoom>&);

ExitCode print(const ExportOptions& options, Export output) {
    std::cout << output(options, load_rooms(options.choice)) << std::flush;
    if (!std::cout) throw Failure(ExitCode::failed, "The output cannot be written.");
    return ExitCode::done;
}

void add_choice(CLI::App& app, const std::string& name, std::string& value,
                const std::vector<std::string>& words, const std::string& about) {
    app.add_option(name, value, about)
        ->check(CLI::IsMember(words).description(""))
        ->type_name(words.front() + '|' + words.back())
        ->capture_default_str();
}

CLI::App* add_kind(CLI::App& parent, const char* name, const char* about, ExportOptions& options) {
    CLI::App* app = parent.add_subcommand(name, about);
    add_data(*app, options.choice.data, "The data folder, served or not, or a copy");
    app->add_option("--room", options.choice.room, "One room (default: all)")->type_name("ROOM");
    app->add_option("--meeting", options.choice.meeting, "One meeting (default: all)")
        ->type_name("MEETING");
    add_choice(*app, "--format", options.format, {"csv", "json"}, "The output format");
    return app;
}

}  // namespace

void add_export(CLI::App& program, Run& run) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* all = program.add_subcommand(
        "export", "Prints facts and figures, the record or the programme, for spreadsheets");
    all->require_subcommand(1);
    const auto on = [&run, options](CLI::App& app, Export output) {
        app.callback([&run, options, output] {
            run = [options, output] { return print(*options, output); };
        });
    };

    CLI::App* counted =
        add_kind(*all, "figures", "The figures, and how they were counted", *options);
    add_choice(*counted, "--nhri", options->nhri, {"inside", "beside"},
               "Whether NHRIs count among the CSOs, the national ones");
    add_choice(
        *counted, "--read-by", options->read_by, {"counted", "not_counted"},
        "Whether a delegation whose statement another read counts as having taken the floor");
    on(*counted, figures);
    on(*add_kind(*all, "record", "Who had the floor from when to when, and every act", *options),
       record);
    on(*add_kind(*all, "programme", "The current programme, for `import` and `serve`", *options),
       programme);
}

}  // namespace rostrum::app
