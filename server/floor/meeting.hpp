#pragma once

#include <optional>
#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/timer.hpp"

namespace rostrum {

/// A State, by its ISO 3166-1 alpha-2 code and the UN's English short name.
struct State {
    std::string code;
    std::string name;
    friend bool operator==(const State&, const State&) = default;
};

enum class DelegationKind { state_under_review, national_cso, international_cso, nhri };

/// How a name plate stands. An absent delegation keeps its plate, all through the meeting.
enum class Standing { present, absent };

/// Whoever has a name plate. The speaker's name is not here: see Room::names.
struct Delegation {
    DelegationId id;
    DelegationKind kind{};
    std::string title;
    std::string subject;
    Standing standing = Standing::present;
    /// Told to everybody; only with Standing::absent, and even then it may be empty.
    std::string absence_reason;
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

enum class InscriptionKind { sur_statement, panel_statement };

enum class InscriptionStatus { waiting, speaking, spoken, declined };

/// An entry on the speakers' list.
struct Inscription {
    InscriptionId id;
    DelegationId delegation;
    InscriptionKind kind{};
    InscriptionStatus status = InscriptionStatus::waiting;
    /// Given by the rules, within the limits of its kind.
    Duration allotted{};
    /// What the chair added to that, or took from it.
    Duration added{};
    /// Spoken in the turns that have ended. An inscription that is called again goes on from here.
    Duration spoken{};
    friend bool operator==(const Inscription&, const Inscription&) = default;
};

/// One turn at the floor, in progress.
struct Statement {
    StatementId id;
    InscriptionId inscription;
    Instant given_at;
    Timer timer;
    /// The suspension of the meeting paused it, so the resumption lets it run again.
    bool paused_by_suspension = false;
    friend bool operator==(const Statement&, const Statement&) = default;
};

/// One turn at the floor that has ended.
struct Turn {
    StatementId statement;
    InscriptionId inscription;
    Instant from;
    Instant to;
    /// Without the pauses.
    Duration spoken{};
    friend bool operator==(const Turn&, const Turn&) = default;
};

enum class Course { planned, open, suspended, closed };

/// One hour on one State under Review.
struct Meeting {
    MeetingId id;
    State state;
    Instant starts_at;
    Instant ends_at;
    Course course = Course::planned;
    std::optional<Instant> opened_at;
    std::optional<Instant> suspended_at;
    std::optional<Instant> closed_at;
    /// In the order of the panel, the State under Review first.
    std::vector<Delegation> delegations;
    /// The speakers' list, in order.
    std::vector<Inscription> list;
    /// Who has the floor.
    std::optional<Statement> statement;
    /// Oldest first.
    std::vector<Turn> turns;
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// None where there is no such thing.
[[nodiscard]] const Delegation* find(const Meeting& meeting, const DelegationId& id);
[[nodiscard]] Delegation* find(Meeting& meeting, const DelegationId& id);
[[nodiscard]] const Inscription* find(const Meeting& meeting, const InscriptionId& id);
[[nodiscard]] Inscription* find(Meeting& meeting, const InscriptionId& id);

/// The delegation of an inscription that is on the list.
[[nodiscard]] const Delegation& delegation_of(const Meeting& meeting,
                                              const Inscription& inscription);

/// Whom Next calls: the first who waits and whose plate is not an empty chair's.
[[nodiscard]] const Inscription* next_inscription(const Meeting& meeting);

/// The shortest and the longest time that an inscription of this kind may be allotted.
struct AllotmentLimits {
    Duration shortest;
    Duration longest;
};
[[nodiscard]] AllotmentLimits allotment_limits(InscriptionKind kind);

/// When the hour is over: as planned, or, for a meeting opened outside its planned time (a
/// rehearsal, a day moved), the planned length after its opening.
[[nodiscard]] Instant due_at(const Meeting& meeting);

}  // namespace rostrum
