// The mapping relies on the order of fields. These tests compare the names: those of the structs in
// the headers of the rules, and those of the contract.
#include "wire/protobuf/mapping.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "floor/command.hpp"
#include "floor/event.hpp"
#include "rostrum/v1/command.pb.h"
#include "rostrum/v1/event.pb.h"
#include "rostrum/v1/http.pb.h"
#include "rostrum/v1/programme.pb.h"
#include "rostrum/v1/room.pb.h"

namespace rostrum::wire {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::EnumDescriptor;

using Texts = std::vector<std::string>;

struct Member {
    std::string type;
    std::string name;
};

/// The declarations of the headers, by name.
struct Headers {
    std::map<std::string, std::vector<Member>> structs;
    std::map<std::string, Texts> enums;
    std::map<std::string, Texts> variants;
    /// Types of Id<…> and of Number<…>.
    std::set<std::string> ids;
};

Texts names_in(const std::string& text) {
    static const std::regex name{"\\w+"};
    return {std::sregex_token_iterator{text.begin(), text.end(), name}, {}};
}

void read_header(const std::string& text, Headers& headers) {
    static const std::regex any_struct{"\nstruct (\\w+) \\{((?:\n[^}].*|\n)*)\n?\\};"};
    static const std::regex any_member{
        "\n    (?!friend)(?:std::(?:optional|vector)<)?([\\w:]+)>? (\\w+)(?: = .+|\\{.*\\})?;"};
    static const std::regex any_enum{"enum class (\\w+)[^{]*\\{([^}]*)\\}"};
    static const std::regex any_variant{"using (\\w+) =\\s*std::variant<([^>]*)>"};
    static const std::regex any_id{"using (\\w+) = (?:Id|Number)<"};
    const auto for_each = [&](const std::regex& what, const auto& use) {
        for (std::sregex_iterator found{text.begin(), text.end(), what}, end; found != end; ++found)
            use(*found);
    };
    for_each(any_struct, [&](const std::smatch& one) {
        const std::string body = one[2];
        std::vector<Member>& members = headers.structs[one[1]];
        for (std::sregex_iterator found{body.begin(), body.end(), any_member}, end; found != end;
             ++found)
            members.push_back({(*found)[1], (*found)[2]});
    });
    for_each(any_enum, [&](const std::smatch& one) { headers.enums[one[1]] = names_in(one[2]); });
    for_each(any_variant,
             [&](const std::smatch& one) { headers.variants[one[1]] = names_in(one[2]); });
    for_each(any_id, [&](const std::smatch& one) { headers.ids.insert(one[1]); });
}

const Headers& headers() {
    static const Headers read = [] {
        Headers all;
        const std::regex comment{"//.*"};
        const std::filesystem::path server{ROSTRUM_SERVER};
        std::vector<std::filesystem::path> files{server / "wire/http.hpp"};
        for (const auto& file : std::filesystem::directory_iterator{server / "floor"})
            if (file.path().extension() == ".hpp") files.push_back(file.path());
        for (const auto& file : files) {
            std::ifstream stream{file};
            const std::string text{std::istreambuf_iterator<char>{stream}, {}};
            read_header(std::regex_replace(text, comment, ""), all);
        }
        return all;
    }();
    return read;
}

/// Fields whose names differ from their members.
const std::map<std::string, std::string> exceptions{
    {"ActUndone.revision", "ActUndone.act"},
    {"DisplaySet.display", "DisplaySettings.mode"},
    {"Fit.projected_end_unix_ms", "Fit.end"},
    {"MeetingPlanned.hard_stop_at_unix_ms", "PlannedMeeting.hard_stop"},
    {"MeetingPlanned.meeting_id", "PlannedMeeting.id"},
    {"PlannedMeeting.hard_stop_at", "PlannedMeeting.hard_stop"},
    {"PlannedMeeting.sur_statement_s", "PlannedMeeting.sur_allotted"},
    {"SetDisplay.display", "DisplaySettings.mode"},
    {"Undo.revision", "Undo.act"},
    {"Yield.inscription_id", "Yield.to"},
};

/// Fields that no struct has.
const std::set<std::string> only_in_the_contract{"PlannedDelegation.allotted_s", "Questions.phones",
                                                 "Questions.requests"};

/// StatementId, or DelegationId: `statement_id`, `delegation_id`.
std::string kind_of_id(const std::string& type) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(type.front()))) +
           type.substr(1, type.size() - 3) + "_id";
}

/// The field without its package: `MarkPresent.delegation_id`.
std::string name_of(const FieldDescriptor& field) {
    return field.containing_type()->name() + '.' + field.name();
}

bool names_agree(const std::string& owner, const Member& member, const FieldDescriptor& field) {
    const std::string& given = field.name();
    const auto exception = exceptions.find(name_of(field));
    if (exception != exceptions.end()) return exception->second == owner + '.' + member.name;
    const bool is_number = field.message_type() == nullptr;
    const bool is_in_seconds = field.cpp_type() == FieldDescriptor::CPPTYPE_INT32;
    if (member.type == "Duration") return given == member.name + (is_in_seconds ? "_s" : "_ms");
    if (member.type == "Instant" && is_number) return given == member.name + "_unix_ms";
    if (headers().ids.contains(member.type) && member.name != "id") {
        if (field.is_repeated())
            return given == member.name ||
                   given == member.name.substr(0, member.name.size() - 1) + "_ids";
        return given == member.name + "_id" || given == member.name + '_' + kind_of_id(member.type);
    }
    return given == member.name;
}

class Comparison {
public:
    /// The differences, as sentences.
    Texts faults;

    void compare(const std::string& name, const Descriptor& message, int next = 0) {
        compare_members(name, message, next);
        for (; next < message.field_count(); ++next)
            if (!only_in_the_contract.contains(name_of(*message.field(next))))
                faults.push_back(name + " has no " + name_of(*message.field(next)));
    }

private:
    void compare_members(const std::string& name, const Descriptor& message, int& next) {
        const auto found = headers().structs.find(name);
        if (found == headers().structs.end()) {
            faults.push_back("no header has " + name);
            return;
        }
        for (const Member& member : found->second) {
            const FieldDescriptor* field =
                next < message.field_count() ? message.field(next) : nullptr;
            const bool is_struct = headers().structs.contains(member.type);
            if (field && is_struct && !field->message_type()) {
                compare_members(member.type, message, next);
                continue;
            }
            ++next;
            if (!field || !names_agree(name, member, *field))
                faults.push_back(name + '.' + member.name + " is " +
                                 (field ? name_of(*field) : "not in " + message.name()));
            else if (is_struct)
                compare(member.type, *field->message_type());
        }
    }
};

Texts faults_of(const std::string& name, const Descriptor& message, int first = 0) {
    Comparison comparison;
    comparison.compare(name, message, first);
    return comparison.faults;
}

/// Those of each alternative that the oneof contains, by its number, and of its message.
Texts faults_of_variant(const std::string& name, const Descriptor& message) {
    Comparison comparison;
    const Texts& alternatives = headers().variants.at(name);
    const auto& oneof = *message.oneof_decl(0);
    for (int i = 0; i < oneof.field_count(); ++i) {
        const auto place = static_cast<std::size_t>(oneof.field(i)->number()) - 1;
        const std::string& alternative = alternatives.at(place);
        const Descriptor& type = *oneof.field(i)->message_type();
        if (type.name() != alternative)
            comparison.faults.push_back(alternative + " is " + type.name());
        comparison.compare(alternative, type);
    }
    return comparison.faults;
}

std::size_t fields_of_oneof(const Descriptor& message) {
    return static_cast<std::size_t>(message.oneof_decl(0)->field_count());
}

TEST_CASE("an event has the number of its message, and its fields in the same order") {
    CHECK(headers().variants.at("Event").size() == std::variant_size_v<Event>);
    CHECK(fields_of_oneof(*v1::Event::descriptor()) == std::variant_size_v<Event>);
    CHECK(faults_of_variant("Event", *v1::Event::descriptor()) == Texts{});
}

TEST_CASE("a command has the number of its message, and its fields in the same order") {
    CHECK(headers().variants.at("Command").size() == std::variant_size_v<Command>);
    // FoundRoom and ReportOutage are the server's own.
    CHECK(fields_of_oneof(*v1::Command::descriptor()) == std::variant_size_v<Command> - 2);
    CHECK(faults_of_variant("Command", *v1::Command::descriptor()) == Texts{});
}

TEST_CASE("what travels by HTTP has the fields of its message, in the same order") {
    CHECK(faults_of("ExpectedMeeting", *v1::ExpectedMeeting::descriptor()) == Texts{});
    CHECK(faults_of("Access", *v1::Access::descriptor()) == Texts{});
    CHECK(faults_of("Pairing", *v1::Pairing::descriptor()) == Texts{});
    CHECK(faults_of("Paired", *v1::PairingResult::descriptor()) == Texts{});
    CHECK(faults_of("AssignScreen", *v1::AssignScreen::descriptor()) == Texts{});
    // The first is the room's revision.
    CHECK(faults_of("Fit", *v1::Fit::descriptor(), 1) == Texts{});
}

TEST_CASE("the parts of a room have the fields of their messages, in the same order") {
    CHECK(faults_of("HourAnchors", *v1::Hour::descriptor()) == Texts{});
    CHECK(faults_of("Notice", *v1::Notice::descriptor()) == Texts{});
    CHECK(faults_of("Questions", *v1::Questions::descriptor()) == Texts{});
    CHECK(faults_of("Rules", *v1::Rules::descriptor()) == Texts{});
    CHECK(faults_of("Signal", *v1::Signal::descriptor()) == Texts{});
    CHECK(faults_of("State", *v1::State::descriptor()) == Texts{});
    CHECK(faults_of("Turn", *v1::Turn::descriptor()) == Texts{});
}

TEST_CASE("a programme has the fields of its message, in the same order") {
    CHECK(faults_of("Programme", *v1::Programme::descriptor()) == Texts{});
}

TEST_CASE("fields whose names do not agree are reported by struct and field") {
    CHECK(faults_of("MarkPresent", *v1::EndStatement::descriptor()) ==
          Texts{"MarkPresent.delegation is EndStatement.statement_id"});
    CHECK(faults_of("SetAllotment", *v1::AddTime::descriptor()) ==
          Texts{"SetAllotment.inscription is AddTime.statement_id",
                "SetAllotment.allotted is AddTime.added_ms"});
    CHECK(faults_of("MarkAbsent", *v1::MarkPresent::descriptor()) ==
          Texts{"MarkAbsent.public_reason is not in MarkPresent"});
    CHECK(faults_of("MarkPresent", *v1::MarkAbsent::descriptor()) ==
          Texts{"MarkPresent has no MarkAbsent.public_reason"});
}

/// STANDING_ABSENT of Standing is `absent`.
std::string name_here(const EnumDescriptor& type, const std::string& enumerator) {
    std::string prefix;
    for (const char c : type.name()) {
        if (std::isupper(static_cast<unsigned char>(c)) && !prefix.empty()) prefix += '_';
        prefix += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    std::string name = enumerator.substr(prefix.size() + 1);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name;
}

TEST_CASE("an enumeration of the rules has the values of the contract, in the same order") {
    int compared = 0;
    for (const auto& [name, values] : headers().enums) {
        const EnumDescriptor* type =
            DescriptorPool::generated_pool()->FindEnumTypeByName("rostrum.v1." + name);
        if (type == nullptr) continue;
        Texts names;
        for (int i = 0; i < type->value_count(); ++i) {
            INFO(type->value(i)->full_name());
            CHECK(type->value(i)->number() == i);
            names.push_back(name_here(*type, type->value(i)->name()));
        }
        CHECK(names.front() == "unspecified");
        names.erase(names.begin());
        if (name == "RepresentedBy") names.insert(names.begin(), "undeclared");
        INFO(name);
        CHECK(values == names);
        ++compared;
    }
    CHECK(compared == 16);
}

/// GiveFloor is `give_floor`.
std::string snake_case(const std::string& name) {
    std::string snake;
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isupper(letter) && !snake.empty()) snake += '_';
        snake += static_cast<char>(std::tolower(letter));
    }
    return snake;
}

TEST_CASE("the act kinds of the contract are the commands, in the same order") {
    const EnumDescriptor& type = *v1::ActKind_descriptor();
    Texts kinds;
    for (int number = 1; number < type.value_count(); ++number)
        kinds.push_back(name_here(type, type.FindValueByNumber(number)->name()));
    Texts commands = headers().variants.at("Command");
    std::transform(commands.begin(), commands.end(), commands.begin(), snake_case);
    CHECK(kinds == commands);
}

}  // namespace
}  // namespace rostrum::wire
