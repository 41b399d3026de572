#pragma once

#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "floor/apply.hpp"
#include "floor/decide.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Lets a failing test print the refusal.
inline std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
    return out << "code " << static_cast<int>(refusal.code) << ": " << refusal.text.english;
}

}  // namespace rostrum

/// A room with two small meetings: Cuba's, with two empty chairs on its panel, then Germany's.
namespace rostrum::test {

using namespace std::chrono_literals;

/// 12 April 2018, 09:00 in Geneva.
inline constexpr Instant nine = instant_from_unix_ms(1'523'516'400'000);

inline const MeetingId cuba{"cuba"};
inline const MeetingId germany{"germany"};

inline const Actor chair{Role::chair, "Chair's tablet"};
inline const Actor secretariat{Role::secretariat, "Laptop"};
inline const Actor lectern{Role::speaker, "Lectern"};
inline const Actor booth{Role::interpreter, "Booth 1"};
inline const Actor phone{Role::delegation, "phone-1"};
inline const Actor other_phone{Role::delegation, "phone-2"};

/// The card of a State.
inline Actor card_of(const std::string& code) {
    return {Role::delegation, "card-" + code, CardHolder{code, "", {}}};
}

inline PlannedDelegation panellist(const std::string& id, DelegationKind kind,
                                   const std::string& title, Duration allotted) {
    PlannedDelegation planned;
    planned.id = DelegationId{id};
    planned.kind = kind;
    planned.title = title;
    planned.allotted = allotted;
    return planned;
}

inline PlannedDelegation absent(PlannedDelegation planned, const std::string& reason) {
    planned.standing = Standing::absent;
    planned.absence_reason = reason;
    return planned;
}

inline PlannedMeeting cuba_plan() {
    PlannedMeeting plan{cuba, {"CU", "Cuba"}, nine, nine + 1h, 2min, {}};
    plan.panel = {
        panellist("expression", DelegationKind::national_cso, "National CSO: expression", 5min),
        absent(panellist("association", DelegationKind::national_cso, "National CSO: association",
                         5min),
               "Prevented from travelling."),
        panellist("media", DelegationKind::national_cso, "National CSO: media", 7min),
        absent(panellist("disappearances", DelegationKind::international_cso,
                         "International CSO: disappearances", 5min),
               ""),
        panellist("defenders", DelegationKind::international_cso, "International CSO: defenders",
                  6min),
    };
    plan.panel[0].speaker_name = "Speaker A";
    plan.panel[0].subject = "Freedom of expression";
    return plan;
}

inline PlannedMeeting germany_plan() {
    PlannedMeeting plan{germany, {"DE", "Germany"}, nine + 1h, nine + 2h, 2min, {}};
    plan.panel = {panellist("nhri", DelegationKind::nhri, "NHRI", 7min)};
    plan.panel[0].speaker_name = "Speaker B";
    return plan;
}

inline PlannedRoom room_plan() {
    return {RoomId{"xx"}, "Room XX", "Europe/Zurich", {cuba_plan(), germany_plan()}};
}

/// A room, and a sender of commands.
class Stage {
public:
    /// The room before its founding.
    Stage() = default;

    Room room = empty_room(RoomId{"xx"});
    Instant now = nine;

    void later(Duration duration) { now += duration; }

    /// Sends a command that must be accepted.
    Act does(const Command& command, const Actor& actor = chair) {
        Decision decision = decide(room, actor, command, now);
        if (const auto* refusal = std::get_if<Refusal>(&decision)) {
            FAIL("refused: " << refusal->text.english);
        }
        const std::string id = "command-" + std::to_string(room.revision.value);
        Act act{Revision{room.revision.value + 1},    now, actor, CommandId{id}, kind_of(command),
                std::get<Events>(std::move(decision))};
        room = apply(std::move(room), act);
        return act;
    }

    /// Returns the refusal of a command that must be refused.
    [[nodiscard]] Refusal refusal(const Command& command, const Actor& actor = chair) const {
        const Decision decision = decide(room, actor, command, now);
        if (!std::holds_alternative<Refusal>(decision)) FAIL("was not refused");
        return std::get<Refusal>(decision);
    }

    [[nodiscard]] const Meeting& meeting() const { return *current_meeting(room); }
    [[nodiscard]] const Delegation& plate(const std::string& id) const {
        return *find(meeting(), DelegationId{id});
    }
    [[nodiscard]] const Inscription& inscription(const std::string& id) const {
        return *find(meeting(), InscriptionId{id});
    }
    /// The speaker; empty if nobody has the floor.
    [[nodiscard]] std::string speaker() const {
        return meeting().statement ? meeting().statement->inscription.value : "";
    }
    [[nodiscard]] const Timer& timer() const { return meeting().statement->timer; }
    /// The statement in progress, in the form that commands name it.
    [[nodiscard]] StatementId statement() const { return meeting().statement->id; }
    [[nodiscard]] std::optional<StatementId> ending() const {
        if (!meeting().statement) return std::nullopt;
        return statement();
    }
    /// The ids of the list, in order.
    [[nodiscard]] std::vector<std::string> list() const {
        std::vector<std::string> ids;
        for (const Inscription& one : meeting().list) ids.push_back(one.id.value);
        return ids;
    }

    // Shorthands for common commands.
    void gives_floor(const std::string& id) { does(GiveFloor{InscriptionId{id}, ending()}); }
    void ends_statement() { does(EndStatement{statement()}); }
    void undoes() { does(Undo{room.memory.back().revision}); }

    /// Sends an act of the floor; its undo must restore everything.
    void does_and_undoes(const Command& command) {
        const Proceedings before = room.proceedings;
        does(command);
        CHECK_FALSE(room.proceedings == before);
        later(1234ms);
        undoes();
        CHECK(room.proceedings == before);
    }
    /// Sends an act outside the floor; it must survive the undo of the act of the floor before it.
    void does_for_good(const Command& command, const Actor& actor) {
        does(ShowNotice{"Welcome."});
        const Proceedings before = room.proceedings;
        does(command, actor);
        Proceedings after = room.proceedings;
        CHECK_FALSE(after == before);
        CHECK(room.memory.back().kind == kind_of<ShowNotice>());
        later(1234ms);
        undoes();
        after.notice.reset();
        CHECK(room.proceedings == after);
    }
};

/// At 09:00, before any act: Cuba's meeting is on the screens.
inline Stage founded() {
    Stage stage;
    stage.does(FoundRoom{room_plan()}, secretariat);
    return stage;
}

/// At 09:00, with Cuba's meeting just opened.
inline Stage opened() {
    Stage stage = founded();
    stage.does(OpenMeeting{cuba});
    return stage;
}

}  // namespace rostrum::test
