#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "floor/ids.hpp"
#include "floor/instant.hpp"

/// A name plate, in the room and in the programme.
namespace rostrum {

enum class DelegationKind {
    state_under_review,
    national_cso,
    international_cso,
    nhri,
    /// A Permanent Mission, on the roll.
    mission,
    /// The chair, who asks follow-up questions.
    moderator,
    /// Neither a State nor on the panel; on the roll. It asks for the floor by its card.
    organisation,
};

/// The standing of a name plate. An absent delegation keeps its plate all through the meeting.
enum class Standing {
    present,
    absent,
    /// Not here yet.
    expected,
    /// Not here; another delegation reads the statement.
    read_by,
};

/// The speaker's own declaration, never asked for.
enum class RepresentedBy { undeclared, woman, man, other };

/// A delegation with a name plate. The speaker's name is elsewhere: Room::names.
struct Delegation {
    DelegationId id;
    DelegationKind kind{};
    std::string title;
    std::string subject;
    Standing standing = Standing::present;
    /// Public; only with Standing::absent, and may be empty even then.
    std::string absence_reason;
    /// With Standing::read_by only.
    std::optional<DelegationId> reader = std::nullopt;
    RepresentedBy represented_by = RepresentedBy::undeclared;
    /// ISO 3166-1 alpha-2; of a State and a Mission only.
    std::string state_code = {};
    /// What the display's plate says instead of a long title; may be empty.
    std::string short_title = {};
    /// For the podium only; may be empty.
    std::string note = {};
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

struct PlannedDelegation {
    DelegationId id;
    DelegationKind kind{};
    std::string title;
    /// May be empty.
    std::string speaker_name;
    std::string subject;
    Duration allotted{};
    /// Without one the plate keeps its standing; a new one is present.
    std::optional<Standing> standing = std::nullopt;
    std::string absence_reason;
    RepresentedBy represented_by = RepresentedBy::undeclared;
    std::string short_title = {};
    friend bool operator==(const PlannedDelegation&, const PlannedDelegation&) = default;
};

/// A text that a plan sets and a plate shows. Copying, checking and sending go by this table.
struct PlateText {
    /// In a programme file, and in messages.
    std::string_view name;
    std::string PlannedDelegation::*planned;
    std::string Delegation::*plate;
};
inline constexpr std::array plate_texts{
    PlateText{"title", &PlannedDelegation::title, &Delegation::title},
    PlateText{"subject", &PlannedDelegation::subject, &Delegation::subject},
    PlateText{"short_title", &PlannedDelegation::short_title, &Delegation::short_title},
};

}  // namespace rostrum
