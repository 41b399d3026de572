#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/rules.hpp"
#include "floor/timer.hpp"

namespace rostrum {

/// A State, by its ISO 3166-1 alpha-2 code and the UN's English short name.
struct State {
    std::string code;
    std::string name;
    friend bool operator==(const State&, const State&) = default;
};

enum class DelegationKind {
    state_under_review,
    national_cso,
    international_cso,
    nhri,
    /// A Permanent Mission, on the roll.
    mission,
    /// Whoever chairs: follow-up questions are the moderator's.
    moderator,
};

/// How a name plate stands. An absent delegation keeps its plate, all through the meeting.
enum class Standing {
    present,
    absent,
    /// Not here yet.
    expected,
    /// Not here; another delegation reads the statement.
    read_by,
};

/// As a speaker declares it; nobody is asked.
enum class RepresentedBy { undeclared, woman, man, other };

/// Whoever has a name plate. The speaker's name is not here: see Room::names.
struct Delegation {
    DelegationId id;
    DelegationKind kind{};
    std::string title;
    std::string subject;
    Standing standing = Standing::present;
    /// Told to everybody; only with Standing::absent, and even then it may be empty.
    std::string absence_reason;
    /// With Standing::read_by only.
    std::optional<DelegationId> reader = std::nullopt;
    RepresentedBy represented_by = RepresentedBy::undeclared;
    /// ISO 3166-1 alpha-2; of a State and a Mission only.
    std::string state_code = {};
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

enum class InscriptionKind {
    sur_statement,
    panel_statement,
    /// A question by the moderator.
    follow_up,
    /// A question from the floor.
    question,
    answer,
    right_of_reply,
    point_of_order,
};

enum class InscriptionStatus {
    waiting,
    speaking,
    spoken,
    declined,
    /// By a point of order; has the floor again afterwards.
    interrupted,
    /// Its turn came and the chair was empty: a silence was held, or the meeting went on.
    empty_chair,
};

/// What the chair says of a point of order.
enum class Ruling { upheld, rejected, noted };

/// What a statement has lost while no server ran: it ran on, and nobody could stop it.
struct LostTime {
    /// In whole seconds, of all outages together.
    Duration away{};
    /// What had been added to the inscription before: what is added later gives lost time back.
    Duration added_before{};
    friend bool operator==(const LostTime&, const LostTime&) = default;
};

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
    /// Of a question: whom it is meant for. Empty: the panel.
    std::vector<DelegationId> addressed_to;
    /// Of an answer: its round, whose budget it speaks from.
    std::optional<RoundId> round;
    /// Of a point of order, once it was ruled on.
    std::optional<Ruling> ruling;
    std::string ruling_text;
    /// The device that asked for the floor, and may withdraw; empty when the podium put it here.
    std::string asked_by;
    /// None once it was given back or dismissed, or the statement is over.
    std::optional<LostTime> lost = std::nullopt;
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
    /// Nobody speaks: it is held for an empty chair, for as long as the timer is allotted.
    bool silence = false;
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
    bool silence = false;
    friend bool operator==(const Turn&, const Turn&) = default;
};

/// The list for questions from the floor.
struct Questions {
    bool open = false;
    /// At most so many questions in this meeting; 0: no limit but the room's own.
    std::uint32_t most = 0;
    /// None: until it is closed.
    std::optional<Instant> closes_at;
    /// Requests go onto the speakers' list as they come.
    bool accept_at_once = false;
    friend bool operator==(const Questions&, const Questions&) = default;
};

/// Somebody asks the chair for the floor.
struct Request {
    /// That of the inscription it becomes.
    InscriptionId id;
    DelegationId delegation;
    /// A question, a right of reply or a point of order.
    InscriptionKind kind{};
    std::vector<DelegationId> addressed_to;
    Instant asked_at;
    /// The device that may withdraw it.
    std::string asked_by;
    friend bool operator==(const Request&, const Request&) = default;
};

/// Answers that share one budget.
struct AnswerRound {
    RoundId id;
    Duration budget{};
    friend bool operator==(const AnswerRound&, const AnswerRound&) = default;
};

/// Whose statement a point of order has interrupted.
struct Interruption {
    InscriptionId inscription;
    /// It runs again after the ruling.
    bool was_running = false;
    friend bool operator==(const Interruption&, const Interruption&) = default;
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
    /// Who may take the floor beside the panel: the moderator, and the Missions in the room.
    std::vector<Delegation> roll;
    /// The speakers' list, in order.
    std::vector<Inscription> list;
    /// Who has the floor.
    std::optional<Statement> statement;
    /// While a point of order is heard, if it interrupted anybody.
    std::optional<Interruption> interrupted;
    /// Oldest first.
    std::vector<Turn> turns;
    Questions questions;
    /// Those that wait for the chair's word, in the order of asking.
    std::vector<Request> requests;
    /// Requests made so far.
    std::size_t asked = 0;
    std::vector<AnswerRound> rounds;
    /// When the interpreters leave.
    std::optional<Instant> hard_stop;
    /// What fitting the hour has left of the rules' reserve for questions; none: all of it.
    std::optional<Duration> reserve;
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// None where there is no such thing.
[[nodiscard]] const Delegation* find(const Meeting& meeting, const DelegationId& id);
[[nodiscard]] Delegation* find(Meeting& meeting, const DelegationId& id);
[[nodiscard]] const Inscription* find(const Meeting& meeting, const InscriptionId& id);
[[nodiscard]] Inscription* find(Meeting& meeting, const InscriptionId& id);
[[nodiscard]] const Request* find_request(const Meeting& meeting, const InscriptionId& id);

/// The delegation of an inscription that is on the list.
[[nodiscard]] const Delegation& delegation_of(const Meeting& meeting,
                                              const Inscription& inscription);

/// Whether a statement can be made for it: by itself, or read by another.
[[nodiscard]] bool can_speak(const Delegation& delegation);

/// Whether it speaks, or is interrupted, for itself or as the reader for another. In a silence
/// nobody speaks.
[[nodiscard]] bool is_heard(const Meeting& meeting, const DelegationId& id);

/// Whoever had this one for a reader has none any more, and is absent.
void leave_unread(Meeting& meeting, const DelegationId& reader);

/// The point of order that is being heard.
[[nodiscard]] const Inscription* point_of_order(const Meeting& meeting);

/// What a round of answers has left when nobody of it is speaking.
[[nodiscard]] Duration left_of(const Meeting& meeting, RoundId round);

/// Whom Next calls: the first who waits and can speak.
[[nodiscard]] const Inscription* next_inscription(const Meeting& meeting);

/// The shortest and the longest time that an inscription of this kind may be allotted.
struct AllotmentLimits {
    Duration shortest;
    Duration longest;
};
[[nodiscard]] AllotmentLimits allotment_limits(InscriptionKind kind, const Rules& rules);

/// What the rules give an inscription that is put on the list.
[[nodiscard]] Duration usual_allotment(InscriptionKind kind, const Rules& rules);

/// When the hour is over: as planned, or, for a meeting opened outside its planned time (a
/// rehearsal, a day moved), the planned length after its opening.
[[nodiscard]] Instant due_at(const Meeting& meeting);

}  // namespace rostrum
