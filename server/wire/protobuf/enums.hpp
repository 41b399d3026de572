#pragma once

#include <optional>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/meeting.hpp"
#include "floor/refusal.hpp"
#include "rostrum/v1/live.pb.h"
#include "rostrum/v1/room.pb.h"

/// The enumerations of the rules and those of the contract.
namespace rostrum::wire {

[[nodiscard]] v1::Course to_proto(Course course);
[[nodiscard]] v1::DelegationKind to_proto(DelegationKind kind);
[[nodiscard]] v1::Standing to_proto(Standing standing);
[[nodiscard]] v1::InscriptionKind to_proto(InscriptionKind kind);
[[nodiscard]] v1::InscriptionStatus to_proto(InscriptionStatus status);
[[nodiscard]] v1::ActKind to_proto(ActKind kind);
[[nodiscard]] v1::Role to_proto(Role role);
[[nodiscard]] v1::RefusalCode to_proto(RefusalCode code);

/// None where it is unspecified, or not known to this version.
[[nodiscard]] std::optional<DelegationKind> from_proto(v1::DelegationKind kind);
[[nodiscard]] std::optional<Standing> from_proto(v1::Standing standing);
[[nodiscard]] std::optional<ActKind> from_proto(v1::ActKind kind);
[[nodiscard]] std::optional<Role> from_proto(v1::Role role);

}  // namespace rostrum::wire
