#include "wire/protobuf/read_command.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "floor/limits.hpp"
#include "wire/json/json_scan.hpp"
#include "wire/protobuf/command_fields.hpp"
#include "wire/protobuf/read_programme.hpp"

namespace rostrum::wire {

namespace {

bool is_command_id(std::string_view id) {
    return id.size() >= limits::command_id_shortest && id.size() <= limits::command_id_longest &&
           std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-';
           });
}

/// Meetings have the form of a programme file.
PlanMeetings read_plans(const v1::PlanMeetings& command, CommandFields& fields) {
    PlanMeetings read;
    if (!fields.fits(*v1::PlanMeetings::descriptor()->field(0), command.meetings_size()))
        return read;
    std::vector<Fault> faults;
    for (int i = 0; i < command.meetings_size(); ++i)
        read.meetings.push_back(read_planned_meeting(
            command.meetings(i), place_of("meetings", static_cast<std::size_t>(i)), Rules{},
            faults));
    if (!faults.empty()) fields.refuse(at_place(faults.front().place, faults.front().reason));
    return read;
}

/// nullopt if this version does not know the command.
std::optional<Command> read_command_body(const v1::Command& command, CommandFields& fields) {
    if (command.has_plan_meetings()) return read_plans(command.plan_meetings(), fields);
    const auto& reflection = *command.GetReflection();
    const FieldDescriptor* kind =
        reflection.GetOneofFieldDescriptor(command, v1::Command::descriptor()->oneof_decl(0));
    if (kind == nullptr) return std::nullopt;
    // The number is that of the command among all, as in the log: the server's own have no field.
    const auto index = static_cast<std::size_t>(kind->number()) - 1;
    return read_alternative<Command>(index, reflection.GetMessage(command, kind), fields);
}

}  // namespace

std::variant<SentCommand, Malformed> read_command(const v1::Command& command) {
    CommandId id = read_command_id(command);
    if (id.empty())
        return Malformed{
            id,
            {"command_id",
             "A command needs an id of 8 to 64 letters, digits, hyphens and underscores."}};

    CommandFields fields;
    std::optional<Command> body = read_command_body(command, fields);
    if (!body)
        return Malformed{
            std::move(id),
            {"command_unknown", "The command contains nothing that this server knows."}};
    if (fields.fault()) return Malformed{std::move(id), *fields.fault()};
    return SentCommand{std::move(id), std::move(*body)};
}

CommandId read_command_id(const v1::Command& command) {
    return is_command_id(command.id()) ? CommandId{command.id()} : CommandId{};
}

}  // namespace rostrum::wire
