#pragma once

#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "floor/act.hpp"

namespace rostrum::simulation {

/// Counts speaking time as a person with a stopwatch would, by starting and stopping at each event,
/// without anchors. The reference for a room's timers.
class Stopwatch {
public:
    void follow(const Act& act);

    struct Reading {
        StatementId statement;
        bool runs = false;
        Duration elapsed{};
    };
    /// nullopt while nobody has the floor.
    [[nodiscard]] std::optional<Reading> read(Instant now) const;

private:
    using Speaker = std::pair<MeetingId, InscriptionId>;

    /// The stopwatch and the notes of the person who holds it.
    struct Notes {
        Instant as_of;
        MeetingId meeting;
        StatementId statement;
        std::optional<InscriptionId> speaker;
        bool runs = false;
        bool stopped_by_suspension = false;
        Duration elapsed{};
        std::map<Speaker, Duration> spoken;
        /// For an empty chair: nobody speaks, and no time counts.
        bool silence = false;
        /// The statement interrupted by a point of order, and whether its timer was running.
        std::optional<std::pair<InscriptionId, bool>> interrupted;

        void begin(StatementId number, const InscriptionId& who);
        void end();

        void turn_to(Instant now);
    };
    void note(const Act& act, const Event& event);

    Notes notes_;
    /// The state before each act that can be undone.
    std::deque<Notes> before_;
};

}  // namespace rostrum::simulation
