#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

namespace {

bool is_panellist(DelegationKind kind) {
    return kind == DelegationKind::national_cso || kind == DelegationKind::international_cso ||
           kind == DelegationKind::nhri;
}

/// The roll is corrected by EnterRoll and LeaveRoll.
bool is_on_the_panel(const Meeting& meeting, const Delegation& plate) {
    return std::any_of(meeting.delegations.begin(), meeting.delegations.end(),
                       [&](const Delegation& one) { return one.id == plate.id; });
}

/// Who reads a statement is in the room, and is not the one who should have made it.
std::optional<Refusal> cannot_read(const Meeting& meeting, const Delegation& plate,
                                   const CorrectPlate& command) {
    const auto& reader = command.reader ? command.reader : plate.reader;
    if (command.standing != Standing::read_by) {
        if (!command.reader) return std::nullopt;
        return Refusal{
            RefusalCode::malformed,
            {"reader_without_reading", "Only a statement that another read has a reader."}};
    }
    if (!reader || *reader == plate.id)
        return Refusal{RefusalCode::malformed,
                       {"plate_reader", "Say which delegation read the statement."}};
    const auto found = the_delegation(meeting, *reader);
    return found ? std::nullopt : std::optional{found.refusal()};
}

/// What no correction changes: what kind of plate it is, and the State's name.
std::optional<Refusal> cannot_be_so(const Delegation& plate, const CorrectPlate& command) {
    const bool is_sur = plate.kind == DelegationKind::state_under_review;
    if (is_sur && (command.kind != plate.kind || command.title != plate.title))
        return Refusal{
            RefusalCode::malformed,
            {"plate_of_sur", "The plate of the State under Review keeps its kind and its title."}};
    if (!is_sur && !is_panellist(command.kind))
        return Refusal{
            RefusalCode::malformed,
            {"kind_of_panellist", "A panellist is a national or international CSO, or an NHRI."}};
    if (command.standing != Standing::absent && !command.absence_reason.empty())
        return Refusal{
            RefusalCode::malformed,
            {"reason_without_absence", "Only an absent delegation has a reason for its absence."}};
    return std::nullopt;
}

}  // namespace

Decision decide(const Room& room, const CorrectPlate& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    const auto plate = the_delegation(*meeting, command.delegation);
    if (!plate) return plate.refusal();
    if (meeting->course != Course::closed) {
        return Refusal{RefusalCode::meeting_under_way,
                       name_of(*meeting) + " is not closed: change the plate in the programme."};
    }
    if (!is_on_the_panel(*meeting, *plate))
        return Refusal{RefusalCode::unknown_delegation,
                       plate->title + " has no plate on the panel: it is on the roll."};
    if (const auto refusal = cannot_be_so(*plate, command)) return *refusal;
    if (const auto refusal = cannot_read(*meeting, *plate, command)) return *refusal;
    auto title = paragraph(command.title, limits::title_length, "The title");
    if (auto* refusal = std::get_if<Refusal>(&title)) return std::move(*refusal);
    auto subject = paragraph(command.subject, limits::title_length, "The subject");
    if (auto* refusal = std::get_if<Refusal>(&subject)) return std::move(*refusal);
    auto reason = paragraph(command.absence_reason, limits::reason_length, "The reason");
    if (auto* refusal = std::get_if<Refusal>(&reason)) return std::move(*refusal);
    auto short_title = paragraph(command.short_title, limits::title_length, "The short title");
    if (auto* refusal = std::get_if<Refusal>(&short_title)) return std::move(*refusal);
    const bool is_read = command.standing == Standing::read_by;
    PlateCorrected event{meeting->id,
                         plate->id,
                         command.kind,
                         std::get<std::string>(std::move(title)),
                         std::get<std::string>(std::move(subject)),
                         command.standing,
                         std::get<std::string>(std::move(reason)),
                         command.represented_by,
                         std::get<std::string>(std::move(short_title)),
                         is_read && !command.reader ? plate->reader : command.reader};
    if (event.title.empty())
        return Refusal{RefusalCode::malformed, {"plate_title", "The plate has no title."}};
    const PlateCorrected as_it_is{
        meeting->id,        plate->id,       plate->kind,           plate->title,
        plate->subject,     plate->standing, plate->absence_reason, plate->represented_by,
        plate->short_title, plate->reader};
    if (event == as_it_is) return Refusal{RefusalCode::already_so, "The plate says that."};
    return Events{std::move(event)};
}

}  // namespace rostrum::commands
