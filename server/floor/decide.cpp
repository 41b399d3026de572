#include "floor/decide.hpp"

#include "floor/act.hpp"
#include "floor/acts/acts.hpp"
#include "floor/permissions.hpp"

namespace rostrum {

namespace {

Refusal not_permitted(Role role) {
    if (role == Role::chair) {
        return {RefusalCode::not_permitted, "Only the secretariat may bring in a programme."};
    }
    return {RefusalCode::not_permitted,
            "This screen may only watch: the chair and the secretariat act."};
}

}  // namespace

// No rule of today looks at the clock: the timers are moved by `apply`, at the act's own instant.
Decision decide(const Room& room, const Actor& actor, const Command& command, Instant /*now*/) {
    if (!may(actor.role, kind_of(command))) return not_permitted(actor.role);
    return std::visit([&](const auto& one) { return acts::decide(room, one); }, command);
}

}  // namespace rostrum
