#pragma once

#include <optional>
#include <type_traits>

#include <google/protobuf/generated_enum_reflection.h>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/asking.hpp"
#include "floor/balance.hpp"
#include "floor/display_settings.hpp"
#include "floor/meeting.hpp"
#include "floor/refusal.hpp"
#include "floor/rules.hpp"
#include "floor/scene.hpp"
#include "floor/signal.hpp"
#include "rostrum/v1/live.pb.h"
#include "rostrum/v1/room.pb.h"
#include "wire/protobuf/mapping.hpp"

/// The enumerations of the rules and those of the contract: the same values in the same order.
namespace rostrum::wire {

template <class Value, class Proto>
struct EnumPair {};
struct EnumPairs : EnumPair<Course, v1::Course>,
                   EnumPair<DelegationKind, v1::DelegationKind>,
                   EnumPair<Standing, v1::Standing>,
                   EnumPair<RepresentedBy, v1::RepresentedBy>,
                   EnumPair<InscriptionKind, v1::InscriptionKind>,
                   EnumPair<InscriptionStatus, v1::InscriptionStatus>,
                   EnumPair<Ruling, v1::Ruling>,
                   EnumPair<SignalKind, v1::SignalKind>,
                   EnumPair<DisplayMode, v1::DisplayMode>,
                   EnumPair<SpeakingOrder, v1::SpeakingOrder>,
                   EnumPair<BalancedBy, v1::BalancedBy>,
                   EnumPair<AskingBy, v1::AskingBy>,
                   EnumPair<PhoneStanding, v1::PhoneStanding>,
                   EnumPair<Scene, v1::Scene>,
                   EnumPair<CommandKind, v1::ActKind>,
                   EnumPair<Role, v1::Role>,
                   EnumPair<RefusalCode, v1::RefusalCode> {};

template <class Value, class Proto>
std::type_identity<Proto> proto_of(const EnumPair<Value, Proto>&);
template <class Proto, class Value>
std::type_identity<Value> value_of(const EnumPair<Value, Proto>&);

template <class Value>
[[nodiscard]] auto to_proto(Value value) {
    using Proto = typename decltype(proto_of<Value>(EnumPairs{}))::type;
    return static_cast<Proto>(static_cast<int>(value) + first_number<Value>);
}

/// nullopt if unspecified, or unknown to this version. An unspecified RepresentedBy is
/// `undeclared`.
template <class Proto>
[[nodiscard]] auto from_proto(Proto proto) {
    using Value = typename decltype(value_of<Proto>(EnumPairs{}))::type;
    const bool is_known =
        proto >= first_number<Value> &&
        google::protobuf::GetEnumDescriptor<Proto>()->FindValueByNumber(proto) != nullptr;
    return is_known ? std::optional{static_cast<Value>(proto - first_number<Value>)} : std::nullopt;
}

}  // namespace rostrum::wire
