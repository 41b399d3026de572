#pragma once

#include "rostrum/v1/replica.pb.h"
#include "wire/act_row.hpp"

namespace rostrum::wire {

[[nodiscard]] v1::ReplicatedAct act_message(const ActRow& row);
[[nodiscard]] ActRow row_of(const v1::ReplicatedAct& in);

}  // namespace rostrum::wire
