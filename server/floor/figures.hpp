#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "floor/instant.hpp"
#include "floor/meeting.hpp"

/// The facts and figures of a meeting or a round, as UPR Info publishes them.
namespace rostrum {

/// What a figure counts. Rounds have counted differently, so the reader chooses, and the figures
/// state the choice.
struct FigureDefinitions {
    /// National Human Rights Institutions count among the CSOs, and among the national ones.
    bool nhris_are_csos = true;
    /// A delegation whose statement another read has taken the floor.
    bool read_by_another_counts = true;
    friend bool operator==(const FigureDefinitions&, const FigureDefinitions&) = default;
};

/// The time that turns of one kind took.
struct KindFigures {
    InscriptionKind kind{};
    /// Inscriptions that had the floor.
    std::size_t count = 0;
    /// For answers, the budgets of their rounds: answers share one.
    Duration allotted{};
    Duration used{};
    friend bool operator==(const KindFigures&, const KindFigures&) = default;
};

/// The time that one inscription was allotted and used.
struct SpeakerFigures {
    MeetingId meeting;
    State state;
    std::string title;
    InscriptionKind kind{};
    /// nullopt for an answer: the round is allotted its time.
    std::optional<Duration> allotted;
    Duration used{};
    std::size_t turns = 0;
    /// Of a State's plate; empty otherwise.
    std::string state_code = {};
    friend bool operator==(const SpeakerFigures&, const SpeakerFigures&) = default;
};

/// A Permanent Mission that attended.
struct MissionFigures {
    State state;
    /// The meetings at which it was.
    std::size_t meetings = 0;
    /// Of those, which it left before their end.
    std::size_t left = 0;
    friend bool operator==(const MissionFigures&, const MissionFigures&) = default;
};

/// A guest that attended: a body that is no State.
struct GuestFigures {
    std::string name;
    /// The meetings at which it was.
    std::size_t meetings = 0;
    /// Of those, which it left before their end.
    std::size_t left = 0;
    friend bool operator==(const GuestFigures&, const GuestFigures&) = default;
};

struct Figures {
    FigureDefinitions definitions;
    /// Meetings that were held: opened, at least.
    std::size_t meetings = 0;
    std::size_t csos_took_floor = 0;
    /// Of those, by the own declaration of who spoke: of a reader, for a statement that was read.
    std::size_t represented_by_women = 0;
    std::size_t national_csos = 0;
    std::size_t nhris = 0;
    /// Different Permanent Missions that were in the room, also for a part of a meeting.
    std::size_t missions = 0;
    /// The average number of them at a meeting.
    double missions_average = 0;
    /// That average as a share of them all; 0 to 100.
    double missions_share_percent = 0;
    /// States under Review that were in the room of their own meeting, speaking or not.
    std::size_t surs_attended = 0;
    /// Absent panellists whose name plates stayed up.
    std::size_t plates_absent = 0;
    /// For each kind that had the floor, in the order of the kinds.
    std::vector<KindFigures> kinds;
    /// In the order of the meetings and their lists.
    std::vector<SpeakerFigures> speakers;
    /// In the order of their English names.
    std::vector<MissionFigures> attendance;
    /// By their names. None counts as a Mission.
    std::vector<GuestFigures> guests;
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// Ignores meetings that were not held.
[[nodiscard]] Figures figures_of(const std::vector<const Meeting*>& meetings,
                                 const FigureDefinitions& definitions);

}  // namespace rostrum
