#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "floor/asking.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/plate.hpp"
#include "floor/rules.hpp"
#include "floor/shared.hpp"
#include "floor/timer.hpp"

namespace rostrum {

/// A State, by its ISO 3166-1 alpha-2 code and the UN's English short name.
struct State {
    std::string code;
    std::string name;
    friend bool operator==(const State&, const State&) = default;
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
    /// Interrupted by a point of order; has the floor again afterwards.
    interrupted,
    /// Its turn came and the chair was empty: a silence was held, or the meeting went on.
    empty_chair,
};

/// The chair's ruling on a point of order.
enum class Ruling { upheld, rejected, noted };

/// The time that a statement lost while no server ran: its timer ran on, and nobody could stop it.
struct LostTime {
    /// The sum of all outages, in whole seconds.
    Duration away{};
    /// The time added to the inscription before: what is added later gives lost time back.
    Duration added_before{};
    friend bool operator==(const LostTime&, const LostTime&) = default;
};

/// An entry on the speakers' list.
struct Inscription {
    InscriptionId id;
    DelegationId delegation;
    InscriptionKind kind{};
    InscriptionStatus status = InscriptionStatus::waiting;
    /// The time that the rules give, within the limits of its kind.
    Duration allotted{};
    /// The time that the chair added, or took if negative.
    Duration added{};
    /// Time spoken in finished turns. An inscription that gets the floor again continues from here.
    Duration spoken{};
    /// For a question: the panellists it addresses. Empty: the whole panel.
    std::vector<DelegationId> addressed_to;
    /// For an answer: its round, whose budget it uses.
    std::optional<RoundId> round;
    /// For a point of order that has been ruled on.
    std::optional<Ruling> ruling;
    std::string ruling_text;
    /// The device that requested it and may withdraw it; empty if the podium put it on the list.
    std::string asked_by;
    /// nullopt once it was given back or dismissed, or the statement is over.
    std::optional<LostTime> lost = std::nullopt;
    friend bool operator==(const Inscription&, const Inscription&) = default;
};

/// One turn at the floor, in progress.
struct Statement {
    StatementId id;
    InscriptionId inscription;
    Instant given_at;
    Timer timer;
    /// Paused by the suspension of the meeting, so the resumption resumes it.
    bool paused_by_suspension = false;
    /// A silence for an empty chair, as long as the timer's allotment.
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
    /// Who read the statement of a delegation that was away.
    std::optional<DelegationId> reader = std::nullopt;
    friend bool operator==(const Turn&, const Turn&) = default;
};

/// The list for questions from the floor.
struct Questions {
    bool open = false;
    /// Most questions in this meeting; 0: only the room's own limit.
    std::uint32_t most = 0;
    /// nullopt: until somebody closes it.
    std::optional<Instant> closes_at;
    /// Requests go on the speakers' list at once.
    bool accept_at_once = false;
    friend bool operator==(const Questions&, const Questions&) = default;
};

/// A request for the floor.
struct Request {
    /// The id of the inscription that it becomes.
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

/// The id of the round that an act begins.
[[nodiscard]] RoundId round_of(Revision act);
/// The id of its answer at a place, from 1.
[[nodiscard]] InscriptionId answer_of(RoundId round, std::size_t place);

/// The statement that a point of order has interrupted.
struct Interruption {
    InscriptionId inscription;
    /// It resumes after the ruling.
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
    /// Speakers outside the panel: the moderator, and the Missions and organisations in the room.
    std::vector<Delegation> roll;
    /// The speakers' list, in order.
    std::vector<Inscription> list;
    /// The statement in progress.
    std::optional<Statement> statement;
    /// Set while a point of order is heard that interrupted a statement.
    std::optional<Interruption> interrupted;
    /// Oldest first.
    std::vector<Turn> turns;
    Questions questions;
    /// Requests that await the chair's decision, in the order of asking.
    std::vector<Request> requests;
    std::vector<AnswerRound> rounds;
    /// When the interpreters leave.
    std::optional<Instant> hard_stop;
    /// The reserve for questions after fitting the hour; nullopt: the rules' whole reserve.
    std::optional<Duration> reserve;
    /// In the order of their first asking.
    Shared<std::vector<Phone>> phones{std::vector<Phone>{}};
    /// While it is suspended: when it is to resume, if that is known.
    std::optional<Instant> resumes_at;
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

[[nodiscard]] bool is_open_or_suspended(const Meeting& meeting);

/// nullptr if there is none.
[[nodiscard]] const Delegation* find(const Meeting& meeting, const DelegationId& id);
[[nodiscard]] Delegation* find(Meeting& meeting, const DelegationId& id);
[[nodiscard]] const Inscription* find(const Meeting& meeting, const InscriptionId& id);
[[nodiscard]] Inscription* find(Meeting& meeting, const InscriptionId& id);
[[nodiscard]] const Request* find_request(const Meeting& meeting, const InscriptionId& id);
[[nodiscard]] const Phone* find_phone(const Meeting& meeting, const std::string& device);

/// The delegation of an inscription that is on the list.
[[nodiscard]] const Delegation& delegation_of(const Meeting& meeting,
                                              const Inscription& inscription);

/// Whether a statement can be made for it: by itself, or read by another.
[[nodiscard]] bool can_speak(const Delegation& delegation);

/// Whether it speaks or is interrupted, for itself or as another's reader. During a silence nobody
/// speaks.
[[nodiscard]] bool is_heard(const Meeting& meeting, const DelegationId& id);

/// Whether a turn of it has ended.
[[nodiscard]] bool has_had_a_turn(const Meeting& meeting, const Inscription& inscription);

/// Marks as absent the delegation whose reader this one was.
void leave_unread(Meeting& meeting, const DelegationId& reader);

/// The point of order that is being heard.
[[nodiscard]] const Inscription* point_of_order(const Meeting& meeting);

/// The budget that a round of answers has left when none of its answers is being given.
[[nodiscard]] Duration left_of(const Meeting& meeting, RoundId round);

/// The time that its waiting answers may take together: zero while one of the round has the floor
/// or is interrupted, since that one may take all that is left.
[[nodiscard]] Duration left_to_waiting(const Meeting& meeting, RoundId round);

/// The inscription that Next calls: the first waiting one that can speak.
[[nodiscard]] const Inscription* next_inscription(const Meeting& meeting);

/// The shortest and the longest time that an inscription of this kind may be allotted.
struct AllotmentLimits {
    Duration shortest;
    Duration longest;
};
[[nodiscard]] AllotmentLimits allotment_limits(InscriptionKind kind, const Rules& rules);

/// The time that the rules give a new inscription.
[[nodiscard]] Duration usual_allotment(InscriptionKind kind, const Rules& rules);

/// When the hour ends: as planned; for a meeting opened outside its planned time (a rehearsal, a
/// day moved), the planned length after its opening.
[[nodiscard]] Instant due_at(const Meeting& meeting);

}  // namespace rostrum
