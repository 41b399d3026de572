#include "floor/decide.hpp"

#include "floor/act.hpp"
#include "floor/command_table.hpp"
#include "floor/commands/handlers.hpp"

namespace rostrum {

namespace {

Refusal not_permitted(Role role) {
    switch (role) {
        case Role::chair:
            return {RefusalCode::not_permitted, "Only the secretariat may do this."};
        case Role::delegation:
            return {RefusalCode::not_permitted,
                    "A delegation may only ask for the floor, withdraw, and enter the roll."};
        case Role::speaker:
        case Role::interpreter:
            return {RefusalCode::not_permitted,
                    "This screen may only watch and send signals: only the chair and the "
                    "secretariat may act."};
        case Role::secretariat:
        case Role::display:
        case Role::observer:
            break;
    }
    return {RefusalCode::not_permitted,
            "This screen may only watch: only the chair and the secretariat may act."};
}

bool has_lost_the_controls(const Room& room, const Actor& actor, CommandKind kind) {
    return actor.role == Role::chair && room.controls == Role::secretariat && is_of_the_floor(kind);
}

}  // namespace

std::optional<Refusal> refused_to(Role role, CommandKind kind) {
    if (may(role, kind)) return std::nullopt;
    return not_permitted(role);
}

Refusal room_is_archived() {
    return {
        RefusalCode::meeting_closed,
        {"room_archived", "This room is archived: its record stays, and no meeting is held here."}};
}

Decision decide(const Room& room, const Actor& actor, const Command& command, Instant now) {
    const CommandKind kind = kind_of(command);
    if (auto refusal = refused_to(actor.role, kind)) return *std::move(refusal);
    if (room.archived && (!is_of_the_record(kind) || actor.role == Role::delegation))
        return room_is_archived();
    if (has_lost_the_controls(room, actor, kind)) {
        return Refusal{RefusalCode::not_in_control,
                       "The secretariat has the controls: take them back first."};
    }
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { commands::decide(room, one); })
                return commands::decide(room, one);
            else
                return commands::decide(room, one, commands::CommandContext{actor, now});
        },
        command);
}

}  // namespace rostrum
