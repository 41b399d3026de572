#pragma once

#include <optional>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/display_settings.hpp"
#include "floor/meeting.hpp"
#include "floor/refusal.hpp"
#include "floor/rules.hpp"
#include "floor/scene.hpp"
#include "floor/signal.hpp"
#include "rostrum/v1/live.pb.h"
#include "rostrum/v1/room.pb.h"

/// The enumerations of the rules and those of the contract.
namespace rostrum::wire {

[[nodiscard]] v1::Course to_proto(Course course);
[[nodiscard]] v1::DelegationKind to_proto(DelegationKind kind);
[[nodiscard]] v1::Standing to_proto(Standing standing);
[[nodiscard]] v1::RepresentedBy to_proto(RepresentedBy person);
[[nodiscard]] v1::InscriptionKind to_proto(InscriptionKind kind);
[[nodiscard]] v1::InscriptionStatus to_proto(InscriptionStatus status);
[[nodiscard]] v1::Ruling to_proto(Ruling ruling);
[[nodiscard]] v1::SignalKind to_proto(SignalKind kind);
[[nodiscard]] v1::DisplayMode to_proto(DisplayMode mode);
[[nodiscard]] v1::SpeakingOrder to_proto(SpeakingOrder order);
[[nodiscard]] v1::Scene to_proto(Scene scene);
[[nodiscard]] v1::ActKind to_proto(ActKind kind);
[[nodiscard]] v1::Role to_proto(Role role);
[[nodiscard]] v1::RefusalCode to_proto(RefusalCode code);

/// None where it is unspecified, or not known to this version. Who represents a delegation is
/// undeclared where it is unspecified.
[[nodiscard]] std::optional<DelegationKind> from_proto(v1::DelegationKind kind);
[[nodiscard]] std::optional<Standing> from_proto(v1::Standing standing);
[[nodiscard]] std::optional<RepresentedBy> from_proto(v1::RepresentedBy person);
[[nodiscard]] std::optional<InscriptionKind> from_proto(v1::InscriptionKind kind);
[[nodiscard]] std::optional<Ruling> from_proto(v1::Ruling ruling);
[[nodiscard]] std::optional<SignalKind> from_proto(v1::SignalKind kind);
[[nodiscard]] std::optional<DisplayMode> from_proto(v1::DisplayMode mode);
[[nodiscard]] std::optional<SpeakingOrder> from_proto(v1::SpeakingOrder order);
[[nodiscard]] std::optional<Scene> from_proto(v1::Scene scene);
[[nodiscard]] std::optional<ActKind> from_proto(v1::ActKind kind);
[[nodiscard]] std::optional<Role> from_proto(v1::Role role);

}  // namespace rostrum::wire
